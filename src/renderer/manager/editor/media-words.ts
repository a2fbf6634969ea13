import { byteWords } from '../../ui/number-words.ts';
import type { AddProblem } from './add-media.ts';
import type { EditorWords } from './draft-problem-words.ts';

/** Why a picture or file was not taken, and what to do. */
export function addProblemWords(problem: AddProblem, t: EditorWords): string {
  switch (problem.kind) {
    case 'too-large':
      return t('media.tooLarge', { limit: byteWords(problem.limit) });
    case 'too-many-pixels':
      return t('media.tooManyPixels', { millions: problem.limit / 1_000_000 });
    case 'unreadable':
      return t('media.unreadable');
    case 'empty':
      return t('media.empty');
    case 'storage':
      return t('media.storage', { code: problem.code });
    case 'failed':
      return t('media.failed');
  }
}
