import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { RunningApp } from '../../tests/e2e/support/app.ts';
import { until } from '../../tests/e2e/support/poll.ts';

const folder = join(import.meta.dirname, '../../docs/screenshots');

/** Of WebP: small enough for the repository, and thin strokes of Chinese are still clean. */
const quality = 55;

/** Pixels around an element that is pictured alone. */
const margin = 12;

/** How long a change may need until it is drawn: Mantine's transitions take up to 250 ms, charts longer. */
const settleMs = 450;

/** Waits until what the last answer changed is drawn and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async (patience) => {
    await document.fonts.ready;
    const pictures = [...document.images].map((picture) => picture.decode().catch(() => {}));
    await Promise.all(pictures);
    const ended = Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
    // An endless animation must not hold the picture up for ever.
    await Promise.race([ended, new Promise((done) => setTimeout(done, 1_500))]);
    await new Promise((done) => setTimeout(done, patience));
  }, settleMs);
}

/**
 * Takes a picture of what a page shows, or of some elements with what lies between and a little around them.
 * @param name File name without its ending.
 */
export async function takePicture(page: Page, name: string, elements: readonly Locator[]): Promise<void> {
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const clip = elements.length === 0 ? {} : { clip: { ...(await boxAround(page, elements)), scale: 1 } };
  // The palette's corners are round: what is behind its window does not belong into the picture.
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, ...clip });
  await session.send('Emulation.setDefaultBackgroundColorOverride', {});
  await session.detach();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
}

async function boxAround(page: Page, elements: readonly Locator[]) {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  const shown = boxes.filter((box) => box !== null);
  if (shown.length < boxes.length) throw new Error('what is to be pictured is not on the screen');
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const left = Math.max(0, Math.min(...shown.map(({ x }) => x)) - margin);
  const top = Math.max(0, Math.min(...shown.map(({ y }) => y)) - margin);
  const right = Math.min(view.width, Math.max(...shown.map(({ x, width }) => x + width)) + margin);
  const bottom = Math.min(view.height, Math.max(...shown.map(({ y, height }) => y + height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Gives a window this inner size. */
export async function resize({ app }: RunningApp, page: Page, width: number, height: number): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((target, size) => target.setBounds({ x: 0, y: 0, ...size }), { width, height });
  await until(
    () =>
      page.evaluate(([wide, high]) => innerWidth === wide && innerHeight === high, [width, height] as const),
    `the window is ${width} × ${height}`,
  );
}
