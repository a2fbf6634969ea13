import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../../../src/main/import-export/csv-text.ts';
import { parseDelimited } from '../../../../src/main/import-export/read/delimited.ts';
import { defaultLimits } from '../../../../src/main/import-export/read/limits.ts';
import { withoutHidden } from '../../../../src/shared/domain/hidden-characters.ts';

function cells(text: string): string[][] {
  const grid = parseDelimited(text, { name: 'a.csv', folder: '' }, defaultLimits);
  if (!grid.ok) throw new Error(grid.error.kind);
  return grid.value.rows.map((row) => row.cells);
}

const awkward = fc.constantFrom('"', ',', '\n', "'", '=', '+', '-', '@', '\t', ';', 'a', '好', ' ', '{');
const cell = fc
  .oneof(fc.string({ unit: awkward, maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }))
  .map((text) => withoutHidden(text.toWellFormed()).replaceAll('\ufeff', ''));

test('gives back every cell that our own CSV holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const table = [['标题', '内容', '备注'], ...rows.map((row) => ['x', ...row.slice(1)])];
      expect(cells(csvText(table).slice(1))).toEqual(table);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;b\rc;d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\r\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a,"b\r\nc, d"\n', [['a', 'b\r\nc, d']]],
  [
    '标题;内容\n问候;"您好,在的"\n',
    [
      ['标题', '内容'],
      ['问候', '您好,在的'],
    ],
  ],
  ['a,b "c" d\n', [['a', 'b "c" d']]],
])('cuts %j into cells', (text, expected) => {
  expect(cells(text)).toEqual(expected);
});
