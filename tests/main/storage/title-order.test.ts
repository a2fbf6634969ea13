import { expect, test } from 'vitest';
import { act, createReply } from './library-state.ts';
import { listed, listsOf } from './list-queries.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

test('titles are sorted as one looks them up: marks, digits, letters, then ideographs by pinyin', () => {
  const { db, libraryId } = openTestDatabase();
  const titles = [
    '【公告】',
    '3 天退货',
    'Apple',
    'apple pay',
    'Banana',
    '阿里',
    '发货',
    '發票',
    '退款',
    '找客服',
  ];
  for (const title of titles.toSorted()) createReply(db, title, draft(libraryId, { title }));
  expect(listed(listsOf(db), { sort: 'title' })).toEqual(titles);
  expect(listed(listsOf(db), { sort: 'title', descending: true })).toEqual(titles.toReversed());
});

test('the order of titles follows edits, deletions and restored replies', () => {
  const { db, libraryId } = openTestDatabase();
  const lists = listsOf(db);
  for (const id of ['b', 'd', 'f']) createReply(db, id, draft(libraryId, { title: id }));
  expect(listed(lists, {})).toEqual(['b', 'd', 'f']);
  createReply(db, 'c', draft(libraryId, { title: 'c' }));
  createReply(db, 'z', draft(libraryId, { title: 'z' }));
  act(db, { kind: 'save-reply', id: 'b', revision: 1, draft: draft(libraryId, { title: 'e' }) });
  expect(listed(lists, {})).toEqual(['c', 'd', 'b', 'f', 'z']);
  act(db, { kind: 'delete-replies', ids: ['d', 'z'] });
  expect(listed(lists, {})).toEqual(['c', 'b', 'f']);
  act(db, { kind: 'restore-replies', ids: ['d'] });
  expect(listed(lists, {})).toEqual(['c', 'd', 'b', 'f']);
});
