import { expect, test } from 'vitest';
import { listCategories } from '../../../src/main/storage/categories.ts';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { findReply } from '../../../src/main/storage/replies.ts';
import type { Category, Id } from '../../../src/shared/domain/reply.ts';
import { act, createCategory, createReply, libraryState, refusal } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

function openTwoLibraries(): { db: WritableDatabase; libraryId: Id; teamId: Id } {
  const { db, libraryId } = openTestDatabase();
  const team = { id: 'team', name: '团队话术', tier: 'team', origin: 'pack:x' } as const;
  return { db, libraryId, teamId: insertLibrary(db, team, '2026-01-01T00:00:00.000Z') };
}

function tree(db: WritableDatabase): string[] {
  const line = ({ parentId, position, id }: Category) => `${parentId ?? ''}/${position}:${id}`;
  return listCategories(db).map(line);
}

test('categories stand behind their siblings, and no two siblings have one name, whatever its case or width', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'a', libraryId, name: 'VIP' });
  createCategory(db, { id: 'b', libraryId, name: '售后' });
  createCategory(db, { id: 'a1', libraryId, parentId: 'a', name: 'VIP' });
  expect(tree(db)).toEqual(['/0:a', '/1:b', 'a/0:a1']);
  const again = { kind: 'create-category', libraryId, parentId: null, color: null } as const;
  expect(refusal(db, { ...again, id: 'c', name: 'ｖｉｐ' })).toEqual({ kind: 'name-taken' });
  expect(refusal(db, { kind: 'change-category', id: 'b', name: 'Vip' })).toEqual({ kind: 'name-taken' });
  expect(refusal(db, { kind: 'move-category', id: 'a1', parentId: null, position: 0 })).toEqual({
    kind: 'name-taken',
  });
});

test('a category is renamed and coloured, and keeps its own name in another case', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'a', libraryId, name: 'vip' });
  act(db, { kind: 'change-category', id: 'a', name: 'VIP', color: '#ff0000' });
  expect(listCategories(db)).toMatchObject([{ name: 'VIP', color: '#ff0000' }]);
});

test('a name that is pasted with characters that nobody sees loses them', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'a', libraryId, name: '售后' });
  // Windows puts such a mark before a path or a name that is copied from its dialogs.
  act(db, { kind: 'change-category', id: 'a', name: '\u202a物流\u202c ' });
  expect(listCategories(db)).toMatchObject([{ name: '物流' }]);
});

test('a moved category stands where it was dropped, and its new siblings are numbered anew', () => {
  const { db, libraryId } = openTestDatabase();
  for (const id of ['a', 'b', 'c', 'd']) createCategory(db, { id, libraryId });
  act(db, { kind: 'move-category', id: 'd', parentId: null, position: 1 });
  expect(tree(db)).toEqual(['/0:a', '/1:d', '/2:b', '/3:c']);
  act(db, { kind: 'move-category', id: 'a', parentId: 'c', position: 99 });
  expect(tree(db)).toEqual(['/1:d', '/2:b', '/3:c', 'c/0:a']);
  undoStep(db, { now: new Date(), by: '' });
  undoStep(db, { now: new Date(), by: '' });
  expect(tree(db)).toEqual(['/0:a', '/1:b', '/2:c', '/3:d']);
});

test('a category goes neither into itself, nor below itself, nor into another library', () => {
  const { db, libraryId, teamId } = openTwoLibraries();
  createCategory(db, { id: 'a', libraryId });
  createCategory(db, { id: 'a1', libraryId, parentId: 'a' });
  createCategory(db, { id: 't', libraryId: teamId });
  for (const parentId of ['a', 'a1', 't']) {
    expect(refusal(db, { kind: 'move-category', id: 'a', parentId, position: 0 })).toEqual({
      kind: 'into-itself',
    });
  }
  expect(refusal(db, { kind: 'move-category', id: 'gone', parentId: null, position: 0 })).toEqual({
    kind: 'not-found',
  });
});

test('deleting a category puts all below it into the trash in one step, and one undo brings it back', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'a', libraryId });
  createCategory(db, { id: 'a1', libraryId, parentId: 'a' });
  createReply(db, 'in', draft(libraryId, { categoryId: 'a' }));
  createReply(db, 'deep', draft(libraryId, { categoryId: 'a1', shortcode: 'deep' }));
  createReply(db, 'trashed', draft(libraryId, { categoryId: 'a1' }));
  createReply(db, 'out', draft(libraryId));
  act(db, { kind: 'delete-replies', ids: ['trashed'] });
  const before = libraryState(db);
  const done = act(db, { kind: 'delete-category', id: 'a' });
  expect(done.label).toEqual({ kind: 'delete-category', count: 2, name: 'a' });
  expect(listCategories(db)).toEqual([]);
  expect(findReply(db, 'in')).toBeNull();
  expect(findReply(db, 'out')).not.toBeNull();
  undoStep(db, { now: new Date(), by: '' });
  expect(libraryState(db)).toEqual(before);
});
