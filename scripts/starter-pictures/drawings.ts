import type { Captions } from './captions-zh-cn.ts';
import { badge, hint, stepCards, withCallouts } from './frame.ts';

const INK = '#26324a';
const RED = '#e5393f';
const CARDBOARD = '#d9a566';
const CARDBOARD_DARK = '#b9823f';

function drawing(width: number, height: number, content: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`;
}

/** A red number in a circle inside a drawing. */
function marker(x: number, y: number, number: number): string {
  return `<circle cx="${x}" cy="${y}" r="22" fill="${RED}"/>
    <text x="${x}" y="${y + 10}" font-size="28" font-weight="700" fill="#fff" text-anchor="middle">${number}</text>`;
}

const SHIRT = 'M56 10 L16 40 L34 72 L48 62 V140 H124 V62 L138 72 L156 40 L116 10 C106 30 66 30 56 10 Z';

const OPEN_BOX = `<path d="M80 96 H260 V196 H80 Z" fill="${CARDBOARD}"/><path d="M80 96 L46 66 H214 L260 96 Z" fill="${CARDBOARD_DARK}"/>
  <path d="M260 96 L294 66 H214 Z" fill="#c7924f"/>`;

export function packReturn(captions: Captions): string {
  const text = captions.packReturn;
  const bag = `<rect x="78" y="18" width="184" height="182" rx="14" fill="#fff" stroke="#9fb2d0" stroke-width="4"/>
    <rect x="78" y="18" width="184" height="26" rx="10" fill="#9fb2d0"/>
    <g transform="translate(84 50)"><path d="${SHIRT}" fill="#5b86d8"/></g>`;
  const parts = `${OPEN_BOX}
    <rect x="92" y="26" width="52" height="64" rx="8" fill="#fff" stroke="${INK}" stroke-width="4"/><circle cx="118" cy="40" r="5" fill="${INK}"/>
    <path d="M104 58 H132 M104 72 H124" stroke="#9fb2d0" stroke-width="6"/>
    <path d="M160 84 C150 40 190 30 190 62 C190 90 218 84 212 48" fill="none" stroke="${INK}" stroke-width="7" stroke-linecap="round"/>
    <rect x="202" y="24" width="20" height="28" rx="4" fill="${INK}"/>
    <path d="M236 52 h34 v36 h-34 z" fill="#e77c8e"/><path d="M253 52 v36 M236 66 h34" stroke="#fff" stroke-width="5"/>`;
  const note = `<g transform="rotate(-4 170 108)"><rect x="42" y="38" width="256" height="140" rx="8" fill="#fffbe8" stroke="#e0c779" stroke-width="4"/>
    <text x="66" y="94" font-size="27" fill="${INK}">${text.note[0]}</text><text x="66" y="142" font-size="27" fill="${INK}">${text.note[1]}</text>
    <rect x="138" y="24" width="64" height="28" fill="#b7c9e8" opacity=".85"/></g>`;
  const sealed = `<path d="M60 76 L170 40 L280 76 V170 L170 206 L60 170 Z" fill="${CARDBOARD}"/><path d="M60 76 L170 112 V206 L60 170 Z" fill="${CARDBOARD_DARK}"/>
    <path d="M170 112 L280 76 L170 40 L60 76 Z" fill="#e6bb82"/>
    <path d="M105 61 L215 97 V134 L235 127 V90 L125 54 Z" fill="#f7e9c8"/>`;
  return stepCards(
    text.steps,
    [bag, parts, note, sealed].map((content) => drawing(340, 216, content)),
    'drawing',
  );
}

/** Corners of a camera's viewfinder around a 340 × 216 scene. */
const VIEWFINDER = `<path d="M28 62 V26 H64 M276 26 H312 V62 M312 154 V190 H276 M64 190 H28 V154" fill="none" stroke="${RED}"
  stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;

export function damagePhotos(captions: Captions): string {
  const text = captions.damagePhotos;
  const dent = 'l-14 22 l20 14 l-16 22';
  const box = `<path d="M82 72 H218 V178 H82 Z" fill="${CARDBOARD}"/><path d="M218 72 L262 50 V150 L218 178 Z" fill="${CARDBOARD_DARK}"/>
    <path d="M82 72 L126 50 H262 L218 72 Z" fill="#e6bb82"/><path d="M140 50 L96 72 h28 L168 50 Z" fill="#f7e9c8"/>
    <path d="M82 178 V120 L112 140 L104 158 L130 178 Z" fill="#7d5526"/><path d="M112 140 ${dent}" transform="translate(6 -52)" fill="none" stroke="#7d5526" stroke-width="5"/>`;
  const barcode = [0, 10, 16, 28, 34, 46, 58, 64, 76, 88, 94, 106]
    .map(
      (x, index) =>
        `<rect x="${108 + x}" y="128" width="${index % 3 === 0 ? 7 : 4}" height="36" fill="${INK}"/>`,
    )
    .join('');
  const label = `<rect x="84" y="40" width="172" height="136" rx="8" fill="#fff" stroke="#9fb2d0" stroke-width="4"/>
    <text x="170" y="78" font-size="26" font-weight="700" text-anchor="middle" fill="${INK}">${text.label}</text>
    <path d="M104 96 H236 M104 112 H196" stroke="#c5d0e0" stroke-width="8"/>${barcode}`;
  const mug = `<path d="M108 60 H208 V150 C208 168 194 176 180 176 H136 C120 176 108 166 108 150 Z" fill="#7fb3c8"/>
    <path d="M208 84 C252 78 252 142 208 136" fill="none" stroke="#7fb3c8" stroke-width="16"/><ellipse cx="158" cy="60" rx="50" ry="10" fill="#a9cedd"/>`;
  const crack = (width: number) =>
    `<path d="M132 66 L150 92 L136 112 L158 136 L146 160" fill="none" stroke="${INK}" stroke-width="${width}" stroke-linejoin="round"/>`;
  const closeUp = `<clipPath id="lens"><circle cx="170" cy="108" r="84"/></clipPath><circle cx="170" cy="108" r="84" fill="#fff"/>
    <g clip-path="url(#lens)"><g transform="translate(-144 -122) scale(2.1)">${mug}${crack(5)}</g></g>
    <circle cx="170" cy="108" r="84" fill="none" stroke="${RED}" stroke-width="6"/>`;
  const whole = `<ellipse cx="146" cy="174" rx="92" ry="13" fill="#a9cedd"/><g transform="translate(-12 -6)">${mug}${crack(5)}</g>
    <path d="M274 164 V96" stroke="${INK}" stroke-width="7" stroke-linecap="round"/><ellipse cx="274" cy="76" rx="13" ry="22" fill="${INK}"/>`;
  return stepCards(
    text.steps,
    [box, label, closeUp, whole].map((content) => drawing(340, 216, content + VIEWFINDER)),
    'drawing',
  );
}

function earphoneCase(lamp: string): string {
  return `<rect x="96" y="92" width="148" height="104" rx="34" fill="#fff" stroke="${INK}" stroke-width="5"/>
    <path d="M104 92 C104 26 236 26 236 92 Z" fill="#e7edf7" stroke="${INK}" stroke-width="5"/>
    <g fill="${INK}"><circle cx="138" cy="88" r="15"/><rect x="132" y="92" width="12" height="34" rx="6"/>
    <circle cx="202" cy="88" r="15"/><rect x="196" y="92" width="12" height="34" rx="6"/></g>
    <circle cx="170" cy="166" r="9" fill="${lamp}"/>`;
}

export function resetDevice(captions: Captions): string {
  const text = captions.resetDevice;
  const hold = `<rect x="56" y="60" width="148" height="120" rx="36" fill="#fff" stroke="${INK}" stroke-width="5"/><path d="M58 98 H202" stroke="${INK}" stroke-width="5"/>
    <circle cx="130" cy="128" r="10" fill="#2f6fed"/><path d="M130 108 V102 M146 116 l6 -6 M114 116 l-6 -6 M151 130 h8 M109 130 h-8" stroke="#2f6fed" stroke-width="5" stroke-linecap="round"/>
    <circle cx="204" cy="146" r="12" fill="${RED}"/>
    <path d="M292 146 H230" stroke="${RED}" stroke-width="7"/><path d="M218 146 l22 -13 v26 z" fill="${RED}"/>
    <circle cx="266" cy="76" r="38" fill="#fff" stroke="${INK}" stroke-width="5"/>
    <text x="266" y="86" font-size="26" font-weight="700" text-anchor="middle" fill="${INK}">${text.seconds}</text>`;
  const line = (label: string, state: string, ring: string) =>
    `<div class="field row ${ring}" style="padding:12px 16px;width:300px"><b>${label}</b>${state}</div>`;
  const bluetooth = (deviceState: string, ring: string) =>
    `<div class="row" style="width:300px"><b>${text.bluetooth}</b>${toggle()}</div>${line(text.device, deviceState, ring)}${line(text.other, '', '')}`;
  return stepCards(
    text.steps,
    [
      drawing(340, 216, earphoneCase('#c5d0e0')),
      drawing(340, 216, hold),
      bluetooth('', 'ring'),
      bluetooth(`<span style="color:#1d8a4e;font-weight:700">${text.connected}</span>`, ''),
    ],
    'drawing',
  );
}

function toggle(): string {
  return `<svg viewBox="0 0 64 36" width="64"><rect width="64" height="36" rx="18" fill="#2fa866"/><circle cx="46" cy="18" r="14" fill="#fff"/></svg>`;
}

export function serialNumber(captions: Captions): string {
  const text = captions.serialNumber;
  const sticker = (x: number, y: number) => `<g transform="translate(${x} ${y})">
    <rect width="232" height="104" rx="8" fill="#fff" stroke="#9fb2d0" stroke-width="3"/>
    <text x="16" y="40" font-size="22" fill="#5b6b86">${text.model}</text>
    <rect x="6" y="54" width="220" height="42" rx="10" fill="none" stroke="${RED}" stroke-width="5"/>
    <text x="16" y="83" font-size="21" font-weight="700" fill="${INK}">${text.serial}</text></g>`;
  const device = `<circle cx="170" cy="150" r="146" fill="#3b4a68"/><circle cx="170" cy="150" r="126" fill="#4d5e80"/>
    <g fill="#26324a"><circle cx="170" cy="42" r="10"/><circle cx="170" cy="258" r="10"/></g>${sticker(54, 98)}`;
  const box = `<path d="M30 74 L78 34 H318 L276 74 Z" fill="#e6bb82"/><path d="M276 74 L318 34 V234 L276 280 Z" fill="${CARDBOARD_DARK}"/>
    <rect x="30" y="74" width="246" height="206" fill="${CARDBOARD}"/>
    <g transform="translate(48 206)" fill="${INK}">${[
      0, 12, 20, 34, 42, 56, 70, 78, 92, 106, 114, 128, 140, 150, 164, 176, 190, 200,
    ]
      .map((x, index) => `<rect x="${x}" width="${index % 3 === 0 ? 8 : 4}" height="52"/>`)
      .join('')}</g>${sticker(37, 90)}`;
  const places = [device, box].map(
    (
      content,
      index,
    ) => `<div class="card"><header>${badge(index + 1)}<span>${text.places[index]}</span></header>
      <div class="scene drawing" style="padding:12px 0">${drawing(340, 310, content)}</div></div>`,
  );
  return `<div class="grid">${places.join('')}</div>${hint(text.hint)}`;
}

const TUB = `<path d="M10 26 L22 84 H98 L110 26" /><path d="M14 44 q12 -12 24 0 t24 0 t24 0 t22 0"/>`;
const SQUARE = '<rect x="18" y="14" width="84" height="84"/>';
const CROSS = `<path d="M12 10 L108 102 M108 10 L12 102" stroke="${RED}"/>`;

/** The signs in the order of the captions: wash 30, hand wash, no bleach, no dryer, cool iron, dry flat, shade, no dry cleaning. */
const CARE_SIGNS = [
  `${TUB}<text x="60" y="76" font-size="30" font-weight="700" text-anchor="middle" fill="${INK}" stroke="none">30</text>`,
  `${TUB}<g fill="${INK}" stroke="none"><path d="M44 4 H80 V24 L86 32 V56 H42 V32 Z"/>
    <path d="M44 28 L30 44 Q26 54 34 56 L46 50 Z"/>
    <rect x="42" y="44" width="9.5" height="26" rx="4.7"/><rect x="53.5" y="44" width="9.5" height="32" rx="4.7"/>
    <rect x="65" y="44" width="9.5" height="31" rx="4.7"/><rect x="76.5" y="44" width="9.5" height="24" rx="4.7"/></g>`,
  `<path d="M60 12 L108 96 H12 Z"/>${CROSS}`,
  `${SQUARE}<circle cx="60" cy="56" r="32"/>${CROSS}`,
  `<path d="M12 88 H108 L100 34 H48 M12 88 C12 66 26 58 44 58 H104"/><circle cx="62" cy="74" r="6" fill="${INK}"/>`,
  `${SQUARE}<path d="M34 56 H86"/>`,
  `${SQUARE}<path d="M18 44 L48 14 M18 64 L68 14"/>`,
  `<circle cx="60" cy="56" r="42"/>${CROSS}`,
];

export function careLabel(captions: Captions): string {
  const text = captions.careLabel;
  const cells = text.symbols.map(
    (caption, index) => `<div class="card" style="align-items:center;padding:20px 8px 14px;gap:8px">
      <svg viewBox="0 0 120 112" width="124" fill="none" stroke="${INK}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round">
      ${CARE_SIGNS[index] ?? ''}</svg>
      <b style="font-size:24px;text-align:center;min-height:64px;display:flex;align-items:center">${caption}</b></div>`,
  );
  return `<div class="grid" style="grid-template-columns:repeat(4,1fr);gap:14px">${cells.join('')}</div>`;
}

export function measureBody(captions: Captions): string {
  const text = captions.measureBody;
  const levels = [
    { y: 182, half: 66 },
    { y: 264, half: 50 },
    { y: 356, half: 70 },
  ];
  const lines = levels.map(
    ({ y, half }) =>
      `<ellipse cx="190" cy="${y}" rx="${half}" ry="12" fill="none" stroke="${RED}" stroke-width="6"/>`,
  );
  const targets = levels.map(
    ({ y, half }, index) =>
      `<div data-mark="${index}" style="position:absolute;left:${190 + half - 12}px;top:${y - 10}px;width:10px;height:20px"></div>`,
  );
  const arm = (
    side: number,
  ) => `<path d="M${190 + side * 62} 142 Q${190 + side * 96} 210 ${190 + side * 106} 300" fill="none"
      stroke="#f0c9a8" stroke-width="28" stroke-linecap="round"/>
    <path d="M${190 + side * 58} 138 Q${190 + side * 80} 170 ${190 + side * 90} 216" fill="none" stroke="#7c9fdc" stroke-width="36"/>`;
  const figure = `<rect x="172" y="78" width="36" height="40" fill="#e5b891"/>${arm(-1)}${arm(1)}
    <path d="M132 304 C116 344 124 400 134 508 H182 L190 392 L198 508 H246 C256 400 264 344 248 304 Z" fill="#3f5a8f"/>
    <path d="M168 106 C150 112 122 116 118 140 C122 160 130 176 130 196 C134 230 146 244 146 264 C146 284 136 296 130 314
      H250 C244 296 234 284 234 264 C234 244 246 230 250 196 C250 176 258 160 262 140 C258 116 230 112 212 106 C206 124 174 124 168 106 Z"
      fill="#8fb0e6"/>
    <circle cx="190" cy="54" r="36" fill="#f0c9a8"/><path d="M152 58 C146 6 234 6 228 58 C222 34 206 30 190 30 C174 30 158 34 152 58 Z" fill="${INK}"/>`;
  const left = `<div style="position:relative;width:330px;height:508px;flex:none">${drawing(330, 508, figure + lines.join(''))}${targets.join('')}</div>`;
  return `${withCallouts(left, text.callouts)}${hint(text.hint)}`;
}

export function measureFoot(captions: Captions): string {
  const text = captions.measureFoot;
  const toes = [
    { x: 176, y: 116, rx: 23, ry: 28 },
    { x: 219, y: 128, rx: 17, ry: 22 },
    { x: 252, y: 144, rx: 15, ry: 19 },
    { x: 278, y: 166, rx: 14, ry: 17 },
    { x: 299, y: 192, rx: 12, ry: 15 },
  ];
  const foot = `<path d="M150 160 C146 240 170 300 168 360 C166 420 186 440 216 440 C250 440 268 416 264 366 C260 310 306 270 304 210
      C296 172 240 138 196 140 C170 140 152 144 150 160 Z" fill="#f0c9a8"/>
    ${toes.map(({ x, y, rx, ry }) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#f0c9a8" stroke="#fff" stroke-width="3"/>`).join('')}`;
  const scene = `<rect x="64" y="16" width="672" height="250" fill="#fff" stroke="#c5d0e0" stroke-width="4"/>
    <rect x="8" y="4" width="60" height="352" rx="4" fill="#9aa8bf"/>
    <text x="38" y="${text.wall.length > 1 ? 200 : 192}" font-size="26" font-weight="700" text-anchor="middle" fill="#fff"
      ${text.wall.length > 1 ? 'transform="rotate(-90 38 190)"' : ''}>${text.wall}</text>
    <g transform="translate(644 -152) rotate(90) scale(1.3)">${foot}</g>
    <path d="M540 26 V344" stroke="${RED}" stroke-width="5" stroke-dasharray="14 9"/>
    <path d="M88 312 H520" stroke="${RED}" stroke-width="6"/><path d="M72 312 l26 -14 v28 z M537 312 l-26 -14 v28 z" fill="${RED}"/>
    <rect x="252" y="284" width="${text.length.length > 2 ? 168 : 136}" height="56" rx="28" fill="#f1f5fb"/>
    <text x="314" y="322" font-size="27" font-weight="700" fill="${RED}">${text.length}</text>
    ${marker(100, 50, 1)}${marker(584, 56, 2)}${marker(284, 312, 3)}`;
  const lines = text.callouts.map(
    (callout, index) =>
      `<div style="display:flex;gap:14px;align-items:center;font-weight:700;font-size:28px">${badge(index + 1)}<span>${callout}</span></div>`,
  );
  return `${drawing(744, 360, scene)}<div style="display:grid;gap:12px;margin-top:16px">${lines.join('')}</div>${hint(text.hint)}`;
}

export function refundTimeline(captions: Captions): string {
  const text = captions.refundTimeline;
  const last = text.ticks.at(-1) ?? 1;
  const left = 222;
  const width = 482;
  const x = (days: number) => left + (days / last) * width;
  const rowHeight = 92;
  const bottom = 76 + text.rows.length * rowHeight;
  const ticks = text.ticks.map(
    (days) => `<path d="M${x(days)} 62 V${bottom}" stroke="#d3dceb" stroke-width="3"/>
      <text x="${x(days)}" y="${bottom + 34}" font-size="24" text-anchor="middle" fill="#5b6b86">${days}</text>`,
  );
  const rows = text.rows.map(({ label, from, to, text: span }, index) => {
    const y = 84 + index * rowHeight;
    const end = x(to);
    const barWidth = end - x(from);
    const inside = barWidth > 150;
    const spanX = inside ? x(from) + barWidth / 2 : end + 14;
    return `<text x="22" y="${y + 42}" font-size="27" font-weight="700" fill="${INK}">${label}</text>
      <path d="M${x(0)} ${y + 32} H${x(from)}" stroke="#9db7ea" stroke-width="6" stroke-dasharray="4 10" stroke-linecap="round"/>
      <rect x="${x(from)}" y="${y + 4}" width="${barWidth}" height="56" rx="16" fill="#2f6fed"/>
      <text x="${spanX}" y="${y + 42}" font-size="27" font-weight="700" text-anchor="${inside ? 'middle' : 'start'}"
        ${inside ? 'fill="#fff"' : `fill="${INK}" stroke="#fff" stroke-width="8" paint-order="stroke"`}>${span}</text>`;
  });
  const start = `<rect x="${left - 86}" y="6" width="172" height="46" rx="23" fill="${RED}"/>
    <text x="${left}" y="38" font-size="24" font-weight="700" text-anchor="middle" fill="#fff">${text.start}</text>
    <path d="M${left} 52 V${bottom}" stroke="${RED}" stroke-width="5"/>`;
  const unit = `<text x="${left + width / 2}" y="${bottom + 70}" font-size="24" text-anchor="middle" fill="#5b6b86">${text.unit}</text>`;
  const chart = drawing(744, bottom + 78, ticks.join('') + rows.join('') + start + unit);
  return `<div style="background:#fff;border:2px solid #dde5f0;border-radius:22px;padding:18px 0 6px">${chart}</div>${hint(text.hint)}`;
}
