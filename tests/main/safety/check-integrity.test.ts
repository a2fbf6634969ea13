import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkIntegrity } from '../../../src/main/safety/check-integrity.ts';
import { makeBackup } from '../../../src/main/storage/backup.ts';
import { mediaPath, storeMedia } from '../../../src/main/storage/media.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { buildSearchDatabase } from '../../../src/main/storage/search-rebuild.ts';
import { draft, openTestDatabase } from '../storage/open-test-database.ts';
import { jobContext } from './safety-job.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

/** A sound library: two replies with the same picture, an index, a backup. */
async function library() {
  const { db, folder, path, libraryId } = openTestDatabase();
  const media = join(folder, 'media');
  const { hash } = storeMedia(db, media, Buffer.from('a picture'), now.toISOString());
  for (const title of ['甲', '乙']) {
    const variants = [[{ kind: 'image' as const, hash, alt: '' }]];
    insertReply(db, draft(libraryId, { title, variants }), now);
  }
  const search = join(folder, 'search.db');
  buildSearchDatabase(search, db, () => {});
  const backup = await makeBackup(db, join(folder, 'backups'), now);
  const task = { database: path, search, media, backups: [backup.path] };
  return { db, folder, task, hash, libraryId, backup };
}

const findings = async (task: Parameters<typeof checkIntegrity>[0]) =>
  (await checkIntegrity(task, jobContext())).findings;

test('a sound library has no findings', async () => {
  const { task } = await library();
  const context = jobContext();
  expect(await checkIntegrity(task, context)).toEqual({ findings: [], replies: 2, media: 1 });
  expect(context.shares[0]).toBe(0);
});

test('a picture that vanished is named with the replies that show it', async () => {
  const { task, hash } = await library();
  rmSync(mediaPath(task.media, hash) ?? '');
  expect(await findings(task)).toMatchObject([
    { kind: 'media-missing', hash, replies: [{ title: '乙' }, { title: '甲' }] },
  ]);
});

test('a picture whose bytes changed is damaged', async () => {
  const { task, hash } = await library();
  writeFileSync(mediaPath(task.media, hash) ?? '', 'another picture');
  expect(await findings(task)).toMatchObject([{ kind: 'media-damaged', hash }]);
});

test('files that nothing shows any more are counted, but not those that undo or history may bring back', async () => {
  const { db, task } = await library();
  const unused = storeMedia(db, task.media, Buffer.from('12345'), now.toISOString());
  expect(await findings(task)).toEqual([{ kind: 'media-unused', files: 1, bytes: 5 }]);
  const content = JSON.stringify({ variants: [[{ kind: 'image', hash: unused.hash }]] });
  db.prepare('INSERT INTO reply_draft (reply_id, revision, content, at) VALUES (?, NULL, ?, ?)').run(
    'x',
    content,
    now.toISOString(),
  );
  expect(await findings(task)).toEqual([]);
});

test('a missing, an outdated and a damaged search index are told apart', async () => {
  const { db, task, libraryId } = await library();
  insertReply(db, draft(libraryId, { title: '丙' }), now);
  expect(await findings(task)).toEqual([{ kind: 'search-index', detail: 'behind' }]);
  writeFileSync(task.search, 'no index');
  expect(await findings(task)).toEqual([{ kind: 'search-index', detail: 'damaged' }]);
  rmSync(task.search);
  expect(await findings(task)).toEqual([{ kind: 'search-index', detail: 'missing' }]);
});

test('a damaged backup is named, the sound one beside it is not', async () => {
  const { folder, task, backup } = await library();
  const bad = join(folder, 'backups', 'repartee-2026-02-01T08-00-00-000Z.db');
  copyFileSync(backup.path, bad);
  truncateSync(bad, 12_000);
  expect(await findings({ ...task, backups: [backup.path, bad] })).toEqual([
    { kind: 'backup-damaged', name: 'repartee-2026-02-01T08-00-00-000Z.db' },
  ]);
});

test('references into nothing are counted by table', async () => {
  const { task } = await library();
  const db = new Database(task.database);
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO reply_tag (reply_id, position, tag) VALUES ('gone', 0, 'a'), ('gone', 1, 'b')`);
  db.close();
  expect(await findings(task)).toEqual([{ kind: 'foreign-key', table: 'reply_tag', rows: 2 }]);
});

test('an overwritten index of the database is found', async () => {
  const { db, folder, task } = await library();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const damaged = join(folder, 'damaged');
  mkdirSync(damaged);
  const copy = join(damaged, 'repartee.db');
  const root = db
    .prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'reply_by_category'`)
    .pluck()
    .get();
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const bytes = readFileSync(task.database);
  const page = (Number(root) - 1) * pageSize;
  // The last cells of the page: its entries point at other rows now.
  bytes.fill(0x01, page + pageSize - 40, page + pageSize);
  writeFileSync(copy, bytes);
  const found = await findings({ ...task, database: copy });
  expect(found.some(({ kind }) => kind === 'database')).toBe(true);
});

test('a database that cannot be read at all is the finding', async () => {
  const { folder, task } = await library();
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, 'no database, only words, and enough of them to have a header'.repeat(100));
  expect(await findings({ ...task, database: broken })).toEqual([
    { kind: 'database', detail: 'SQLITE_NOTADB' },
  ]);
});
