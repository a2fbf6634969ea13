import { expect, test } from 'vitest';
import type { Place } from '../../../../src/renderer/manager/tree/place.ts';
import {
  categoryDrop,
  dropEdge,
  keyboardMove,
  replyDrop,
} from '../../../../src/renderer/manager/tree/tree-moves.ts';
import { sampleTree } from './sample-tree.ts';

const tree = sampleTree();
const category = (id: string, libraryId = 'mine'): Place => ({ kind: 'category', libraryId, categoryId: id });
const drop = (dragged: string, target: Place, edge: 'before' | 'into' | 'after', expanded = false) =>
  categoryDrop(tree, dragged, { place: target, expanded }, edge);

test('the outer quarters of a line stand for the gaps beside it', () => {
  expect([0.1, 0.5, 0.9].map((share) => dropEdge(category('returns'), share))).toEqual([
    'before',
    'into',
    'after',
  ]);
});

test('a library takes things in only', () => {
  expect(dropEdge({ kind: 'library', libraryId: 'mine' }, 0.05)).toBe('into');
});

test('a category dropped on another goes to the end of what is in it', () => {
  expect(drop('shipping', category('returns'), 'into')).toEqual({ parentId: 'returns', position: 2 });
});

test('positions are counted without the category that moves', () => {
  expect(drop('returns', category('invoices'), 'before')).toEqual({ parentId: null, position: 1 });
  expect(drop('returns', category('invoices'), 'after')).toEqual({ parentId: null, position: 2 });
});

test('below an open category lies its first child', () => {
  expect(drop('shipping', category('returns'), 'after', true)).toEqual({ parentId: 'returns', position: 0 });
});

test('a category comes out of its parent when it is dropped on the library', () => {
  expect(drop('photos', { kind: 'library', libraryId: 'mine' }, 'into')).toEqual({
    parentId: null,
    position: 3,
  });
});

test('a category cannot go into itself, below itself or into another library', () => {
  expect(drop('returns', category('returns'), 'into')).toBeNull();
  expect(drop('returns', category('photos'), 'before')).toBeNull();
  expect(drop('returns', category('greetings', 'team'), 'into')).toBeNull();
  expect(drop('returns', { kind: 'library', libraryId: 'team' }, 'into')).toBeNull();
});

test('a drop that would change nothing is none', () => {
  expect(drop('returns', category('shipping'), 'before')).toBeNull();
  expect(drop('shipping', category('returns'), 'after')).toBeNull();
  expect(drop('refunds', category('returns'), 'into')).toBeNull();
});

test('keys move a category among its siblings and stop at the ends', () => {
  expect(keyboardMove(tree, 'shipping', 'up')).toEqual({ parentId: null, position: 0 });
  expect(keyboardMove(tree, 'shipping', 'down')).toEqual({ parentId: null, position: 2 });
  expect(keyboardMove(tree, 'returns', 'up')).toBeNull();
  expect(keyboardMove(tree, 'invoices', 'down')).toBeNull();
});

test('keys move a category into the one above and out behind its parent', () => {
  expect(keyboardMove(tree, 'shipping', 'in')).toEqual({ parentId: 'returns', position: 2 });
  expect(keyboardMove(tree, 'returns', 'in')).toBeNull();
  expect(keyboardMove(tree, 'photos', 'out')).toEqual({ parentId: 'returns', position: 1 });
  expect(keyboardMove(tree, 'returns', 'out')).toBeNull();
});

test('replies go into a category, out of all of them, or into the trash', () => {
  expect(replyDrop(category('steps'))).toEqual({ kind: 'move', libraryId: 'mine', categoryId: 'steps' });
  expect(replyDrop({ kind: 'library', libraryId: 'mine' })).toEqual({
    kind: 'move',
    libraryId: 'mine',
    categoryId: null,
  });
  expect(replyDrop({ kind: 'trash' })).toEqual({ kind: 'delete' });
  expect(replyDrop({ kind: 'all' })).toBeNull();
  expect(replyDrop({ kind: 'drafts' })).toBeNull();
});
