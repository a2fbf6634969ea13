import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { openDatabase } from '../../../src/main/storage/database.ts';
import {
  type Change,
  performStep,
  redoStep,
  stepsKept,
  undoState,
  undoStep,
} from '../../../src/main/storage/edit-journal.ts';
import { findReply, insertReply } from '../../../src/main/storage/replies.ts';
import { readHistory } from '../../../src/main/storage/reply-history.ts';
import { purgeTrash } from '../../../src/main/storage/trash.ts';
import type { Id, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import type { StepLabel } from '../../../src/shared/library-action.ts';
import { act, clock, createCategory, createReply, libraryState } from './library-state.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

const now = clock();
const label: StepLabel = { kind: 'import', count: 1, name: null };

function importing(id: Id, content: ReplyDraft): Change {
  return { entity: 'reply', id, before: null, after: { ...content, deletedAt: null } };
}

function perform(
  db: WritableDatabase,
  changes: readonly Change[],
  onProgress?: (share: number) => void,
): void {
  performStep(db, label, changes, { now: now(), by: '小林', source: 'import' }, onProgress);
}

const undo = (db: WritableDatabase) => undoStep(db, { now: now(), by: '小林' });
const redo = (db: WritableDatabase) => redoStep(db, { now: now(), by: '小林' });

test('an imported reply is there with who saved it and from where', () => {
  const { db, libraryId } = openTestDatabase();
  perform(db, [importing('a', draft(libraryId, { title: '发货时间' }))]);
  expect(findReply(db, 'a')).toMatchObject({ title: '发货时间', revision: 1 });
  expect(readHistory(db, 'a')).toMatchObject([{ revision: 1, by: '小林', source: 'import' }]);
  expect(undoState(db)).toEqual({ undo: label, redo: null });
});

test('a step that fails half-way has done nothing', () => {
  const { db, libraryId } = openTestDatabase();
  perform(db, [importing('a', draft(libraryId, { shortcode: 'tk' }))]);
  undo(db);
  const before = libraryState(db);
  const clashing = [
    importing('b', draft(libraryId, { shortcode: 'x' })),
    importing('c', draft(libraryId, { shortcode: 'x' })),
  ];
  expect(() => perform(db, clashing)).toThrow(/UNIQUE/);
  expect(libraryState(db)).toEqual(before);
  expect(undoState(db)).toEqual({ undo: null, redo: label });
});

test('a new step forgets what could be redone', () => {
  const { db, libraryId } = openTestDatabase();
  perform(db, [importing('a', draft(libraryId))]);
  undo(db);
  perform(db, [importing('b', draft(libraryId))]);
  expect(undoState(db).redo).toBeNull();
  expect(redo(db)).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
});

test('undoing a creation leaves nothing in the trash, and redoing it brings the same reply with its uses', () => {
  const { db, libraryId } = openTestDatabase();
  perform(db, [importing('a', draft(libraryId, { shortcode: 'tk' }))]);
  db.prepare("INSERT INTO usage_day (reply_id, day, count) VALUES ('a', '2026-03-01', 3)").run();
  expect(undo(db)).toMatchObject({
    ok: true,
    value: { label, skipped: 0, undo: { undo: null, redo: label } },
  });
  expect(findReply(db, 'a')).toBeNull();
  expect(libraryState(db).replies).toEqual([]);
  expect(redo(db)).toMatchObject({ ok: true, value: { replyIds: ['a'], skipped: 0 } });
  expect(findReply(db, 'a')).toMatchObject({ id: 'a', shortcode: 'tk' });
  expect(db.prepare("SELECT count FROM usage_day WHERE reply_id = 'a'").pluck().get()).toBe(3);
});

test('an undone edit is a new revision, so that a paste of what stood there before is refused', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '一' }));
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId, { title: '二' }) });
  undo(db);
  expect(findReply(db, 'a')).toMatchObject({ title: '一', revision: 3 });
  redo(db);
  expect(findReply(db, 'a')).toMatchObject({ title: '二', revision: 4 });
  expect(readHistory(db, 'a').map(({ source }) => source)).toEqual(['undo', 'undo', 'edit', 'edit']);
});

test('a shortcode that another reply has taken meanwhile is given up and counted', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { shortcode: 'tk' }));
  act(db, { kind: 'delete-replies', ids: ['a'] });
  // As the palette saves a reply, which is no step.
  const other = insertReply(db, draft(libraryId, { shortcode: 'tk' }), now());
  expect(undo(db)).toMatchObject({ ok: true, value: { replyIds: ['a'], skipped: 1 } });
  expect(findReply(db, 'a')).toMatchObject({ shortcode: null });
  expect(other).toMatchObject({ ok: true, value: { shortcode: 'tk' } });
});

test('what is gone for good is skipped and counted', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId), new Date('2026-01-01'));
  createReply(db, 'b', draft(libraryId), new Date('2026-01-01'));
  act(db, { kind: 'delete-replies', ids: ['a', 'b'] }, new Date('2026-01-02'));
  act(db, { kind: 'restore-replies', ids: ['b'] }, new Date('2026-01-03'));
  expect(purgeTrash(db, new Date('2026-02-02'))).toBe(1);
  undo(db);
  expect(undo(db)).toMatchObject({ ok: true, value: { skipped: 1 } });
  expect(findReply(db, 'b')).not.toBeNull();
  expect(findReply(db, 'a')).toBeNull();
});

test('a category that got another below it behind the back of the journal is not removed', () => {
  const { db, libraryId } = openTestDatabase();
  createCategory(db, { id: 'above', libraryId });
  db.prepare(
    `INSERT INTO category (id, library_id, parent_id, name, position, created_at, updated_at)
     VALUES ('below', ?, 'above', '下', 0, '', '')`,
  ).run(libraryId);
  expect(undo(db)).toMatchObject({ ok: true, value: { skipped: 1 } });
  expect(libraryState(db).categories.map(({ id }) => id)).toEqual(['above', 'below']);
});

test('variants with a picture that is gone stay as they are, the rest of the step is undone', () => {
  const { db, libraryId } = openTestDatabase();
  const hash = 'a'.repeat(64);
  db.prepare("INSERT INTO media (hash, mime, bytes, created_at) VALUES (?, 'image/png', 1, '')").run(hash);
  createReply(db, 'a', draft(libraryId, { title: '图', variants: [[{ kind: 'image', hash, alt: '' }]] }));
  act(db, { kind: 'save-reply', id: 'a', revision: 1, draft: draft(libraryId, { title: '字' }) });
  db.prepare('DELETE FROM media').run();
  expect(undo(db)).toMatchObject({ ok: true, value: { skipped: 1 } });
  expect(findReply(db, 'a')).toMatchObject({ title: '图', variants: draft(libraryId).variants });
});

test('a step that another writer has overtaken is undone to what was there when it was made', () => {
  const { db, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId, { title: '旧' }));
  db.prepare("UPDATE reply SET title = '改过' WHERE id = 'a'").run();
  perform(db, [{ entity: 'reply', id: 'a', before: { title: '旧' }, after: { title: '新' } }]);
  undo(db);
  expect(findReply(db, 'a')?.title).toBe('改过');
});

test(`the last ${stepsKept} steps are kept, whatever their size`, () => {
  const { db, libraryId } = openTestDatabase();
  db.pragma('synchronous = OFF');
  for (let index = 0; index < stepsKept + 5; index += 1)
    perform(db, [importing(`r${index}`, draft(libraryId))]);
  let undone = 0;
  while (undo(db).ok) undone += 1;
  expect(undone).toBe(stepsKept);
  expect(libraryState(db).replies.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
});

test('the steps are still there after the app was closed', () => {
  const { db, path, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  db.close();
  const again = openDatabase(path);
  if (again.kind !== 'open') throw new Error(again.kind);
  expect(undo(again.db)).toMatchObject({ ok: true });
  expect(libraryState(again.db).replies).toEqual([]);
  again.db.close();
});

test('progress rises while many changes are made', () => {
  const { db, libraryId } = openTestDatabase();
  const shares: number[] = [];
  const changes = Array.from({ length: 2_000 }, (_, index) => importing(`r${index}`, draft(libraryId)));
  perform(db, changes, (share) => shares.push(share));
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

test('a second writer that holds the database is an outcome, and nothing is changed', () => {
  const { db, path, libraryId } = openTestDatabase();
  createReply(db, 'a', draft(libraryId));
  const other = openDatabase(path);
  if (other.kind !== 'open') throw new Error(other.kind);
  db.pragma('busy_timeout = 0');
  other.db.exec('BEGIN IMMEDIATE');
  expect(undo(db)).toEqual({ ok: false, error: { kind: 'busy' } });
  other.db.exec('COMMIT');
  expect(undo(db)).toMatchObject({ ok: true });
  other.db.close();
});

test('steps of two writers stand in one row and are undone in the order in which they were made', () => {
  const { db, path, libraryId } = openTestDatabase();
  const other = openDatabase(path);
  if (other.kind !== 'open') throw new Error(other.kind);
  createReply(db, 'a', draft(libraryId, { title: '一' }));
  perform(other.db, [importing('b', draft(libraryId, { title: '二' }))]);
  act(db, { kind: 'tag-replies', ids: ['a', 'b'], add: ['急'], remove: [] });
  undo(other.db);
  expect(findReply(db, 'b')).toMatchObject({ tags: [] });
  undo(db);
  expect(findReply(other.db, 'b')).toBeNull();
  expect(findReply(other.db, 'a')).not.toBeNull();
  other.db.close();
});

const importer = `
  import { openWritable } from ${JSON.stringify(sourceUrl('database.ts'))};
  import { performStep } from ${JSON.stringify(sourceUrl('edit-journal.ts'))};
  const [path, content] = process.argv.slice(1);
  const db = openWritable(path);
  const after = JSON.parse(content);
  for (let step = 0; step < 5; step += 1) {
    const changes = Array.from({ length: 400 }, (_, index) => ({
      entity: 'reply', id: 'import-' + step + '-' + index, before: null, after,
    }));
    performStep(db, { kind: 'import', count: 400, name: null }, changes, {
      now: new Date(), by: '', source: 'import',
    });
  }
  db.close();
`;

function sourceUrl(file: string): string {
  return new URL(`../../../src/main/storage/${file}`, import.meta.url).href;
}

test('an import in another process and edits here go on side by side, and nothing of either is lost', async () => {
  const { db, path, libraryId } = openTestDatabase();
  const content = JSON.stringify({ ...draft(libraryId), deletedAt: null });
  const child = spawn(process.execPath, ['--input-type=module', '-e', importer, path, content], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let exitCode: number | null = null;
  child.on('exit', (code) => {
    exitCode = code ?? 1;
  });
  let edits = 0;
  while (exitCode === null || edits < 5) {
    const began = performance.now();
    createReply(db, `edit-${edits}`, draft(libraryId));
    edits += 1;
    // Rests as long as it has written: SQLite has no queue, so that who writes without a rest may lock the other out for ever.
    await delay(performance.now() - began);
  }
  expect(exitCode).toBe(0);
  expect(libraryState(db).replies).toHaveLength(2_000 + edits);
  const steps = db.prepare('SELECT count(*) FROM edit_step').pluck().get() as number;
  expect(steps).toBe(Math.min(stepsKept, edits + 5));
});
