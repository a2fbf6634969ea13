import type { ActionProblem } from '../../../shared/library-action.ts';
import { storageCause } from '../../../shared/storage-cause.ts';
import { type ActionWords, shortened } from './step-words.ts';

/** Why an action was refused, and what to do about it. */
export function problemWords(t: ActionWords, problem: ActionProblem): string {
  switch (problem.kind) {
    case 'shortcode-taken':
      return t('problem.shortcode-taken', { title: problem.by.title });
    case 'validity-reversed':
      return t('problem.validity-reversed', { title: shortened(problem.of) });
    case 'storage':
      return storageWords(t, problem.code);
    default:
      return t(`problem.${problem.kind}`);
  }
}

function storageWords(t: ActionWords, code: string): string {
  switch (storageCause(code)) {
    case 'full':
      return t('problem.disk-full');
    case 'denied':
      return t('problem.read-only', { code });
    case 'in-use':
      return t('problem.locked', { code });
    default:
      return t('problem.storage', { code });
  }
}
