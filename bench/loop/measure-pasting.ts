import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { XWindow } from '../../src/main/platform/native/x-connection.ts';
import type { Desk } from './desk.ts';
import { type DeskClipboard, textFormats, textOfFormats } from './desk-clipboard.ts';
import type { BenchReply } from './library.ts';
import { forgetPainted, paintedMark } from './measure-opening.ts';
import type { PageClock } from './page-clock.ts';
import { type BenchApp, hotkey } from './stage.ts';

/** Between two pastes; the last key of one is then long up. */
const restMs = 120;

/** One paste, in milliseconds from the press of Enter. */
export type PastingSample = {
  /** The reply is in the input of the target page; null when the page never got it. */
  arrived: number | null;
  /** The clipboard holds again what it held before. */
  restored: number;
};

type WatchedWindow = Window & { arrivals: number[] };

/** Makes the chat page write down when its input changes. */
export async function watchArrivals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = globalThis as unknown as WatchedWindow;
    watched.arrivals = [];
    const input = document.querySelector('#input');
    if (input === null) throw new Error('The chat page has no input.');
    new MutationObserver(() => watched.arrivals.push(performance.now())).observe(input, { childList: true });
  });
}

async function firstArrival(page: Page): Promise<number> {
  const arrived = await page.waitForFunction(
    () => (globalThis as unknown as WatchedWindow).arrivals[0],
    null,
    {
      polling: 10,
      timeout: 5_000,
    },
  );
  return arrived.jsonValue() as Promise<number>;
}

/** Clears the chat's input and forgets what arrived. */
async function clear(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.querySelector('#input')?.replaceChildren();
    // The observer hears of the clearing in a microtask.
    await Promise.resolve();
    (globalThis as unknown as WatchedWindow).arrivals.length = 0;
  });
}

/** Pastes a reply into the chat page with hotkey, shortcode and Enter, with something of the user's on the clipboard. */
export async function measurePasting(
  desk: Desk,
  clipboard: DeskClipboard,
  { palette }: BenchApp,
  chat: { page: Page; window: XWindow; clock: PageClock },
  reply: BenchReply,
): Promise<PastingSample> {
  await clear(chat.page);
  const copied = `copied before ${reply.shortcode}`;
  clipboard.copy(textFormats(copied));
  await forgetPainted(palette.page);
  await delay(restMs);

  await desk.press(hotkey);
  await desk.when(() => desk.hasKeyboard(palette.window), 'the palette has the keyboard');
  await paintedMark(palette.page);
  desk.type(reply.shortcode);
  await palette.page
    .locator('[role=option][aria-selected=true] .row-title', { hasText: reply.title })
    .waitFor({ timeout: 5_000 });
  await delay(restMs);

  const pressedAt = await desk.press('Return');
  await desk.when(() => !clipboard.isOurs(), 'the clipboard is borrowed');
  const restored = (await whenRestored(clipboard, copied)) - pressedAt;
  const arrival = await firstArrival(chat.page);
  await desk.when(() => desk.hasKeyboard(chat.window), 'the chat has the keyboard');
  if (arrival === null) return { arrived: null, restored };
  const text = await chat.page.locator('#input').textContent();
  const expected = reply.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  if (text !== expected) throw new Error(`"${reply.title}" did not arrive as it is.`);
  return { arrived: chat.clock.toLocal(arrival) - pressedAt, restored };
}

/** Reads the clipboard each time that it has changed hands, until it holds the text. */
async function whenRestored(clipboard: DeskClipboard, text: string): Promise<number> {
  const deadline = performance.now() + 8_000;
  let seen = -1;
  while (performance.now() < deadline) {
    const changes = clipboard.changes();
    if (changes !== seen) {
      seen = changes;
      const seenAt = performance.now();
      if (textOfFormats(await clipboard.read()) === text) return seenAt;
    }
    await delay(1);
  }
  throw new Error('The clipboard was not given back.');
}
