import type { ActionProblem } from '../../../shared/library-action.ts';
import { storageCause } from '../../../shared/storage-cause.ts';
import type { EditorWords } from './draft-problem-words.ts';

/** Why something was not done, and what to do. */
export function actionProblemWords(problem: ActionProblem, t: EditorWords): string {
  switch (problem.kind) {
    case 'storage':
      return storageWords(problem.code, t);
    case 'busy':
      return t('action.busy');
    case 'not-found':
      return t('action.notFound');
    case 'changed':
      return t('banner.conflict');
    case 'invalid':
      return t('action.invalid');
    default:
      return t('action.failed');
  }
}

function storageWords(code: string, t: EditorWords): string {
  switch (storageCause(code)) {
    case 'full':
      return t('action.full');
    case 'denied':
      return t('action.readOnly');
    default:
      return t('action.storage', { code });
  }
}
