import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { XWindow } from '../../src/main/platform/native/x-connection.ts';
import type { Desk } from './desk.ts';
import type { PageClock } from './page-clock.ts';
import { type BenchApp, hotkey } from './stage.ts';

/** How long a finger stays on the hotkey; the app must not need its release. */
const fingerMs = 40;

/** Between two openings, so that each finds the desktop at rest. */
const restMs = 120;

/** One opening, in milliseconds from the press of the hotkey's last key. */
export type OpeningSample = {
  /** The X server sends keys to the palette. */
  focused: number;
  /** The frame with the content of this opening has been handed to the screen. */
  painted: number;
  /** The later of the two: from here on the agent types and sees. */
  ready: number;
};

/** Forgets earlier openings, so that the next mark is that of the next one. */
export async function forgetPainted(page: Page): Promise<void> {
  await page.evaluate(() => performance.clearMarks('palette-painted'));
}

/** Resolves with the page's own time of its mark `palette-painted`. */
export function paintedMark(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const mark = performance.getEntriesByName('palette-painted').at(-1);
          if (mark) resolve(mark.startTime);
          else setTimeout(look, 4);
        };
        look();
      }),
  );
}

/** Opens the palette over `target` with the hotkey, closes it with Esc, and says how long the opening took. */
export async function measureOpening(
  desk: Desk,
  { palette }: BenchApp,
  target: XWindow,
  clock: PageClock,
): Promise<OpeningSample> {
  await forgetPainted(palette.page);
  await delay(restMs);
  const focus = desk.when(() => desk.hasKeyboard(palette.window), 'the palette has the keyboard');
  const pressedAt = await desk.press(hotkey, fingerMs);
  const focused = (await focus) - pressedAt;
  const painted = clock.toLocal(await paintedMark(palette.page)) - pressedAt;
  await desk.press('Escape');
  await desk.when(() => desk.hasKeyboard(target), 'the target has the keyboard again');
  return { focused, painted, ready: Math.max(focused, painted) };
}
