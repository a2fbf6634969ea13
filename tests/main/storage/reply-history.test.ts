import { expect, test } from 'vitest';
import { undoStep } from '../../../src/main/storage/edit-journal.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { readHistory } from '../../../src/main/storage/reply-history.ts';
import { act, createCategory, createReply, saveReply } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const day = (number: number) => new Date(`2026-03-0${number}T08:00:00.000Z`);

test('each state is told with its time, its author and the category that it stood in then', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'c', libraryId, name: '售前' });
  const first = draft(libraryId, { title: '一', categoryId: 'c', tags: ['急'] });
  const second = { ...first, title: '二', variants: [[{ kind: 'text' as const, text: '新的正文' }]] };
  createReply(db, 'a', first, day(1));
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: second }, day(2));
  act(db, { kind: 'move-replies', ids: ['a'], libraryId, categoryId: null }, day(3));
  act(db, { kind: 'change-category', id: 'c', name: '改名' }, day(4));
  expect(readHistory(db, 'a')).toEqual([
    {
      revision: 3,
      at: day(3).toISOString(),
      by: '小林',
      source: 'edit',
      content: { ...second, categoryId: null },
      categoryPath: [],
    },
    {
      revision: 2,
      at: day(2).toISOString(),
      by: '小林',
      source: 'edit',
      content: second,
      categoryPath: ['售前'],
    },
    {
      revision: 1,
      at: day(1).toISOString(),
      by: '小林',
      source: 'edit',
      content: first,
      categoryPath: ['售前'],
    },
  ]);
});

test('a reply from the palette says so, and an edit keeps what it replaces', () => {
  const { db, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId), day(1), 'a', { by: '小林', source: 'palette' });
  expect(saved.ok).toBe(true);
  saveReply(db, 'a', draft(libraryId, { title: '改过' }), day(2));
  expect(readHistory(db, 'a')).toMatchObject([
    { revision: 2, by: '小林', source: 'edit', content: { title: '改过' } },
    { revision: 1, by: '小林', source: 'palette', content: { title: '退款进度' } },
  ]);
});

test('the trash keeps the history; a reply that was never made has none', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  act(db, { kind: 'delete-replies', ids: ['a'] });
  expect(readHistory(db, 'a')).toHaveLength(1);
  createReply(db, 'b', draft(libraryId));
  undoStep(db, { now: day(1), by: '' });
  expect(readHistory(db, 'b')).toEqual([]);
  expect(readHistory(db, 'gone')).toEqual([]);
});

test('a part of the history begins with the present state', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '第 1 版' }));
  for (let revision = 1; revision < 5; revision += 1) {
    const changed = draft(libraryId, { title: `第 ${revision + 1} 版` });
    act(db, { kind: 'save-reply', id: 'a', revision, draft: changed });
  }
  const titles = (limit?: number) => readHistory(db, 'a', limit).map(({ content }) => content.title);
  expect(titles(1)).toEqual(['第 5 版']);
  expect(titles(3)).toEqual(['第 5 版', '第 4 版', '第 3 版']);
  expect(titles(9)).toEqual(titles());
});
