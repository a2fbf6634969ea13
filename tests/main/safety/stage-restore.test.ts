import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { stageRestore } from '../../../src/main/safety/stage-restore.ts';
import { makeBackup } from '../../../src/main/storage/backup.ts';
import { applicationId, openReadable, type WritableDatabase } from '../../../src/main/storage/database.ts';
import { currentVersion, migrate } from '../../../src/main/storage/migrate.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { readSettings, writeSetting } from '../../../src/main/storage/settings-store.ts';
import { draft, openTestDatabase, testFolder } from '../storage/open-test-database.ts';
import { filesBelow, jobContext, titlesIn } from './safety-job.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

/** A library in use with a backup of an earlier state. */
async function libraryWithBackup() {
  const { db, folder, path, libraryId } = openTestDatabase();
  insertReply(db, draft(libraryId, { title: '早先的话术' }), now);
  writeSetting(db, 'profile.shop', '山风户外');
  writeSetting(db, 'backup.keep', 3);
  const backup = await makeBackup(db, join(folder, 'backups'), now);
  insertReply(db, draft(libraryId, { title: '后来的话术' }), now);
  writeSetting(db, 'profile.shop', '山风户外旗舰店');
  writeSetting(db, 'backup.keep', 30);
  writeSetting(db, 'autostart', true);
  return { db, folder, path, backup, staging: join(folder, 'restore') };
}

async function stage(source: string, database: string, staging: string) {
  return stageRestore({ source, database, staging }, jobContext());
}

test('a backup is laid ready whole, and nothing else is left in the folder', async () => {
  const { path, backup, staging } = await libraryWithBackup();
  expect(await stage(backup.path, path, staging)).toEqual({ ok: true, value: null });
  expect(filesBelow(staging)).toEqual(['next.db']);
  expect(titlesIn(join(staging, 'next.db'))).toEqual(['早先的话术']);
});

test('settings come back with the backup, but those of this computer stay', async () => {
  const { path, backup, staging } = await libraryWithBackup();
  await stage(backup.path, path, staging);
  const staged = openReadable(join(staging, 'next.db'));
  expect(readSettings(staged).settings).toMatchObject({
    'profile.shop': '山风户外',
    'backup.keep': 30,
    autostart: true,
  });
  staged.close();
});

test('a backup of an older schema is brought up to date on a copy; the backup stays as it was', async () => {
  const { path, staging } = await libraryWithBackup();
  const old = join(testFolder(), 'old.db');
  const db = new Database(old);
  db.pragma(`application_id = ${applicationId}`);
  migrate(db as WritableDatabase, 10);
  db.close();
  const before = readFileSync(old);
  expect(await stage(old, path, staging)).toMatchObject({ ok: true });
  const staged = openReadable(join(staging, 'next.db'));
  expect(staged.pragma('user_version', { simple: true })).toBe(currentVersion);
  staged.close();
  expect(readFileSync(old).equals(before)).toBe(true);
});

describe('refused with its reason, and nothing laid ready:', () => {
  type Spoil = (path: string) => void;
  const withDatabase =
    (change: (db: Database.Database) => void): Spoil =>
    (path) => {
      const db = new Database(path);
      change(db);
      db.close();
    };
  test.each<[string, Spoil, object]>([
    [
      'a backup of a later version',
      withDatabase((db) => db.pragma('user_version = 9990')),
      { kind: 'newer' },
    ],
    [
      'another program’s database',
      withDatabase((db) => db.pragma('application_id = 1')),
      { kind: 'foreign' },
    ],
    [
      'one with a trigger of its own',
      withDatabase((db) => db.exec(`CREATE TRIGGER t AFTER INSERT ON reply BEGIN DELETE FROM reply; END`)),
      { kind: 'foreign' },
    ],
    [
      'one with a view in place of a table',
      withDatabase((db) => db.exec('DROP TABLE failed_search; CREATE VIEW failed_search AS SELECT 1')),
      { kind: 'foreign' },
    ],
    ['one that was cut off', (path) => truncateSync(path, 20_000), { kind: 'damaged' }],
    ['an empty file', (path) => truncateSync(path, 0), { kind: 'damaged', detail: 'empty' }],
    ['a text file', (path) => writeFileSync(path, '这不是数据库'.repeat(100)), { kind: 'damaged' }],
    [
      'one with overwritten pages',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 8_192, 40_960);
        writeFileSync(path, bytes);
      },
      { kind: 'damaged' },
    ],
  ])('%s', async (_what, spoil, problem) => {
    const { path, backup, staging } = await libraryWithBackup();
    spoil(backup.path);
    expect(await stage(backup.path, path, staging)).toMatchObject({ ok: false, error: problem });
    expect(filesBelow(staging)).toEqual([]);
  });

  test('one that is gone', async () => {
    const { path, folder, staging } = await libraryWithBackup();
    const gone = join(folder, 'gone.db');
    expect(await stage(gone, path, staging)).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});
