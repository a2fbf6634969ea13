import {
  IconAlertTriangle,
  IconCopy,
  IconPaperclip,
  IconPhoto,
  IconStack3,
  IconStarFilled,
} from '@tabler/icons-react';
import type { ReplyRow } from '../../../shared/contract/library-calls.ts';
import type { ListKey } from '../../../shared/i18n/areas/manager-list.ts';
import type { Words } from '../../../shared/i18n/catalogue.ts';

const icon = { size: 13, stroke: 1.8, 'aria-hidden': true } as const;

/** The words for everything that a row shows as a mark, for its tooltip and for screen readers. */
export function markWords(t: Words<ListKey>, row: ReplyRow): string[] {
  const words: string[] = [];
  if (row.favourite) words.push(t('row.favourite'));
  if (row.pictures > 0) words.push(t('row.pictures'));
  if (row.files > 0) words.push(t('row.files'));
  if (row.variantCount > 1) words.push(t('row.variants', { count: row.variantCount }));
  if (row.duplicate) words.push(t('row.duplicate'));
  if (row.lint !== null) words.push(t(`row.lint.${row.lint}`));
  if (row.uses > 0) words.push(t('row.uses', { count: row.uses }));
  return words;
}

/** What a reply has and what is to be looked at, as small icons. */
export function RowMarks({ row, title }: { row: ReplyRow; title: string }) {
  if (title === '') return null;
  return (
    <span className="row-marks" title={title} aria-hidden="true">
      {row.favourite && <IconStarFilled size={12} className="mark-favourite" aria-hidden={true} />}
      {row.pictures > 0 && <IconPhoto {...icon} />}
      {row.files > 0 && <IconPaperclip {...icon} />}
      {row.variantCount > 1 && (
        <span className="mark-count">
          <IconStack3 {...icon} />
          {row.variantCount}
        </span>
      )}
      {row.duplicate && <IconCopy {...icon} className="mark-duplicate" />}
      {row.lint !== null && <IconAlertTriangle {...icon} className="mark-lint" data-severity={row.lint} />}
      {row.uses > 0 && <span className="mark-uses">{row.uses.toLocaleString('en')}×</span>}
    </span>
  );
}
