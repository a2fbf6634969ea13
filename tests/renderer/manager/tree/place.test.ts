import { expect, test } from 'vitest';
import { freeName } from '../../../../src/renderer/manager/tree/category-colors.ts';
import { existingPlace, placeQuery, placeTarget } from '../../../../src/renderer/manager/tree/place.ts';
import { sampleTree } from './sample-tree.ts';

const tree = sampleTree();

test('new replies go to the selected category, else to the personal library', () => {
  expect(placeTarget({ kind: 'category', libraryId: 'team', categoryId: 'greetings' }, tree)).toEqual({
    libraryId: 'team',
    categoryId: 'greetings',
  });
  expect(placeTarget({ kind: 'trash' }, tree)).toEqual({ libraryId: 'mine', categoryId: null });
  expect(placeTarget({ kind: 'all' }, { ...tree, libraries: [] })).toBeNull();
});

test('a place that is gone gives way to the nearest that is not', () => {
  const gone = { kind: 'category', libraryId: 'mine', categoryId: 'gone' } as const;
  expect(existingPlace(gone, tree)).toEqual({ kind: 'library', libraryId: 'mine' });
  expect(existingPlace({ kind: 'library', libraryId: 'gone' }, tree)).toEqual({ kind: 'all' });
});

test('a place that exists stays the same object, so that nothing is read again', () => {
  const place = { kind: 'category', libraryId: 'mine', categoryId: 'steps' } as const;
  expect(existingPlace(place, tree)).toBe(place);
});

test('each place asks for its own replies', () => {
  expect(placeQuery({ kind: 'uncategorized', libraryId: 'mine' })).toEqual({
    scope: 'all',
    libraryId: 'mine',
    categoryId: 'none',
  });
  expect(placeQuery({ kind: 'drafts' })).toEqual({ scope: 'drafts', libraryId: null, categoryId: null });
});

test('a new category gets the first name that no sibling has', () => {
  expect(freeName('New', [])).toBe('New');
  expect(freeName('New', ['new', 'NEW 2'])).toBe('New 3');
});
