import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kefubaoXlsx, sheetOf, workbook } from '../../../../scripts/import-fixtures/binary-fixtures.ts';
import { delimited, kefubaoTable, manyRows, qianniuTable } from '../../../support/import-rows.ts';
import { readWhole, textsOf } from './read-fixture.ts';

const rows = manyRows(10_000);
const bodies = rows.map(({ body }) => body);

const files: [layout: string, name: string, content: () => Uint8Array | string][] = [
  ['kefubao', 'a.xlsx', () => kefubaoXlsx(rows)],
  ['kefubao', 'a.xls', () => workbook({ 话术: sheetOf(kefubaoTable(rows)) }, 'biff8')],
  ['kefubao', 'a.csv', () => delimited(kefubaoTable(rows))],
  ['kefubao', 'gb18030.csv', () => iconv.encode(delimited(kefubaoTable(rows)), 'gb18030')],
  ['qianniu', 'b.xlsx', () => workbook({ 快捷短语: sheetOf(qianniuTable(rows)) }, 'xlsx')],
  [
    'textexpander',
    'c.csv',
    () =>
      delimited(
        rows.map(({ shortcode, body, title }) => [shortcode, body, title]),
        ',',
        '\r',
      ),
  ],
  ['beeftext-json', 'd.json', () => beeftext()],
  ['espanso', 'e.yml', () => espanso()],
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'many-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(files)('reads ten thousand rows of %s from %s', async (layout, name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content());
  const reading = await readWhole(path);
  expect(reading.layout).toBe(layout);
  expect(reading.replies.filter(({ skip }) => skip !== null)).toEqual([]);
  expect(textsOf(reading)).toEqual(bodies);
});

function beeftext(): string {
  const combos = rows.map(({ title, shortcode, body }) => ({
    name: title,
    keyword: shortcode,
    snippet: body.replace('{{clipboard}}', '#{clipboard}'),
    enabled: true,
  }));
  return JSON.stringify({ fileFormatVersion: 8, groups: [], combos });
}

function espanso(): string {
  const globals = 'global_vars:\n  - {name: clipboard, type: clipboard}\n';
  const matches = rows.map(({ title, shortcode, body }) => {
    const text = JSON.stringify(body.replace('{{cursor}}', '$|$'));
    return `  - trigger: ":${shortcode}"\n    label: ${title}\n    replace: ${text}\n`;
  });
  return `${globals}matches:\n${matches.join('')}`;
}
