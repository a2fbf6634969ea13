import { beforeEach, expect, test } from 'vitest';
import { createFailedSearchWatch, type FailedSearchWatch } from '../../src/main/failed-search-watch.ts';

let kept: string[];
let keeps: boolean;
let watch: FailedSearchWatch;

beforeEach(() => {
  kept = [];
  keeps = true;
  watch = createFailedSearchWatch({ keeps: () => keeps, remember: (query) => kept.push(query) });
});

test('only the last search of an opening is remembered', () => {
  watch.searched(1, '以', 4, true);
  watch.searched(1, '以旧', 0, true);
  watch.searched(1, '以旧换新', 0, true);
  watch.ended(1);
  expect(kept).toEqual(['以旧换新']);
});

test('letters that an input method is still composing are not a search that failed', () => {
  watch.searched(1, 'yijiuhuan', 0, true, true);
  watch.searched(1, '', 60, true);
  watch.ended(1);
  expect(kept).toEqual([]);
});

test('a search before letters that were composed and taken back is remembered unless they found something', () => {
  watch.searched(1, '以旧换新', 0, true);
  watch.searched(1, '以旧换新de', 0, true, true);
  watch.ended(1);
  watch.searched(2, '以旧换新', 0, true);
  watch.searched(2, 'tui', 3, true, true);
  watch.ended(2);
  expect(kept).toEqual(['以旧换新']);
});

test('emptying the search box, as Esc does before it closes the palette, keeps the search before it', () => {
  watch.searched(1, '以旧换新', 0, true);
  watch.searched(1, '', 60, true);
  watch.ended(1);
  expect(kept).toEqual(['以旧换新']);
});

test('a search that found something is not remembered, whether it was used or not', () => {
  watch.searched(1, '以旧换新', 0, true);
  watch.searched(1, '换新', 2, true);
  watch.ended(1);
  expect(kept).toEqual([]);
});

test('an opening that pasted or wrote a reply had its answer', () => {
  watch.searched(1, '退货', 3, true);
  watch.answered(1);
  watch.searched(1, '以旧换新', 0, true);
  watch.ended(1);
  expect(kept).toEqual([]);
});

test('an index that is being made anew cannot say that there is no answer', () => {
  watch.searched(1, '以旧换新', 0, false);
  watch.ended(1);
  expect(kept).toEqual([]);
});

test('nothing is remembered while the person does not want it', () => {
  keeps = false;
  watch.searched(1, '以旧换新', 0, true);
  watch.ended(1);
  expect(kept).toEqual([]);
});

test('an opening ends once, and takes nothing over from the one before', () => {
  watch.searched(1, '以旧换新', 0, true);
  watch.ended(1);
  watch.ended(1);
  watch.searched(2, '退货', 1, true);
  watch.ended(2);
  watch.ended(3);
  expect(kept).toEqual(['以旧换新']);
});

test('the number of a phone is not remembered', () => {
  watch.searched(1, '13812345678', 0, true);
  watch.ended(1);
  expect(kept).toEqual([]);
});
