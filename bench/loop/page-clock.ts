import type { Page } from 'playwright-core';

/** Turns times of a page's clock into times of this process, both by `performance.now()`. */
export type PageClock = {
  toLocal: (pageTime: number) => number;
  /** Largest error of a converted time, in milliseconds. */
  errorMs: number;
};

/** A round trip of one question about the time: asked and answered here, `page` what the page said. */
export type ClockReading = { asked: number; page: number; answered: number };

const readings = 60;

/**
 * The page's clock by the quickest of several round trips: the page answered somewhere between question and answer, so that
 * half of that time is the largest error.
 */
export function clockFromReadings(taken: readonly ClockReading[]): PageClock {
  const span = ({ asked, answered }: ClockReading) => answered - asked;
  const best = taken.toSorted((a, b) => span(a) - span(b))[0];
  if (best === undefined) throw new Error('A clock needs at least one reading.');
  const offset = (best.asked + best.answered) / 2 - best.page;
  return { toLocal: (pageTime) => pageTime + offset, errorMs: span(best) / 2 };
}

/** Reads the clock of a page. Both clocks are the machine's monotonic one, so that the offset stays what it is. */
export async function readPageClock(page: Page): Promise<PageClock> {
  const taken: ClockReading[] = [];
  for (let index = 0; index < readings; index++) {
    const asked = performance.now();
    const answer = await page.evaluate(() => performance.now());
    taken.push({ asked, page: answer, answered: performance.now() });
  }
  return clockFromReadings(taken);
}
