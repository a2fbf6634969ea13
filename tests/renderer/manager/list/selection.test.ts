import { expect, test } from 'vitest';
import {
  moveActive,
  noSelection,
  onlyId,
  rangeTo,
  reopened,
  selectAll,
  selectOne,
  stretchTo,
  toggleRow,
  withRange,
} from '../../../../src/renderer/manager/list/selection.ts';

const ids = (...names: string[]) => new Set(names);

test('Ctrl and a click take a row in and out', () => {
  const two = toggleRow(selectOne(0, 'a'), 2, 'c');
  expect(two.ids).toEqual(ids('a', 'c'));
  expect(toggleRow(two, 0, 'a').ids).toEqual(ids('c'));
});

test('a range goes from the anchor, upwards as well', () => {
  const selection = selectOne(5, 'f');
  expect(rangeTo(selection, 8)).toEqual({ from: 5, to: 9 });
  expect(rangeTo(selection, 2)).toEqual({ from: 2, to: 6 });
});

test('a range that is changed gives back the rows that it no longer covers', () => {
  const wide = withRange(stretchTo(selectOne(1, 'b'), 3), ['b', 'c', 'd']);
  const narrow = withRange(stretchTo(wide, 2), ['b', 'c']);
  expect(narrow.ids).toEqual(ids('b', 'c'));
  expect(narrow.anchor).toBe(1);
});

test('a range keeps what Ctrl had added before it', () => {
  const kept = toggleRow(selectOne(0, 'a'), 4, 'e');
  expect(withRange(stretchTo(kept, 5), ['e', 'f']).ids).toEqual(ids('a', 'e', 'f'));
});

test('a range without an anchor begins at its row', () => {
  expect(rangeTo(noSelection, 3)).toEqual({ from: 3, to: 4 });
  expect(stretchTo(noSelection, 3)).toMatchObject({ active: 3, anchor: 3 });
});

test('moving the keyboard alone selects nothing', () => {
  expect(moveActive(selectOne(0, 'a'), 3)).toMatchObject({ active: 3, ids: ids('a') });
});

test('selecting everything keeps the keyboard where it is', () => {
  expect(selectAll(selectOne(2, 'c'), ['a', 'b', 'c'])).toMatchObject({ active: 2, ids: ids('a', 'b', 'c') });
});

test('after a reload what is gone is no longer selected, and the keyboard follows its reply', () => {
  const selection = withRange(stretchTo(selectOne(1, 'b'), 2), ['b', 'c']);
  expect(reopened(selection, ids('c'), 7, 20)).toMatchObject({ ids: ids('c'), active: 7, anchor: 7 });
});

test('after a reload a range that is stretched does not bring back what is gone', () => {
  const selection = toggleRow(selectOne(1, 'b'), 4, 'e');
  const again = reopened(selection, ids('e'), 3, 4);
  expect(withRange(stretchTo(again, 2), ['d', 'e']).ids).toEqual(ids('d', 'e'));
});

test('after the last row was deleted the keyboard is on the new last one', () => {
  expect(reopened(selectOne(9, 'j'), ids(), -1, 9).active).toBe(8);
});

test('only a single selected reply is open in the editor', () => {
  expect(onlyId(noSelection)).toBeNull();
  expect(onlyId(selectOne(0, 'a'))).toBe('a');
  expect(onlyId(toggleRow(selectOne(0, 'a'), 1, 'b'))).toBeNull();
});
