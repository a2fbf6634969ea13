import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { csvText } from '../csv-text.ts';
import { tableColumns } from './table-rows.ts';
import { loadXlsx } from './xlsx-file.ts';

/**
 * The sample table that a person fills in: an explanation above the header, where the importer looks for none of its
 * rows, and two examples. A workbook has a second sheet that explains each column.
 */
export async function templateFile(format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array> {
  const t = wordsOf(exportFileMessages, locale);
  const rows = [
    [t('template.instruction')],
    tableColumns.map(({ key }) => t(`column.${key}`)),
    ...(['example1', 'example2'] as const).map((example) => [
      t(`template.${example}.category`),
      t(`template.${example}.title`),
      t(`template.${example}.body`),
      t(`template.${example}.shortcode`),
      t(`template.${example}.tags`),
      t(`template.${example}.note`),
      '',
      '',
    ]),
  ];
  if (format === 'csv') return Buffer.from(csvText(rows));
  const explanations = [
    t('template.explain.body'),
    t('template.explain.category'),
    t('template.explain.title'),
    t('template.explain.shortcode'),
    t('template.explain.tags'),
    t('template.explain.note'),
    t('template.explain.validUntil'),
  ];
  const xlsxFile = await loadXlsx();
  return xlsxFile([
    { name: t('sheet'), rows, widths: tableColumns.map(({ width }) => width) },
    { name: t('template.instructionsSheet'), rows: explanations.map((line) => [line]), widths: [110] },
  ]);
}
