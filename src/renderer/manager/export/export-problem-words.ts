import type { ExportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { ExportWords } from '../../../shared/i18n/areas/export.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { chosenFileCause } from '../../../shared/storage-cause.ts';
import { byteWords, numberWords } from '../../ui/number-words.ts';

/** Says what went wrong and what to do about it. */
export function exportProblemWords(
  problem: ExportProblem | { kind: 'unexpected' },
  t: ExportWords,
  locale: Locale,
): string {
  switch (problem.kind) {
    case 'too-many':
      return t('problem.too-many', { limit: numberWords(problem.limit, locale) });
    case 'too-large':
      return t('problem.too-large', { limit: byteWords(problem.limit) });
    case 'storage':
      return storageWords(problem, t);
    case 'cancelled':
    case 'busy':
    case 'empty':
    case 'unexpected':
      return t(`problem.${problem.kind}`);
  }
}

function storageWords({ code, path }: Extract<ExportProblem, { kind: 'storage' }>, t: ExportWords): string {
  switch (chosenFileCause(code)) {
    case 'full':
      return t('problem.space');
    case 'denied':
      return t('problem.denied', { path });
    case 'in-use':
      return t('problem.locked', { path });
    case 'gone':
      return t('problem.gone', { path });
    case 'other':
      return t('problem.storage', { code });
  }
}
