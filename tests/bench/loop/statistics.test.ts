import { expect, test } from 'vitest';
import { percentile, summarize } from '../../../bench/loop/statistics.ts';

test('the 95th percentile is a sample that at least 95 of 100 do not exceed', () => {
  const samples = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(samples, 0.95)).toBe(95);
});

test('the 95th percentile of few samples is the largest one', () => {
  expect(percentile([1, 2, 30], 0.95)).toBe(30);
});

test('samples in any order are summarised, and stay as they were', () => {
  const samples = [30, 10, 20, 40];
  expect(summarize(samples)).toEqual({ n: 4, min: 10, median: 25, p95: 40, max: 40 });
  expect(samples).toEqual([30, 10, 20, 40]);
});

test('the median of an odd number of samples is the middle one', () => {
  expect(summarize([5, 100, 1])?.median).toBe(5);
});

test('nothing was measured, so there is no summary', () => {
  expect(summarize([])).toBeNull();
});
