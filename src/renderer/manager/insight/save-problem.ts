import type { ExportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { InsightWords } from '../../../shared/i18n/areas/insight.ts';
import { chosenFileCause } from '../../../shared/storage-cause.ts';

/** Says why a table was not saved and what to do. */
export function saveProblemWords(problem: ExportProblem, t: InsightWords): string {
  const code = problem.kind === 'storage' ? problem.code : problem.kind;
  switch (chosenFileCause(code)) {
    case 'full':
      return t('saveFailed.space');
    case 'denied':
      return t('saveFailed.denied');
    case 'in-use':
      return t('saveFailed.locked');
    default:
      return t('saveFailed.other', { code });
  }
}
