import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../src/main/storage/backup.ts';
import { openOrRestore, type Recovery } from '../../../src/main/storage/open-or-restore.ts';
import { findReply, insertReply } from '../../../src/main/storage/replies.ts';
import { draft, openTestDatabase, pathsIn, testFolder } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

function keptAside(recovery: Recovery | null): string {
  return recovery?.kind === 'damaged' ? recovery.keptAside : '';
}

test('a damaged database is kept aside and the newest good backup takes its place', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = pathsIn(folder);
  const saved = insertReply(db, draft(libraryId), now);
  const good = await makeBackup(db, paths.backups, new Date(now.getTime() - 2_000));
  const newer = await makeBackup(db, paths.backups, new Date(now.getTime() - 1_000));
  db.close();
  writeFileSync(newer.path, 'a backup that was cut short');
  writeFileSync(paths.database, 'damaged beyond reading');

  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened.recovery).toMatchObject({ backup: { path: good.path } });
  expect(readFileSync(keptAside(opened.recovery), 'utf8')).toBe('damaged beyond reading');
  expect(saved.ok && findReply(opened.db, saved.value.id)?.title).toBe('退款进度');
  opened.db.close();
});

test('a backup of a later version gives way to one that can be opened, and is better than none', async () => {
  const { db, folder } = openTestDatabase();
  const paths = pathsIn(folder);
  const older = await makeBackup(db, paths.backups, new Date(now.getTime() - 2_000));
  db.pragma('user_version = 9999');
  await makeBackup(db, paths.backups, new Date(now.getTime() - 1_000));
  db.close();
  writeFileSync(paths.database, 'damaged beyond reading');
  const opened = openOrRestore(paths, now);
  expect(opened).toMatchObject({ kind: 'open', recovery: { backup: { path: older.path } } });
  if (opened.kind === 'open') opened.db.close();

  rmSync(older.path);
  writeFileSync(paths.database, 'damaged beyond reading');
  expect(openOrRestore(paths, now)).toMatchObject({ kind: 'newer' });
});

test('with no good backup a new database is begun and the damaged file is still kept', () => {
  const paths = pathsIn(testFolder());
  writeFileSync(paths.database, 'damaged beyond reading');
  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened).toMatchObject({ created: true, recovery: { backup: null } });
  expect(existsSync(keptAside(opened.recovery))).toBe(true);
  opened.db.close();
});

test('a folder in place of the database is kept aside', () => {
  const paths = pathsIn(testFolder());
  mkdirSync(join(paths.database, 'something'), { recursive: true });
  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(readdirSync(keptAside(opened.recovery))).toEqual(['something']);
  opened.db.close();
});

test('a healthy database opens as it is', () => {
  const { db, folder } = openTestDatabase();
  db.close();
  const opened = openOrRestore(pathsIn(folder), now);
  expect(opened).toMatchObject({ kind: 'open', created: false, recovery: null });
  if (opened.kind === 'open') opened.db.close();
});

test('an empty file that looks like a backup by its name is not taken for one', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId), now);
  const paths = pathsIn(folder);
  await makeBackup(db, paths.backups, now);
  db.close();
  writeFileSync(join(paths.backups, 'repartee-2026-03-02T08-00-00-000Z.db'), '');
  writeFileSync(paths.database, 'damaged');
  const opened = openOrRestore(paths, new Date('2026-03-03T08:00:00.000Z'));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened.recovery?.backup?.madeAt).toBe(now.toISOString());
  expect(saved.ok && findReply(opened.db, saved.value.id)?.title).toBe('退款进度');
  opened.db.close();
});

test('a damaged database is never replaced by the library of another person who chose the same folder', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const theirs = openTestDatabase().db;
  theirs.exec(`UPDATE library SET id = '01900000-0000-7000-8000-000000000009'`);
  const paths = pathsIn(folder);
  const shared = testFolder();
  const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
  await makeBackup(db, paths.backups, at(0));
  const saved = insertReply(db, draft(libraryId), now);
  const mine = await makeBackup(db, shared, at(1));
  await makeBackup(theirs, shared, at(2));
  db.close();
  writeFileSync(paths.database, 'damaged beyond reading');
  const opened = openOrRestore(paths, at(3), [paths.backups, shared]);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened.recovery?.backup?.path).toBe(mine.path);
  expect(saved.ok && findReply(opened.db, saved.value.id)?.title).toBe('退款进度');
  opened.db.close();
});

test('a database that vanished or was emptied is taken from the newest backup, not begun anew', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = pathsIn(folder);
  const saved = insertReply(db, draft(libraryId), now);
  await makeBackup(db, paths.backups, now);
  db.close();
  const losses = [
    () => rmSync(paths.database),
    () => writeFileSync(paths.database, ''),
    // As a kill leaves it when the damaged file was moved but for its log.
    () => {
      rmSync(paths.database);
      writeFileSync(`${paths.database}-wal`, 'log of the damaged one');
    },
  ];
  for (const lose of losses) {
    lose();
    const opened = openOrRestore(paths, now);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened).toMatchObject({ created: false, recovery: { kind: 'lost' } });
    expect(saved.ok && findReply(opened.db, saved.value.id)?.title).toBe('退款进度');
    opened.db.close();
  }
});
