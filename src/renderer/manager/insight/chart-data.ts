import type { Insight } from '../../../shared/contract/insight-calls.ts';

/** One bar: the days from `from` to `to`, which are the same for a bar of one day. Days are YYYY-MM-DD. */
export type Bar = { from: string; to: string; count: number };

/** More bars than this are too thin to be told apart in a narrow window: a longer period gets one a week. */
const mostDailyBars = 90;
const daysOfWeek = 7;

/** Turns the pastes of each day into bars. Weeks are counted back from today, so that the last bar is a whole one. */
export function barsOf(pastes: Insight['pastes']): Bar[] {
  const size = pastes.length > mostDailyBars ? daysOfWeek : 1;
  const bars: Bar[] = [];
  for (let end = pastes.length; end > 0; end -= size) {
    const days = pastes.slice(Math.max(0, end - size), end);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) break;
    const count = days.reduce((sum, day) => sum + day.count, 0);
    bars.push({ from: first.day, to: last.day, count });
  }
  return bars.reverse();
}

/** The day with the most pastes, the latest among equals; null when nothing was pasted. */
export function busiestDay(pastes: Insight['pastes']): Insight['pastes'][number] | null {
  const most = Math.max(0, ...pastes.map(({ count }) => count));
  return most === 0 ? null : (pastes.findLast(({ count }) => count === most) ?? null);
}

/** Every nth item, counted back from the last one, so that there are `most` at most. */
export function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.ceil(items.length / most);
  return items.filter((_, index) => (items.length - 1 - index) % step === 0);
}
