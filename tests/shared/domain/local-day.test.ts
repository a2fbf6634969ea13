import { afterEach, expect, test } from 'vitest';
import { lastLocalDays, localDay } from '../../../src/shared/domain/local-day.ts';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('the day is the one on the calendar where the computer is, not the one in UTC', () => {
  process.env.TZ = 'Asia/Shanghai';
  expect(localDay(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
  expect(localDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
});

test('the last days end with today and leave none out across the end of a month', () => {
  process.env.TZ = 'Asia/Taipei';
  expect(lastLocalDays(3, new Date('2026-03-01T12:00:00Z'))).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
});

test('days of 23 and 25 hours are one day each', () => {
  process.env.TZ = 'Europe/Berlin';
  const days = lastLocalDays(365, new Date('2026-11-01T23:30:00Z'));
  expect(new Set(days).size).toBe(365);
  expect(days).toContain('2026-03-29');
  expect(days.at(-1)).toBe('2026-11-02');
});
