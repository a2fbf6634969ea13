import { expect, test } from 'vitest';
import { categoryRows } from '../../../../src/main/import-export/read/category-rows.ts';
import type { GridRow } from '../../../../src/main/import-export/read/grid.ts';

const titled = { category: [], subcategory: [], title: [0], body: [1] };
const sorted = { category: [0], subcategory: [1], title: [2], body: [3] };

/** The path of each row; `null` for a heading, a star for what comes from above. */
function pathsOf(cells: string[][], columns: Parameters<typeof categoryRows>[1]) {
  const rows: GridRow[] = cells.map((row, index) => ({ line: index + 1, cells: row }));
  const categoryOf = categoryRows(rows, columns);
  return rows.map((row) => {
    const category = categoryOf(row);
    return category && `${category.cells.join('/')}${category.isFromAbove ? '*' : ''}`;
  });
}

test('headings in rows of their own are the categories of the rows below them', () => {
  const rows = [['一、售前'], ['尺码', '看表'], ['面料', '纯棉'], ['【售后】', ''], ['退货', '七天内可退']];
  expect(pathsOf(rows, titled)).toEqual([null, '一、售前*', '一、售前*', null, '售后*']);
});

test('what only sets a heading off is no part of its name', () => {
  const rows = (heading: string) => [[heading], ['尺码', '看表']];
  expect(pathsOf(rows('■ 售前：'), titled)).toEqual([null, '售前*']);
  expect(pathsOf(rows('[物流]'), titled)).toEqual([null, '物流*']);
  expect(pathsOf(rows('===售后==='), titled)).toEqual(['', '']);
  expect(pathsOf([...rows('===售后==='), ...rows('===结束===')], titled)).toEqual([
    null,
    '售后*',
    null,
    '结束*',
  ]);
});

test.each([
  ['a title whose body is still to be written', [['尺码', '看表'], ['运费'], ['面料', '纯棉']]],
  [
    'the first title of all, where nothing makes it a heading',
    [['运费'], ['尺码', '看表'], ['面料', '纯棉']],
  ],
  ['a remark below everything', [['尺码', '看表'], ['一、以上价格含税']]],
  [
    'a long remark above everything',
    [['1、本表由客服部维护，每周一更新，如有疑问请联系值班主管，谢谢配合'], ['尺码', '看表']],
  ],
  [
    'a row with more than a title',
    [
      ['一、售前', '', '小王'],
      ['尺码', '看表'],
    ],
  ],
])('%s is no heading', (_name, rows) => {
  expect(pathsOf(rows, titled)).toEqual(rows.map(() => ''));
});

test('a category in the first row of each group is that of the whole group', () => {
  const rows = [
    ['售前', '尺码', '偏大', '可以买小一码'],
    ['', '', '偏小', '可以买大一码'],
    ['', '面料', '材质', '纯棉'],
    ['', '', '起球', '不会'],
    ['售后', '', '退货', '七天内可退'],
    ['', '', '换货', '可以'],
  ];
  expect(pathsOf(rows, sorted)).toEqual([
    '售前/尺码',
    '售前/尺码*',
    '售前/面料*',
    '售前/面料*',
    '售后',
    '售后*',
  ]);
});

test('a row that holds nothing but a category is the heading of its group', () => {
  const rows = [['售前'], ['', '', '尺码', '看表'], ['售后'], ['', '', '退货', '七天内可退']];
  expect(pathsOf(rows, sorted)).toEqual([null, '售前*', null, '售后*']);
});

test.each([
  [
    'is repeated where it is meant',
    [
      ['售前', '看表'],
      ['售前', '纯棉'],
      ['', '您好'],
      ['', '再见'],
      ['', '在的'],
    ],
  ],
  [
    'is missing in the first row',
    [
      ['', '您好'],
      ['售前', '看表'],
      ['', '再见'],
      ['', '在的'],
    ],
  ],
  [
    'stands in one row alone',
    [
      ['售前', '看表'],
      ['', '您好'],
      ['', '在的'],
    ],
  ],
  [
    'is missing in a few rows',
    [
      ['售前', '看表'],
      ['物流', '今天发'],
      ['', '您好'],
      ['售后', '七天'],
    ],
  ],
])('a row without a category has none where one %s', (_name, rows) => {
  const columns = { category: [0], subcategory: [], title: [], body: [1] };
  expect(pathsOf(rows, columns)).toEqual(rows.map(([category]) => category));
});
