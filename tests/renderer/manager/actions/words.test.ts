import { expect, test } from 'vitest';
import { problemWords } from '../../../../src/renderer/manager/actions/problem-words.ts';
import { isSameStep, stepDone, stepName } from '../../../../src/renderer/manager/actions/step-words.ts';
import { actionMessages } from '../../../../src/shared/i18n/areas/manager-actions.ts';
import { wordsOf } from '../../../../src/shared/i18n/catalogue.ts';
import type { StepLabel } from '../../../../src/shared/library-action.ts';

const t = wordsOf(actionMessages, 'en');
const moved: StepLabel = { kind: 'move-replies', count: 3, name: null };

test('a step is named by what it is about', () => {
  expect(stepName(t, moved)).toBe('Move 3 replies');
  expect(stepDone(t, moved)).toBe('Moved 3 replies');
  expect(stepName(t, { kind: 'save-reply', count: 1, name: 'Refund' })).toBe('Edit “Refund”');
});

test('a long title is cut, never in the middle of a character', () => {
  const name = stepName(t, { kind: 'delete-replies', count: 1, name: '😀'.repeat(60) });
  expect(name).toBe(`Delete “${'😀'.repeat(23)}…”`);
});

test('labels of the same step are told from those of others', () => {
  expect(isSameStep(moved, { ...moved })).toBe(true);
  expect(isSameStep(moved, { ...moved, count: 4 })).toBe(false);
  expect(isSameStep(null, moved)).toBe(false);
});

test('a storage problem says what to do about its cause', () => {
  expect(problemWords(t, { kind: 'storage', code: 'SQLITE_FULL' })).toContain('disk is full');
  expect(problemWords(t, { kind: 'storage', code: 'EROFS' })).toContain('permissions');
  expect(problemWords(t, { kind: 'storage', code: 'SQLITE_BUSY' })).toContain('Another program');
  expect(problemWords(t, { kind: 'storage', code: 'SQLITE_IOERR' })).toContain('SQLITE_IOERR');
});

test('a date that does not fit one of many replies is told with its title', () => {
  const problem = { kind: 'validity-reversed', of: '😀'.repeat(60) } as const;
  expect(problemWords(t, problem)).toContain(`“${'😀'.repeat(23)}…”`);
});
