import { expect, test } from 'vitest';
import { emptyKind } from '../../../../src/renderer/manager/list/empty-list.tsx';
import { rangesOf, searchWords } from '../../../../src/renderer/manager/list/highlighted.tsx';
import {
  emptyChoice,
  isNarrowed,
  queryOf,
  sortOf,
  toggleFilter,
  toggleTag,
  withSort,
} from '../../../../src/renderer/manager/list/list-view-state.ts';

const searching = { ...emptyChoice, text: '退款' };

test('a search is sorted by match, a list by its last change', () => {
  expect(sortOf(searching)).toEqual({ key: 'relevance', descending: true });
  expect(sortOf(emptyChoice)).toEqual({ key: 'updated', descending: true });
});

test('an order that was picked stays, but relevance only for a search', () => {
  expect(sortOf(withSort(searching, 'title'))).toEqual({ key: 'title', descending: false });
  const byMatch = withSort(searching, 'relevance');
  expect(sortOf({ ...byMatch, text: '' }).key).toBe('updated');
});

test('picking the same order again turns it round', () => {
  const once = withSort(emptyChoice, 'title');
  expect(sortOf(withSort(once, 'title'))).toEqual({ key: 'title', descending: true });
});

test('filters and tags are switched on and off', () => {
  const on = toggleTag(toggleFilter(emptyChoice, 'lint'), '物流');
  expect(on).toMatchObject({ filters: ['lint'], tags: ['物流'] });
  expect(toggleTag(toggleFilter(on, 'lint'), '物流')).toEqual(emptyChoice);
});

test('the query holds the place and everything that was chosen', () => {
  const choice = toggleFilter(searching, 'picture');
  expect(queryOf({ kind: 'category', libraryId: 'l', categoryId: 'c' }, choice)).toEqual({
    scope: 'all',
    libraryId: 'l',
    categoryId: 'c',
    text: '退款',
    tags: [],
    filters: ['picture'],
    sort: 'relevance',
    descending: true,
  });
});

test('an empty list says why it is empty', () => {
  expect(emptyKind({ kind: 'all' }, emptyChoice, false)).toBe('noLibrary');
  expect(emptyKind({ kind: 'trash' }, searching, true)).toBe('search');
  expect(emptyKind({ kind: 'trash' }, toggleFilter(emptyChoice, 'lint'), true)).toBe('filter');
  expect(emptyKind({ kind: 'trash' }, emptyChoice, true)).toBe('trash');
  expect(emptyKind({ kind: 'library', libraryId: 'l' }, emptyChoice, true)).toBe('all');
  expect(isNarrowed(emptyChoice)).toBe(false);
});

test('marks cover what was searched for, once, whatever its case', () => {
  expect(rangesOf('Refund and refunds', searchWords(' REFUND '))).toEqual([
    [0, 6],
    [11, 17],
  ]);
  expect(rangesOf('退货退款', ['退货', '货退'])).toEqual([[0, 3]]);
  expect(rangesOf('退货', searchWords('th'))).toEqual([]);
});
