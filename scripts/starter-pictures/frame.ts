/** Width of every picture in CSS pixels; wide enough for 26 px captions, small enough for a chat bubble. */
export const PICTURE_WIDTH = 800;

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { width: ${PICTURE_WIDTH}px; background: #fff; }
  .picture { position: relative; width: ${PICTURE_WIDTH}px; padding: 26px 28px 30px; background: #f1f5fb; color: #14213d;
    font-size: 26px; line-height: 1.32; word-break: keep-all; overflow-wrap: anywhere; text-wrap: balance; }
  h1 { font-size: 38px; line-height: 1.25; margin-bottom: 22px; }
  .hint { margin-top: 22px; padding: 14px 22px; border-radius: 14px; background: #fff4d6; color: #6b4a00; font-size: 26px;
    text-align: center; }
  .badge { flex: none; display: inline-flex; align-items: center; justify-content: center; width: 46px; height: 46px;
    border-radius: 50%; background: #e5393f; color: #fff; font-size: 28px; font-weight: 700; line-height: 1; }
  .ring { position: relative; }
  .ring::after { content: ''; position: absolute; inset: -7px; border: 5px solid #e5393f; border-radius: 16px; }
  .beside { position: relative; display: flex; gap: 36px; }
  .callouts { position: relative; flex: 1; }
  .callout { position: absolute; left: 0; right: 0; display: flex; gap: 12px; align-items: center; font-weight: 700;
    font-size: 28px; line-height: 1.25; }
  .phone { flex: none; width: 408px; padding: 14px; border-radius: 40px; background: #26324a; }
  .screen { border-radius: 28px; background: #fff; overflow: hidden; padding: 18px 22px 22px; font-size: 22px; }
  .screen h2 { font-size: 26px; text-align: center; padding-bottom: 14px; margin-bottom: 16px; border-bottom: 2px solid #e3e9f2; }
  .row { display: flex; align-items: center; justify-content: space-between; gap: 12px; }
  .muted { color: #5b6b86; }
  .bar { height: 16px; border-radius: 8px; background: #dde5f0; }
  .thumb { flex: none; border-radius: 14px; background: #cfdcf3; display: flex; align-items: center; justify-content: center; }
  .pill { display: inline-block; padding: 6px 20px; border-radius: 999px; border: 2px solid #b8c5da; background: #fff;
    font-size: 22px; font-weight: 700; white-space: nowrap; }
  .pill.primary { background: #2f6fed; border-color: #2f6fed; color: #fff; }
  .field { border: 2px solid #cdd7e6; border-radius: 12px; padding: 10px 14px; background: #fff; white-space: nowrap; }
  .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px; }
  .card { background: #fff; border: 2px solid #dde5f0; border-radius: 22px; padding: 16px; display: flex; flex-direction: column;
    gap: 14px; }
  .card > header { display: flex; gap: 12px; align-items: center; min-height: 70px; font-weight: 700; }
  .scene { flex: 1; min-height: 216px; border-radius: 16px; background: #f1f5fb; padding: 20px; display: flex; flex-direction: column;
    justify-content: center; gap: 16px; font-size: 22px; overflow: hidden; }
  .scene.drawing { padding: 0; align-items: center; }
  .scene.drawing > svg { max-width: 100%; }
  .arrows { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
`;

/** An installed font family. `latin` asks for proportional quotation marks, which CJK fonts draw full width. */
export type Typeface = { font: string; latin: boolean };

/** A whole page with one picture in the element `#picture`. */
export function picturePage({ font, latin }: Typeface, title: string, body: string): string {
  const features = latin ? "'palt'" : 'normal';
  return `<!doctype html><meta charset="utf-8"><style>${STYLE} body { font-family: '${font}', sans-serif; font-feature-settings: ${features}; }</style>
    <div class="picture" id="picture"><h1>${title}</h1>${body}</div>`;
}

/** The numbered red circle; counts from 1. */
export function badge(number: number): string {
  return `<span class="badge">${number}</span>`;
}

/** A grey line that stands for text nobody needs to read. `width` in any CSS unit. */
export function bar(width: string): string {
  return `<div class="bar" style="width:${width}"></div>`;
}

/** A rounded drawing of a shirt, the stand-in for any product picture. `size` in pixels. */
export function productThumb(size: number): string {
  return `<div class="thumb" style="width:${size}px;height:${size}px"><svg viewBox="0 0 60 60" width="${size * 0.66}">
    <path d="M20 8 L6 18 L12 29 L17 26 V52 H43 V26 L48 29 L54 18 L40 8 C37 15 23 15 20 8 Z" fill="#5b86d8"/></svg></div>`;
}

/** A bottom line in soft yellow. */
export function hint(text: string): string {
  return `<div class="hint">${text}</div>`;
}

/**
 * A mockup or drawing on the left and numbered callouts on the right. The callout with index `i` points at the element
 * that carries `data-mark="i"`; `connectCallouts` places the callouts and draws the arrows once the page is laid out.
 */
export function withCallouts(left: string, callouts: string[]): string {
  const items = callouts.map(
    (text, index) =>
      `<div class="callout" data-callout="${index}">${badge(index + 1)}<span>${text}</span></div>`,
  );
  return `<div class="beside">${left}<div class="callouts">${items.join('')}</div></div>`;
}

/** Four steps as two rows of two cards; each scene is the inner HTML under its caption. */
export function stepCards(captions: string[], scenes: string[], sceneClass = ''): string {
  const cards = captions.map(
    (caption, index) =>
      `<div class="card"><header>${badge(index + 1)}<span>${caption}</span></header>
       <div class="scene ${sceneClass}">${scenes[index] ?? ''}</div></div>`,
  );
  return `<div class="grid">${cards.join('')}</div>`;
}

/**
 * Runs inside the page: puts each callout at the height of its mark without letting two overlap, then draws a curved
 * arrow from its badge to the mark's right edge. Callouts that had to make room share the shift among them.
 */
export function connectCallouts(): void {
  const column = document.querySelector<HTMLElement>('.callouts');
  const picture = document.querySelector<HTMLElement>('#picture');
  if (!column || !picture) return;

  const gap = 18;
  const columnBox = column.getBoundingClientRect();
  const callouts = [...column.querySelectorAll<HTMLElement>('.callout')];
  const marks = callouts.map((callout) =>
    document.querySelector<HTMLElement>(`[data-mark="${callout.dataset.callout}"]`)?.getBoundingClientRect(),
  );

  const wishes: number[] = [];
  const tops: number[] = [];
  callouts.forEach((callout, index) => {
    const mark = marks[index];
    const middle = mark ? mark.top + mark.height / 2 - columnBox.top : 0;
    wishes.push(middle - callout.offsetHeight / 2);
    const lowest = index === 0 ? 0 : (tops[index - 1] ?? 0) + (callouts[index - 1]?.offsetHeight ?? 0) + gap;
    tops.push(Math.max(middle - callout.offsetHeight / 2, lowest));
  });
  const drift = tops.reduce((sum, top, index) => sum + top - (wishes[index] ?? 0), 0) / tops.length;
  callouts.forEach((_, index) => {
    tops[index] = Math.max(0, (tops[index] ?? 0) - drift);
  });
  for (let index = callouts.length - 1, floor = columnBox.height; index >= 0; index -= 1) {
    const height = callouts[index]?.offsetHeight ?? 0;
    tops[index] = Math.min(tops[index] ?? 0, floor - height);
    floor = (tops[index] ?? 0) - gap;
  }

  const pictureBox = picture.getBoundingClientRect();
  const paths: string[] = [];
  callouts.forEach((callout, index) => {
    callout.style.top = `${tops[index]}px`;
    const mark = marks[index];
    const from = callout.querySelector('.badge')?.getBoundingClientRect();
    if (!mark || !from) return;
    const startX = from.left - pictureBox.left - 4;
    const startY = from.top - pictureBox.top + from.height / 2;
    const endX = mark.right - pictureBox.left + 12;
    const endY = mark.top - pictureBox.top + mark.height / 2;
    const bend = (startX - endX) / 2;
    paths.push(
      `<path d="M${startX} ${startY} C${startX - bend} ${startY} ${endX + bend} ${endY} ${endX + 14} ${endY}"
         fill="none" stroke="#e5393f" stroke-width="5" stroke-linecap="round"/>
       <path d="M${endX} ${endY} l20 -11 v22 z" fill="#e5393f"/>`,
    );
  });
  picture.insertAdjacentHTML('beforeend', `<svg class="arrows">${paths.join('')}</svg>`);
}
