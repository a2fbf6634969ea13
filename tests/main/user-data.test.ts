import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createBackupFolders } from '../../src/main/safety/backup-folders.ts';
import { stageInto } from '../../src/main/safety/stage-restore.ts';
import { listBackups, makeBackup } from '../../src/main/storage/backup.ts';
import { applicationId, type WritableDatabase } from '../../src/main/storage/database.ts';
import { migrate } from '../../src/main/storage/migrate.ts';
import { requestRestore } from '../../src/main/storage/pending-restore.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { openUserData, type UserDataPaths, userDataPaths } from '../../src/main/user-data.ts';
import { titlesIn } from './safety/safety-job.ts';
import { draft, openTestDatabase, testFolder } from './storage/open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const starter = join(import.meta.dirname, '../../resources/starter');

function start(paths: UserDataPaths) {
  const opened = openUserData(paths, starter, () => 'zh-CN', now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  opened.data.db.close();
  return opened.data;
}

test('a requested restore is carried out before anything is opened, and told', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = userDataPaths(folder);
  insertReply(db, draft(libraryId, { title: '早先' }), now);
  const backup = await makeBackup(db, paths.backups, now);
  insertReply(db, draft(libraryId, { title: '后来' }), now);
  stageInto(backup.path, paths.database, paths.restore);
  requestRestore(paths, { madeAt: backup.madeAt, previous: 'previous.db', windows: ['settings'] });
  db.close();

  const { notices, reopen } = start(paths);
  expect(notices).toEqual([{ kind: 'library-restored', madeAt: backup.madeAt, previous: 'previous.db' }]);
  expect(reopen).toEqual(['settings']);
  expect(titlesIn(paths.database)).toEqual(['早先']);
  expect(start(paths)).toMatchObject({ notices: [], reopen: [] });
});

test('a staged file that proves unusable after all gives way to the newest good backup', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = userDataPaths(folder);
  insertReply(db, draft(libraryId, { title: '现在' }), now);
  await makeBackup(db, paths.backups, now, { reason: 'before-restore' });
  db.close();
  mkdirSync(paths.restore);
  writeFileSync(join(paths.restore, 'next.db'), 'damaged on the disk');
  requestRestore(paths, { madeAt: '2026-01-01T00:00:00.000Z', previous: 'p.db', windows: [] });
  const { notices } = start(paths);
  expect(notices.map(({ kind }) => kind)).toEqual(['library-restored', 'database-restored']);
  expect(titlesIn(paths.database)).toEqual(['现在']);
});

test('a library of an older schema is backed up before it is upgraded', () => {
  const paths = userDataPaths(testFolder());
  const old = new Database(paths.database);
  old.pragma(`application_id = ${applicationId}`);
  migrate(old as WritableDatabase, 10);
  old.close();
  expect(start(paths).notices).toEqual([]);
  expect(listBackups(paths.backups).map(({ reason }) => reason)).toEqual(['before-upgrade']);
  start(paths);
  expect(listBackups(paths.backups)).toHaveLength(1);
});

test('a damaged library is restored from a backup in a folder that was chosen', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = userDataPaths(folder);
  const chosen = join(testFolder(), 'on another drive');
  mkdirSync(chosen);
  insertReply(db, draft(libraryId, { title: '保住了' }), now);
  await makeBackup(db, chosen, now);
  createBackupFolders(paths.backups, paths.backupFolders, () => chosen).remember(chosen);
  db.close();
  for (const suffix of ['-wal', '-shm']) rmSync(paths.database + suffix, { force: true });
  writeFileSync(paths.database, 'damaged');
  expect(start(paths).notices).toMatchObject([{ kind: 'database-restored', backupDate: now.toISOString() }]);
  expect(titlesIn(paths.database)).toEqual(['保住了']);
});

test('folders that were chosen are remembered, whatever happens to their list', () => {
  const folder = testFolder();
  const list = join(folder, 'backup-folders.json');
  const folders = createBackupFolders('/own', list, () => '/b');
  folders.remember('/a');
  folders.remember('/b');
  folders.remember('/a');
  expect(folders.all()).toEqual(['/b', '/own', '/a']);
  writeFileSync(list, '{"not": "a list"}');
  expect(folders.all()).toEqual(['/b', '/own']);
  renameSync(list, `${list}.old`);
  expect(folders.all()).toEqual(['/b', '/own']);
  expect(existsSync(list)).toBe(false);
});
