import { expect, test } from 'vitest';
import { undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertLibrary } from '../../../src/main/storage/libraries.ts';
import { listTags, readTree } from '../../../src/main/storage/library-tree.ts';
import { saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { act, createCategory, createReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

test('counts include everything below a category, and nothing from the trash', () => {
  const { db, libraryId } = openTestDatabase();
  insertLibrary(db, { id: 'team', name: '团队', tier: 'team', origin: null }, '');
  createCategory(db, { id: 'a', libraryId });
  createCategory(db, { id: 'b', libraryId });
  createCategory(db, { id: 'a1', libraryId, parentId: 'a' });
  createCategory(db, { id: 'a11', libraryId, parentId: 'a1' });
  const places = ['a', 'a1', 'a11', 'a11', 'a11', 'b', null, null];
  places.forEach((categoryId, index) => {
    createReply(db, `r${index}`, draft(libraryId, { categoryId }));
  });
  createReply(db, 'team-reply', draft('team'));
  act(db, { kind: 'delete-replies', ids: ['r3', 'r7'] });
  createReply(db, 'undone', draft(libraryId, { categoryId: 'a11', tags: ['急'] }));
  undoStep(db, { now: new Date(), by: '' });
  saveDraft(db, 'r0', 1, draft(libraryId), new Date());
  const tree = readTree(db);
  expect(tree.libraries).toMatchObject([
    { id: libraryId, count: 6, uncategorized: 1 },
    { id: 'team', count: 1, uncategorized: 1 },
  ]);
  const counts = Object.fromEntries(tree.categories.map(({ id, count }) => [id, count]));
  expect(counts).toEqual({ a: 4, a1: 3, a11: 2, b: 1 });
  expect(tree).toMatchObject({ trash: 2, drafts: 1, tags: [] });
});

test('tags are counted among living replies, the most used first', () => {
  const { db, libraryId } = openTestDatabase();
  const tags = [['急'], ['急', '售后'], ['售后'], ['急'], ['作废']];
  tags.forEach((own, index) => {
    createReply(db, `r${index}`, draft(libraryId, { tags: own }));
  });
  act(db, { kind: 'delete-replies', ids: ['r2', 'r4'] });
  expect(listTags(db)).toEqual([
    { tag: '急', count: 3 },
    { tag: '售后', count: 1 },
  ]);
});
