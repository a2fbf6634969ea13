import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryCell, readCategories } from '../../../src/main/import-export/category-cell.ts';

test.each([
  ['售后 > 退款', ['售后', '退款']],
  ['售后›退款::到账', ['售后', '退款', '到账']],
  ['售后/退款', ['售后/退款']],
  ['"常用"', ['"常用"']],
  ['"价格>100" > 大单', ['价格>100', '大单']],
  ['5"屏 > 手机', ['5"屏', '手机']],
])('reads %j as the path %j', (cell, path) => {
  expect(readCategories(cell)).toEqual(path);
});

test('every path comes back from its cell', () => {
  const name = fc
    .array(fc.constantFrom('甲', 'b', '"', '>', '::', ':', '›', '＞', ' ', '|'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((signs) => signs.join('').trim() || '分类');
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (path) => {
      expect(readCategories(categoryCell(path))).toEqual(path);
    }),
  );
});
