import type { ExportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { ExportWords } from '../../../shared/i18n/areas/export.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

const noSpace = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/;
const noRight = /^(EACCES|EROFS)/;
/** Windows answers EPERM when a file is open in a program that does not share it. */
const inUse = /^(EBUSY|EPERM|ETXTBSY)/;
const gone = /^(ENOENT|ENOTDIR|EIO|ENXIO|ENODEV)/;

/** Says what went wrong and what to do about it. */
export function exportProblemWords(
  problem: ExportProblem | { kind: 'unexpected' },
  t: ExportWords,
  locale: Locale,
): string {
  switch (problem.kind) {
    case 'too-many':
      return t('problem.too-many', { limit: new Intl.NumberFormat(locale).format(problem.limit) });
    case 'too-large':
      return t('problem.too-large', { limit: `${problem.limit / (1024 * 1024)} MB` });
    case 'storage': {
      const { code, path } = problem;
      if (noSpace.test(code)) return t('problem.space');
      if (noRight.test(code)) return t('problem.denied', { path });
      if (inUse.test(code)) return t('problem.locked', { path });
      if (gone.test(code)) return t('problem.gone', { path });
      return t('problem.storage', { code });
    }
    case 'cancelled':
    case 'busy':
    case 'empty':
    case 'unexpected':
      return t(`problem.${problem.kind}`);
  }
}
