import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  backupIntervalMs,
  backupsKept,
  listBackups,
  makeBackup,
  openOrRestore,
  untilNextBackup,
} from '../../../src/main/storage/backup.ts';
import { openReadable } from '../../../src/main/storage/database.ts';
import { findReply, insertReply } from '../../../src/main/storage/replies.ts';
import { draft, openTestDatabase, testFolder } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

function pathsIn(folder: string) {
  return {
    database: join(folder, 'repartee.db'),
    backups: join(folder, 'backups'),
    damaged: join(folder, 'damaged'),
  };
}

test('a backup holds what was committed, while the database stays in use', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const saved = insertReply(db, draft(libraryId), now);
  const backup = await makeBackup(db, join(folder, 'backups'), now);
  expect(backup.madeAt).toBe(now.toISOString());
  const copy = openReadable(backup.path);
  expect(saved.ok && findReply(copy, saved.value.id)?.title).toBe('退款进度');
  copy.close();
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('.part'))).toEqual([]);
});

test('only the newest ten backups are kept', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  for (let day = 1; day <= backupsKept + 2; day++) {
    await makeBackup(db, backups, new Date(Date.UTC(2026, 2, day)));
  }
  const kept = listBackups(backups).map((backup) => backup.madeAt.slice(0, 10));
  expect(kept).toHaveLength(10);
  expect(kept[0]).toBe('2026-03-12');
  expect(kept.at(-1)).toBe('2026-03-03');
});

test('the next backup is due a day after the newest, and at once when there is none', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  expect(untilNextBackup(backups, now)).toBe(0);
  await makeBackup(db, backups, now);
  const inAnHour = new Date(now.getTime() + 3_600_000);
  expect(untilNextBackup(backups, inAnHour)).toBe(backupIntervalMs - 3_600_000);
  expect(untilNextBackup(backups, new Date(now.getTime() + 2 * backupIntervalMs))).toBe(0);
});

test('a damaged database is kept aside and the newest good backup takes its place', async () => {
  const { db, folder, libraryId } = openTestDatabase();
  const paths = pathsIn(folder);
  const saved = insertReply(db, draft(libraryId), now);
  const good = await makeBackup(db, paths.backups, now);
  const newer = await makeBackup(db, paths.backups, new Date(now.getTime() + 1_000));
  db.close();
  writeFileSync(newer.path, 'a backup that was cut short');
  writeFileSync(paths.database, 'damaged beyond reading');

  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened.recovery).toMatchObject({ backup: { path: good.path } });
  expect(readFileSync(opened.recovery?.keptAside ?? '', 'utf8')).toBe('damaged beyond reading');
  expect(saved.ok && findReply(opened.db, saved.value.id)?.title).toBe('退款进度');
  opened.db.close();
});

test('with no good backup a new database is begun and the damaged file is still kept', () => {
  const paths = pathsIn(testFolder());
  writeFileSync(paths.database, 'damaged beyond reading');
  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened).toMatchObject({ created: true, recovery: { backup: null } });
  expect(existsSync(opened.recovery?.keptAside ?? '')).toBe(true);
  opened.db.close();
});

test('a folder in place of the database is kept aside', () => {
  const paths = pathsIn(testFolder());
  mkdirSync(join(paths.database, 'something'), { recursive: true });
  const opened = openOrRestore(paths, now);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(readdirSync(opened.recovery?.keptAside ?? '')).toEqual(['something']);
  opened.db.close();
});

test('a healthy database opens as it is', () => {
  const { db, folder } = openTestDatabase();
  db.close();
  const opened = openOrRestore(pathsIn(folder), now);
  expect(opened).toMatchObject({ kind: 'open', created: false, recovery: null });
  if (opened.kind === 'open') opened.db.close();
});
