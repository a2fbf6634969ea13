import type { Part } from '../../../shared/domain/reply.ts';
import { textOf } from '../../../shared/domain/reply.ts';
import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { categoryCell } from '../category-cell.ts';
import type { ExportedReply } from '../repartee-json.ts';
import type { ExportedLibrary } from './exported-library.ts';

/** A table of replies: header and rows of the same length, and the width of each column in characters. */
export type ReplyTable = { header: string[]; widths: number[]; rows: string[][] };

/** What each column is, in order; the importer knows them by their headers. */
export const tableColumns = [
  { key: 'category', width: 24 },
  { key: 'title', width: 28 },
  { key: 'body', width: 70 },
  { key: 'shortcode', width: 14 },
  { key: 'tags', width: 18 },
  { key: 'note', width: 24 },
  { key: 'validFrom', width: 18 },
  { key: 'validUntil', width: 18 },
] as const;

/**
 * Lays replies out as a table that the importer reads back. Further variants stand in columns of their own behind the
 * others.
 * @param cellOf The cell of a variant; a cell alone cannot hold pictures and files, which are left out.
 */
export function replyTable(
  { replies, pathOf }: Pick<ExportedLibrary, 'replies' | 'pathOf'>,
  locale: Locale,
  cellOf: (parts: readonly Part[]) => string = textOf,
): ReplyTable {
  const t = wordsOf(exportFileMessages, locale);
  const rows: string[][] = [];
  let variants = 1;
  for (const reply of replies()) {
    rows.push(tableRow(reply, reply.variants.map(cellOf), pathOf(reply.categoryId), locale));
    variants = Math.max(variants, reply.variants.length);
  }
  const header: string[] = tableColumns.map(({ key }) => t(`column.${key}`));
  const widths: number[] = tableColumns.map(({ width }) => width);
  for (let number = 2; number <= variants; number += 1) {
    header.push(`${t('column.body')}${number}`);
    widths.push(50);
  }
  for (const row of rows) while (row.length < header.length) row.push('');
  return { header, widths, rows };
}

function tableRow(
  reply: ExportedReply,
  [first = '', ...others]: readonly string[],
  categoryPath: readonly string[],
  locale: Locale,
): string[] {
  return [
    categoryCell(categoryPath),
    reply.title,
    first,
    reply.shortcode ?? '',
    reply.tags.join(locale === 'en' ? ', ' : '、'),
    reply.note,
    beginningText(reply.validFrom),
    endText(reply.validUntil),
    ...others,
  ];
}

/** A day that begins here, as a date; any other instant exactly. */
function beginningText(instant: string | null): string {
  return instant === null ? '' : instantText(new Date(instant), '00:00:00.000');
}

/** A day that ends here, as a date; any other instant exactly. */
function endText(instant: string | null): string {
  return instant === null ? '' : instantText(new Date(instant), '23:59:59.999');
}

function instantText(date: Date, wholeDay: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const seconds = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  if (`${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}` === wholeDay) return day;
  return date.toISOString();
}
