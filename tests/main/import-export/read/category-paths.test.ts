import { expect, test } from 'vitest';
import { categoryPaths } from '../../../../src/main/import-export/read/category-paths.ts';

const paths = (...cells: string[]) => cells.map(categoryPaths(cells));

test('slashes part a path where the column shows a tree', () => {
  expect(paths('售前/尺码/上衣', '售前 ／ 物流', '售后', '退/换货')).toEqual([
    ['售前', '尺码', '上衣'],
    ['售前', '物流'],
    ['售后'],
    ['退', '换货'],
  ]);
  expect(paths('售后', '售后\\退款')).toEqual([['售后'], ['售后', '退款']]);
});

test('slashes are part of a name where nothing shows a tree', () => {
  expect(paths('退/换货', '售前')).toEqual([['退/换货'], ['售前']]);
  expect(paths('退/换货', '退/款')).toEqual([['退/换货'], ['退/款']]);
  expect(paths('T恤/卫衣', '裤子/裙子')).toEqual([['T恤/卫衣'], ['裤子/裙子']]);
  expect(paths('T恤/卫衣', 'T恤/卫衣')).toEqual([['T恤/卫衣'], ['T恤/卫衣']]);
  expect(paths('售前 > 尺码', '售前/物流', '售前/退/换')).toEqual([
    ['售前', '尺码'],
    ['售前/物流'],
    ['售前/退/换'],
  ]);
});

test('arrows part a path as our own sign does', () => {
  expect(paths('售前->尺码', '售前 → 物流', '售后>退款', 'a::b')).toEqual([
    ['售前', '尺码'],
    ['售前', '物流'],
    ['售后', '退款'],
    ['a', 'b'],
  ]);
});

test('hyphens never part a path', () => {
  expect(paths('T恤-短袖', 'T恤-长袖')).toEqual([['T恤-短袖'], ['T恤-长袖']]);
});
