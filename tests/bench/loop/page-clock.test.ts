import { expect, test } from 'vitest';
import { clockFromReadings } from '../../../bench/loop/page-clock.ts';

test('the quickest round trip sets the clock, and half of it is the error', () => {
  const clock = clockFromReadings([
    { asked: 1_000, page: 500, answered: 1_040 },
    { asked: 2_000, page: 1_499, answered: 2_002 },
  ]);
  expect(clock.errorMs).toBe(1);
  expect(clock.toLocal(1_499)).toBe(2_001);
});

test('there is no clock without a reading', () => {
  expect(() => clockFromReadings([])).toThrow('reading');
});
