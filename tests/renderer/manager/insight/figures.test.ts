import { expect, test } from 'vitest';
import { dayWords, durationWords } from '../../../../src/renderer/manager/insight/figures.ts';
import { saveProblemWords } from '../../../../src/renderer/manager/insight/save-problem.ts';
import { insightMessages } from '../../../../src/shared/i18n/areas/insight.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';

const en = wordsOf(insightMessages, 'en');

test.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min 0 s'],
  [245, '4 min 5 s'],
  [3_599, '59 min 59 s'],
  [3_600, '1 h 0 min'],
  [3_629, '1 h 0 min'],
  [7_199, '2 h 0 min'],
  [38_040, '10 h 34 min'],
])('%f seconds are written as %s', (seconds, words) => {
  expect(durationWords(seconds, en)).toBe(words);
});

test('a day of another year says which', () => {
  const today = new Date(2026, 0, 3);
  expect(dayWords('2026-01-02', 'en', today)).toBe('Jan 2');
  expect(dayWords('2025-12-31', 'en', today)).toBe('Dec 31, 2025');
  expect(dayWords('2025-12-31', 'zh-CN', today)).toBe('2025年12月31日');
});

test.each([
  ['ENOSPC', 'saveFailed.space'],
  ['EACCES', 'saveFailed.denied'],
  ['EBUSY', 'saveFailed.locked'],
] as const)('a file that was not saved for %s says what to do', (code, key) => {
  expect(saveProblemWords({ kind: 'storage', code, path: '/x.csv' }, en)).toBe(en(key));
});

test('an unknown code is told as it is', () => {
  expect(saveProblemWords({ kind: 'storage', code: 'EWHAT', path: '/x.csv' }, en)).toContain('EWHAT');
});
