import { expect, test } from 'vitest';
import { discardDraft, listDrafts, readDraft, saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

test('a draft comes back as it was typed, and the later one takes the place of the earlier', () => {
  const { db, libraryId } = openTestDatabase();
  const typed = draft(libraryId, { title: '  未完成', shortcode: 'Ｔ' });
  saveDraft(db, 'a', null, draft(libraryId), now);
  saveDraft(db, 'a', 3, typed, now);
  expect(readDraft(db, 'a')).toEqual({ value: typed, revision: 3, at: now.toISOString() });
  discardDraft(db, 'a');
  expect(readDraft(db, 'a')).toBeNull();
});

test.each(['{', '{"title":1}', 'null'])('a draft that reads %s counts as none and is kept', (content) => {
  const { db } = openTestDatabase();
  db.prepare("INSERT INTO reply_draft VALUES ('a', NULL, ?, '')").run(content);
  expect(readDraft(db, 'a')).toBeNull();
  expect(listDrafts(db)).toEqual([]);
  expect(db.prepare('SELECT content FROM reply_draft').pluck().get()).toBe(content);
});
