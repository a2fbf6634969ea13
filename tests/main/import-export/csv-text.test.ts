import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvText } from '../../../src/main/import-export/csv-text.ts';

test('the file starts with a byte order mark and ends its rows with CRLF', () => {
  expect(
    csvText([
      ['日期', '次数'],
      ['2026-03-01', 4],
    ]),
  ).toBe('\uFEFF日期,次数\r\n2026-03-01,4\r\n');
});

test('commas, quotes and line breaks inside a cell survive', () => {
  const rows = [['他说“好”, "行"', '两\n行', '', '尾巴\r\n']];
  expect(parse(csvText(rows), { bom: true, recordDelimiter: '\r\n' })).toEqual(rows);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a text that a spreadsheet would take for a formula is marked as text: %j',
  (text) => {
    expect(parse(csvText([[text]]), { bom: true, recordDelimiter: '\r\n' })).toEqual([[`'${text}`]]);
  },
);

test('a negative number stays a number', () => {
  expect(csvText([[-3]])).toBe('\uFEFF-3\r\n');
});
