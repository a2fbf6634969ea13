import { expect, test } from 'vitest';
import { barsOf, busiestDay, evenly } from '../../../../src/renderer/manager/insight/chart-data.ts';
import { lastLocalDays } from '../../../../src/shared/domain/local-day.ts';

const pastes = (days: number) =>
  lastLocalDays(days, new Date(2026, 10, 22)).map((day, index) => ({ day, count: index + 1 }));

test.each([7, 30, 90])('a period of %i days has a bar a day', (days) => {
  const bars = barsOf(pastes(days));
  expect(bars).toHaveLength(days);
  expect(bars[0]).toEqual({ from: pastes(days)[0]?.day, to: pastes(days)[0]?.day, count: 1 });
});

test('a year has a bar a week, the last one whole, and no paste is lost', () => {
  const year = pastes(365);
  const bars = barsOf(year);
  expect(bars).toHaveLength(53);
  expect(bars.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22', count: 359 * 7 + 21 });
  expect(bars[0]).toMatchObject({ from: year[0]?.day, to: year[0]?.day });
  const total = (rows: { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
  expect(total(bars)).toBe(total(year));
});

test('the busiest day is the latest of equals, and there is none when nothing was pasted', () => {
  const days = [
    { day: '2026-11-20', count: 3 },
    { day: '2026-11-21', count: 3 },
    { day: '2026-11-22', count: 1 },
  ];
  expect(busiestDay(days)?.day).toBe('2026-11-21');
  expect(busiestDay(days.map(({ day }) => ({ day, count: 0 })))).toBeNull();
});

test('every nth item is taken, so that the last one is among them and none stands closer', () => {
  const thirty = Array.from({ length: 30 }, (_, index) => index + 1);
  expect(evenly(thirty, 8)).toEqual([2, 6, 10, 14, 18, 22, 26, 30]);
  expect(evenly([1, 2, 3], 8)).toEqual([1, 2, 3]);
  expect(evenly([], 8)).toEqual([]);
});
