import { expect, test } from 'vitest';
import { exportProblemWords } from '../../../../src/renderer/manager/export/export-problem-words.ts';
import { exportMessages } from '../../../../src/shared/i18n/areas/export.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';
import { locales } from '../../../../src/shared/i18n/locale.ts';

const path = '/media/stick/replies.xlsx';
const problems = [
  { kind: 'cancelled' },
  { kind: 'busy' },
  { kind: 'empty' },
  { kind: 'too-many', limit: 2_000 },
  { kind: 'too-large', limit: 50 * 1024 * 1024 },
  { kind: 'storage', code: 'ENOSPC', path },
  { kind: 'storage', code: 'EACCES', path },
  { kind: 'storage', code: 'EBUSY', path },
  { kind: 'storage', code: 'ENOENT', path },
  { kind: 'storage', code: 'EWHAT', path },
  { kind: 'unexpected' },
] as const;

test.each(locales)('every problem has words of its own in %s, with nothing left to fill in', (locale) => {
  const t = wordsOf(exportMessages, locale);
  const words = problems.map((problem) => exportProblemWords(problem, t, locale));
  expect(new Set(words).size).toBe(problems.length);
  for (const text of words) expect(text).not.toMatch(/[{}]|undefined/);
});
