import { kefubaoXlsx } from '../../scripts/import-fixtures/binary-fixtures.ts';
import { delimited, kefubaoTable, type SampleRow } from '../../tests/support/import-rows.ts';

/** A file of many replies, as another tool would leave it. */
export type Source = { name: string; content: (rows: readonly SampleRow[]) => string | Uint8Array };

/** The layouts that are measured. */
export const sources: readonly Source[] = [
  { name: 'kefubao.csv', content: (rows) => delimited(kefubaoTable(rows)) },
  { name: 'kefubao.xlsx', content: (rows) => kefubaoXlsx(rows) },
  { name: 'beeftext.json', content: beeftext },
  { name: 'espanso.yml', content: espanso },
];

function beeftext(rows: readonly SampleRow[]): string {
  const combos = rows.map(({ title, shortcode, body }) => ({
    name: title,
    keyword: shortcode,
    snippet: body,
    enabled: true,
  }));
  return JSON.stringify({ fileFormatVersion: 8, groups: [], combos });
}

function espanso(rows: readonly SampleRow[]): string {
  const matches = rows.map(
    ({ title, shortcode, body }) =>
      `  - trigger: ":${shortcode}"\n    label: ${JSON.stringify(title)}\n    replace: ${JSON.stringify(body)}\n`,
  );
  return `matches:\n${matches.join('')}`;
}
