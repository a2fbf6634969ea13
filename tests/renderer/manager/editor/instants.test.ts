import { expect, test } from 'vitest';
import {
  fromInputValue,
  isMidnight,
  isReversed,
  quickPick,
  toInputValue,
} from '../../../../src/renderer/manager/editor/instants.ts';
import { untilWords } from '../../../../src/renderer/manager/editor/until-words.ts';

test('local date and time become an instant with milliseconds, and back', () => {
  const instant = fromInputValue('2026-11-22T18:30');
  expect(instant).toBe(new Date(2026, 10, 22, 18, 30).toISOString());
  expect(instant).toMatch(/\.000Z$/);
  expect(toInputValue(instant)).toBe('2026-11-22T18:30');
});

test('a year that is still being typed is taken as it stands', () => {
  expect(toInputValue(fromInputValue('0002-11-30T08:30'))).toBe('0002-11-30T08:30');
  expect(toInputValue(fromInputValue('0020-02-29T00:00'))).toBe('0020-02-29T00:00');
});

test('an empty or unfinished input is no instant', () => {
  expect(fromInputValue('')).toBeNull();
  expect(fromInputValue('2026-11-22')).toBeNull();
  expect(toInputValue(null)).toBe('');
});

test('quick picks end at the midnight after the last day that counts', () => {
  const now = new Date(2026, 10, 22, 18, 30);
  expect(quickPick('today', now)).toBe(new Date(2026, 10, 23).toISOString());
  expect(quickPick('week', now)).toBe(new Date(2026, 10, 30).toISOString());
  expect(quickPick('month', now)).toBe(new Date(2026, 11, 1).toISOString());
  expect(quickPick('month', new Date(2026, 11, 31, 23, 59))).toBe(new Date(2027, 0, 1).toISOString());
});

test('an end at midnight is said as the end of the day before', () => {
  const end = quickPick('month', new Date(2026, 10, 22));
  expect(isMidnight(end)).toBe(true);
  expect(untilWords(end, 'zh-CN')).toBe('2026年11月30日 24:00');
  expect(untilWords(new Date(2026, 10, 30, 9, 5).toISOString(), 'zh-CN')).toContain('09:05');
});

test('an end at or before its beginning is reversed', () => {
  const at = new Date(2026, 0, 1).toISOString();
  expect(isReversed(at, at)).toBe(true);
  expect(isReversed(at, new Date(2026, 0, 2).toISOString())).toBe(false);
  expect(isReversed(null, at)).toBe(false);
});
