import { expect, test } from 'vitest';
import { type DialogProblem, problemWords } from '../../../../src/renderer/manager/import/problem-words.ts';
import { importMessages } from '../../../../src/shared/i18n/areas/import.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';
import { locales } from '../../../../src/shared/i18n/locale.ts';

const name = '话术.xlsx';
const megabyte = 1024 * 1024;

const problems: DialogProblem[] = [
  { kind: 'not-found', name, code: 'ENOENT' },
  { kind: 'unreadable', name, code: 'EACCES' },
  { kind: 'folder-empty', name, code: null },
  { kind: 'too-large', name, limit: 50 * megabyte },
  { kind: 'unpacks-too-large', name, limit: 200 * megabyte },
  { kind: 'too-many-rows', name, limit: 200_000 },
  { kind: 'empty', name },
  { kind: 'unknown-format', name },
  { kind: 'unsupported', name, format: 'CopyQ' },
  { kind: 'unsupported', name, format: 'Excel 95' },
  { kind: 'unsupported', name, format: 'Repartee JSON 9' },
  { kind: 'password', name },
  { kind: 'damaged', name, line: null },
  { kind: 'damaged', name, line: 17 },
  { kind: 'too-complex', name },
  { kind: 'no-body-column', name, preview: null },
  { kind: 'timeout', name },
  { kind: 'cancelled' },
  { kind: 'busy' },
  { kind: 'preview-outdated' },
  { kind: 'storage', code: 'SQLITE_FULL' },
  { kind: 'storage', code: 'SQLITE_READONLY' },
  { kind: 'storage', code: 'SQLITE_IOERR' },
  { kind: 'too-many-files' },
  { kind: 'nothing-dropped' },
  { kind: 'unexpected' },
];

test.each(locales)('every problem has words of its own in %s, with nothing left to fill in', (locale) => {
  const t = wordsOf(importMessages, locale);
  const words = problems.map((problem) => problemWords(problem, t, locale));
  expect(new Set(words).size).toBe(problems.length);
  for (const text of words) expect(text).not.toMatch(/[{}]|undefined/);
});

test('limits are told in the unit that people know', () => {
  const t = wordsOf(importMessages, 'en');
  expect(problemWords({ kind: 'too-large', name, limit: 50 * megabyte }, t, 'en')).toContain('50 MB');
  expect(problemWords({ kind: 'too-many-rows', name, limit: 200_000 }, t, 'en')).toContain('200,000');
});

test('an Excel file that is too old is told how to be saved anew', () => {
  const t = wordsOf(importMessages, 'en');
  expect(problemWords({ kind: 'unsupported', name, format: 'Excel 95' }, t, 'en')).toContain('.xlsx');
});
