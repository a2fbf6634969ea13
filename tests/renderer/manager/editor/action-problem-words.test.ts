import { expect, test } from 'vitest';
import { actionProblemWords } from '../../../../src/renderer/manager/editor/action-problem-words.ts';
import { editorMessages } from '../../../../src/shared/i18n/areas/editor.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';

const t = wordsOf(editorMessages, 'en');
const wordsFor = (code: string) => actionProblemWords({ kind: 'storage', code }, t);

test.each(['SQLITE_FULL', 'EDQUOT'])('%s is told as a full disk', (code) => {
  expect(wordsFor(code)).toBe(t('action.full'));
});

test.each(['EROFS', 'EPERM', 'SQLITE_CANTOPEN'])('%s is told as a folder that may not be written', (code) => {
  expect(wordsFor(code)).toBe(t('action.readOnly'));
});

test('any other code is named', () => {
  expect(wordsFor('SQLITE_IOERR')).toContain('SQLITE_IOERR');
});
