import type { ExportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { InsightWords } from '../../../shared/i18n/areas/insight.ts';

const noSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const noRight = new Set(['EACCES', 'EROFS']);
/** Windows answers EPERM when a file is open in a program that does not share it. */
const inUse = new Set(['EBUSY', 'EPERM', 'ETXTBSY']);

/** Says why a table was not saved and what to do. */
export function saveProblemWords(problem: ExportProblem, t: InsightWords): string {
  const code = problem.kind === 'storage' ? problem.code : problem.kind;
  if (noSpace.has(code)) return t('saveFailed.space');
  if (noRight.has(code)) return t('saveFailed.denied');
  if (inUse.has(code)) return t('saveFailed.locked');
  return t('saveFailed.other', { code });
}
