import type { ActionProblem } from '../../../shared/library-action.ts';
import type { ActionWords } from './step-words.ts';

/** Why an action was refused, and what to do about it. */
export function problemWords(t: ActionWords, problem: ActionProblem): string {
  switch (problem.kind) {
    case 'shortcode-taken':
      return t('problem.shortcode-taken', { title: problem.by.title });
    case 'storage':
      return storageWords(t, problem.code);
    default:
      return t(`problem.${problem.kind}`);
  }
}

function storageWords(t: ActionWords, code: string): string {
  if (/FULL|ENOSPC|EDQUOT/.test(code)) return t('problem.disk-full');
  if (/READONLY|EROFS|EACCES|EPERM|PERM|CANTOPEN/.test(code)) return t('problem.read-only', { code });
  if (/BUSY|LOCKED/.test(code)) return t('problem.locked', { code });
  return t('problem.storage', { code });
}
