import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { ImportWords } from '../../../shared/i18n/areas/import.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { storageCause } from '../../../shared/storage-cause.ts';
import { byteWords, numberWords } from '../../ui/number-words.ts';

/** Why an import does not go on: what main says, and what the page finds out by itself. */
export type DialogProblem =
  | ImportProblem
  | { kind: 'too-many-files' }
  | { kind: 'nothing-dropped' }
  /** A call that threw: nothing is known but that nothing was done. */
  | { kind: 'unexpected' };

const excel = /excel|\bxls\b|biff/i;
const ownExport = /^repartee/i;

/** Says what went wrong and what to do about it. */
export function problemWords(problem: DialogProblem, t: ImportWords, locale: Locale): string {
  switch (problem.kind) {
    case 'too-large':
    case 'unpacks-too-large':
      return t(`problem.${problem.kind}`, { name: problem.name, limit: byteWords(problem.limit) });
    case 'too-many-rows':
      return t('problem.too-many-rows', { name: problem.name, limit: numberWords(problem.limit, locale) });
    case 'unsupported': {
      const { name, format } = problem;
      if (excel.test(format)) return t('problem.old-excel', { name, format });
      if (ownExport.test(format)) return t('problem.newer-export', { name, format });
      return t('problem.unsupported', { name, format });
    }
    case 'damaged':
      return problem.line === null
        ? t('problem.damaged', { name: problem.name })
        : t('problem.damagedAt', { name: problem.name, line: problem.line });
    case 'storage':
      return storageWords(problem.code, t);
    case 'not-found':
    case 'unreadable':
    case 'folder-empty':
    case 'empty':
    case 'unknown-format':
    case 'password':
    case 'too-complex':
    case 'no-body-column':
    case 'timeout':
      return t(`problem.${problem.kind}`, { name: problem.name });
    case 'cancelled':
    case 'busy':
    case 'preview-outdated':
    case 'too-many-files':
    case 'nothing-dropped':
    case 'unexpected':
      return t(`problem.${problem.kind}`);
  }
}

function storageWords(code: string, t: ImportWords): string {
  switch (storageCause(code)) {
    case 'full':
      return t('problem.storage-space');
    case 'denied':
      return t('problem.storage-denied');
    default:
      return t('problem.storage', { code });
  }
}
