import { expect, test } from 'vitest';
import { redoStep, undoStep } from '../../../src/main/storage/edit-journal.ts';
import { findReply } from '../../../src/main/storage/replies.ts';
import { readDraft, saveDraft } from '../../../src/main/storage/reply-drafts.ts';
import { purgeTrash } from '../../../src/main/storage/trash.ts';
import { act, createReply, libraryState } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const march = (day: number) => new Date(Date.UTC(2026, 2, day));

function rows(db: ReturnType<typeof openTestDatabase>['db'], table: string): unknown {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
}

test('what was deleted 30 days ago is removed with its history, uses and draft; younger things stay', () => {
  const { db, libraryId } = openTestDatabase();
  for (const id of ['old', 'young', 'living']) {
    createReply(db, id, draft(libraryId, { title: id }), march(1));
    act(db, { kind: 'tag-replies', ids: [id], add: ['急'], remove: [] }, march(1));
  }
  saveDraft(db, 'old', 1, draft(libraryId), march(1));
  db.prepare("INSERT INTO usage_day VALUES ('old', '2026-03-01', 1)").run();
  act(db, { kind: 'delete-replies', ids: ['old'] }, march(1));
  act(db, { kind: 'delete-replies', ids: ['young'] }, march(2));
  expect(purgeTrash(db, march(30))).toBe(0);
  expect(purgeTrash(db, march(31))).toBe(1);
  expect(libraryState(db).replies.map(({ id }) => id)).toEqual(['living', 'young']);
  expect(readDraft(db, 'old')).toBeNull();
  expect(rows(db, 'usage_day')).toBe(0);
  expect(db.prepare('SELECT * FROM usage_removed').all()).toEqual([
    { day: '2026-03-01', count: 1, characters: 9 },
  ]);
  expect(rows(db, 'reply_revision')).toBe(2);
});

test('a new reply that was undone stays for as long as it can be redone, over a restart too', () => {
  const { db, libraryId } = openTestDatabase();
  const context = { now: march(1), by: '' };
  createReply(db, 'a', draft(libraryId), march(1));
  undoStep(db, context);
  expect(purgeTrash(db, march(200))).toBe(0);
  expect(redoStep(db, context)).toMatchObject({ ok: true, value: { skipped: 0 } });
  expect(findReply(db, 'a')).not.toBeNull();
  undoStep(db, context);
  saveDraft(db, 'a', null, draft(libraryId), march(1));
  createReply(db, 'b', draft(libraryId), march(1));
  expect(purgeTrash(db, march(1))).toBe(1);
  expect(rows(db, 'reply')).toBe(1);
  expect(readDraft(db, 'a')).not.toBeNull();
});

test('where nothing can be written the trash waits for the next start', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  act(db, { kind: 'delete-replies', ids: ['a'] }, march(1));
  db.pragma('query_only = ON');
  expect(purgeTrash(db, new Date(Date.UTC(2027, 0, 1)))).toBe(0);
  db.pragma('query_only = OFF');
  expect(purgeTrash(db, new Date(Date.UTC(2027, 0, 1)))).toBe(1);
});
