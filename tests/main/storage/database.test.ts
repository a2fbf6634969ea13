import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { bodyHash } from '../../../src/main/storage/body-hash.ts';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { applicationId, openDatabase } from '../../../src/main/storage/database.ts';
import { currentVersion, migrate, migrations } from '../../../src/main/storage/migrate.ts';
import { findReply } from '../../../src/main/storage/replies.ts';
import type { Part } from '../../../src/shared/domain/reply.ts';
import { openTestDatabase, testFolder } from './open-test-database.ts';

test('a new database is marked as ours and set up for safety', () => {
  const { db } = openTestDatabase();
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma('application_id')).toBe(applicationId);
  expect(pragma('user_version')).toBe(currentVersion);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
});

test('every table is strict', () => {
  const { db } = openTestDatabase();
  const lax = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(lax).toEqual([]);
});

test('the schema is the one that was committed', async () => {
  const { db } = openTestDatabase();
  const statements = db
    .prepare<[], string>(
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('schema.sql');
});

test('migrations are numbered upwards by at least one and start at ten', () => {
  const versions = migrations.map((migration) => migration.version);
  expect(versions[0]).toBe(10);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

test.each(migrations.map((migration, index) => [migration.version, migrations[index - 1]?.version ?? 0]))(
  'a database of the version before %i is brought up to it, and no further',
  (version, before) => {
    const db = new Database(':memory:') as never;
    migrate(db, before);
    expect(migrate(db, version)).toEqual([version]);
    expect(migrate(db, version)).toEqual([]);
  },
);

test('a migration that fails leaves the version and the schema as they were', () => {
  const folder = testFolder();
  const path = join(folder, 'repartee.db');
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  // The name is taken, so that the first migration fails half-way through.
  db.exec('CREATE TABLE usage_day (surprise TEXT)');
  db.close();
  expect(() => openDatabase(path)).toThrow(/usage_day/);
  const after = new Database(path, { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(0);
  expect(after.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'library'").pluck().get()).toBe(0);
  after.close();
});

test('a database of a later version is refused and left untouched', () => {
  const { db, path } = openTestDatabase();
  db.pragma(`user_version = ${currentVersion + 10}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const before = readFileSync(path);
  expect(openDatabase(path)).toEqual({ kind: 'newer', version: currentVersion + 10 });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a database of another program is not taken for ours', () => {
  const path = join(testFolder(), 'repartee.db');
  const other = new Database(path);
  other.exec('CREATE TABLE note (text TEXT)');
  other.close();
  expect(openDatabase(path)).toEqual({ kind: 'foreign' });
});

test('a file that is no database is called damaged', () => {
  const path = join(testFolder(), 'repartee.db');
  writeFileSync(path, 'this was never a database. '.repeat(500));
  expect(openDatabase(path)).toMatchObject({ kind: 'damaged' });
});

test('a database with one overwritten page of data is called damaged', () => {
  const { db, path, libraryId } = openTestDatabase();
  const insert = db.prepare(
    "INSERT INTO category (id, library_id, name, position, created_at, updated_at) VALUES (?, ?, ?, 0, '', '')",
  );
  for (let index = 0; index < 2_000; index++) insert.run(`c${index}`, libraryId, `分类 ${index}`);
  const page = db
    .prepare<[], number>(
      "SELECT pageno FROM dbstat WHERE name = 'category' AND pagetype = 'leaf' LIMIT 1 OFFSET 5",
    )
    .pluck()
    .get() as number;
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
  expect(openDatabase(path)).toEqual({ kind: 'damaged', detail: 'quick_check' });
});

test('a folder in place of the database is called damaged', () => {
  const path = join(testFolder(), 'repartee.db');
  mkdirSync(path);
  expect(openDatabase(path)).toMatchObject({ kind: 'damaged' });
});

test('a library of the first version keeps everything and gets its hashes', () => {
  const path = join(testFolder(), 'repartee.db');
  const old = new Database(path) as never as WritableDatabase;
  old.pragma(`application_id = ${applicationId}`);
  migrate(old, 10);
  old.exec(`
    INSERT INTO library VALUES ('lib', '个人', 'personal', NULL, '', '');
    INSERT INTO category VALUES ('c', 'lib', NULL, '售后', '#ff0000', 0, '', '');
    INSERT INTO media VALUES ('${'a'.repeat(64)}', 'image/png', 1, 1, 1, '');
    INSERT INTO reply VALUES
      ('one', 'lib', 'c', '一', 'yi', '', NULL, NULL, NULL, 1, 3, 'hash', '', '', NULL),
      ('two', 'lib', NULL, '二', NULL, '', NULL, NULL, NULL, 0, 1, 'hash', '', '', NULL),
      ('old', 'lib', NULL, '三', NULL, '', NULL, NULL, NULL, 0, 1, 'hash', '', '', '2026-01-01T00:00:00.000Z');
    INSERT INTO reply_part VALUES
      ('one', 0, 0, 'text', '您好', NULL), ('one', 0, 1, 'image', '图', '${'a'.repeat(64)}'), ('one', 1, 0, 'text', '在的', NULL),
      ('two', 0, 0, 'text', '稍等', NULL), ('old', 0, 0, 'text', '稍等', NULL);
    INSERT INTO reply_tag VALUES ('one', 0, '急');
    INSERT INTO usage_day VALUES ('one', '2026-01-01', 4);
  `);
  const before = findReply(old, 'one');
  old.close();
  const opened = openDatabase(path);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  expect(findReply(db, 'one')).toEqual(before);
  expect(before?.variants).toHaveLength(2);
  const rows = db.prepare('SELECT id, body_hash, saved_by, saved_from FROM reply ORDER BY id').all();
  const row = (id: string, variants: Part[][]) => ({
    id,
    body_hash: bodyHash({ variants }),
    saved_by: '',
    saved_from: 'starter',
  });
  const wait: Part[][] = [[{ kind: 'text', text: '稍等' }]];
  expect(rows).toEqual([row('old', wait), row('one', before?.variants ?? []), row('two', wait)]);
  expect(db.prepare('SELECT count FROM usage_day').pluck().get()).toBe(4);
  db.close();
});

test('a library of the second version keeps its uses, and has none of removed replies', () => {
  const path = join(testFolder(), 'repartee.db');
  const old = new Database(path) as never as WritableDatabase;
  old.pragma(`application_id = ${applicationId}`);
  migrate(old, 20);
  old.exec(`
    INSERT INTO library VALUES ('lib', '个人', 'personal', NULL, '', '');
    INSERT INTO reply (id, library_id, title, note, favourite, revision, content_hash, created_at, updated_at)
      VALUES ('one', 'lib', '一', '', 0, 1, 'hash', '', '');
    INSERT INTO usage_day VALUES ('one', '2026-01-01', 4);
  `);
  old.close();
  const opened = openDatabase(path);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  expect(db.prepare('SELECT count FROM usage_day').pluck().get()).toBe(4);
  expect(db.prepare('SELECT count(*) FROM usage_removed').pluck().get()).toBe(0);
  db.close();
});
