import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  backUpBeforeUpgrade,
  backupIntervalMs,
  backupsKept,
  findBackups,
  listBackups,
  makeBackup,
  safetyBackupsKept,
  untilNextBackup,
} from '../../../src/main/storage/backup.ts';
import {
  applicationId,
  openDatabase,
  openReadable,
  type WritableDatabase,
} from '../../../src/main/storage/database.ts';
import { migrate } from '../../../src/main/storage/migrate.ts';
import { findReply, insertReply } from '../../../src/main/storage/replies.ts';
import { draft, openTestDatabase, pathsIn, testFolder } from './open-test-database.ts';

const now = new Date('2026-03-01T08:00:00.000Z');

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
  expect(untilNextBackup(listBackups(backups), now)).toBe(0);
  await makeBackup(db, backups, now);
  const inAnHour = new Date(now.getTime() + 3_600_000);
  expect(untilNextBackup(listBackups(backups), inAnHour)).toBe(backupIntervalMs - 3_600_000);
  expect(untilNextBackup(listBackups(backups), new Date(now.getTime() + 2 * backupIntervalMs))).toBe(0);
});

test('the reason of a backup stands in its name and is read back', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  await makeBackup(db, backups, now, { reason: 'manual' });
  await makeBackup(db, backups, new Date(now.getTime() + 1_000), { reason: 'before-import' });
  expect(readdirSync(backups).sort()).toEqual([
    'repartee-2026-03-01T08-00-00-000Z.manual.db',
    'repartee-2026-03-01T08-00-01-000Z.before-import.db',
  ]);
  expect(listBackups(backups).map((backup) => backup.reason)).toEqual(['before-import', 'manual']);
});

test('what a person backed up by hand is never pushed out, and neither kind pushes out the other', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  for (let round = 0; round < 7; round++) {
    await makeBackup(db, backups, at(3 * round), { reason: 'manual', keep: 2 });
    await makeBackup(db, backups, at(3 * round + 1), { reason: 'before-restore', keep: 2 });
    await makeBackup(db, backups, at(3 * round + 2), { reason: 'daily', keep: 2 });
  }
  const count = (reason: string) => listBackups(backups).filter((backup) => backup.reason === reason).length;
  expect([count('manual'), count('before-restore'), count('daily')]).toEqual([7, safetyBackupsKept, 2]);
});

test('a copy that proves damaged removes no older backup', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  await makeBackup(db, backups, now);
  const failing = makeBackup(db, backups, new Date(now.getTime() + 1), { keep: 1, verify: () => false });
  await expect(failing).rejects.toThrow('integrity');
  expect(listBackups(backups).map((backup) => backup.madeAt)).toEqual([now.toISOString()]);
  expect(readdirSync(backups)).toHaveLength(1);
});

test('a file whose name holds a time that there is not is no backup', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'repartee-2026-02-31T25-61-00-000Z.db'), '');
  expect(listBackups(folder)).toEqual([]);
  expect(untilNextBackup(listBackups(folder), now)).toBe(0);
});

test('backups in several folders make one list, and a folder that is gone has none', async () => {
  const { db, folder } = openTestDatabase();
  const later = new Date(now.getTime() + 60_000);
  await makeBackup(db, join(folder, 'old'), now);
  await makeBackup(db, join(folder, 'new'), later);
  const folders = [join(folder, 'new'), join(folder, 'old'), join(folder, 'absent drive')];
  expect(listBackups(folders).map((backup) => backup.madeAt)).toEqual([
    later.toISOString(),
    now.toISOString(),
  ]);
  expect(await findBackups(folders)).toEqual(listBackups(folders));
  expect(untilNextBackup(listBackups(folders), later)).toBe(backupIntervalMs);
});

test('a database of an older schema is copied before it is upgraded, with what is in its log', () => {
  const folder = testFolder();
  const paths = pathsIn(folder);
  const old = new Database(paths.database);
  old.pragma('journal_mode = WAL');
  old.pragma(`application_id = ${applicationId}`);
  migrate(old as WritableDatabase, 10);
  old.exec(`INSERT INTO setting (key, value) VALUES ('theme', '"dark"')`);
  const backup = backUpBeforeUpgrade(paths, now);
  old.close();
  expect(backup?.reason).toBe('before-upgrade');
  const copy = openReadable(backup?.path ?? '');
  expect(copy.pragma('user_version', { simple: true })).toBe(10);
  expect(copy.prepare('SELECT value FROM setting').pluck().get()).toBe('"dark"');
  copy.close();

  const opened = openDatabase(paths.database);
  if (opened.kind === 'open') opened.db.close();
  expect(backUpBeforeUpgrade(paths, now)).toBeNull();
});

test('no copy is made before an upgrade of what is new or not ours', () => {
  const folder = testFolder();
  const paths = pathsIn(folder);
  expect(backUpBeforeUpgrade(paths, now)).toBeNull();
  writeFileSync(paths.database, 'no database at all, only words');
  expect(backUpBeforeUpgrade(paths, now)).toBeNull();
  expect(existsSync(paths.backups)).toBe(false);
});

test('a backup that was made just now is never the one to go, whatever the clock said before', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  const day = (date: number) => new Date(Date.UTC(2026, 2, date));
  await makeBackup(db, backups, new Date('2030-01-01T00:00:00.000Z'), { keep: 2 });
  await makeBackup(db, backups, new Date('2031-01-01T00:00:00.000Z'), { keep: 2 });
  const made = await makeBackup(db, backups, day(1), { keep: 2 });
  expect(listBackups(backups).map((backup) => backup.madeAt.slice(0, 4))).toEqual(['2031', '2026']);
  await makeBackup(db, backups, day(2), { keep: 2 });
  expect(listBackups(backups).map((backup) => backup.madeAt)).toEqual([day(2).toISOString(), made.madeAt]);
});

test('a backup that is dated in the future, by a clock that was wrong, keeps none from being due', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  await makeBackup(db, backups, new Date('2030-01-01T00:00:00.000Z'));
  expect(untilNextBackup(listBackups(backups), now)).toBe(0);
  await makeBackup(db, backups, now);
  expect(untilNextBackup(listBackups(backups), now)).toBe(backupIntervalMs);
});

test('an old backup that cannot be removed does not make the new one fail', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  const [old, held, newest] = [1, 2, 3].map((date) => new Date(Date.UTC(2026, 2, date)));
  const { path: removable } = await makeBackup(db, backups, old as Date);
  const { path } = await makeBackup(db, backups, held as Date);
  // A folder stands for a file that another program holds open.
  mkdirSync(`${path}-wal`);
  const made = await makeBackup(db, backups, newest as Date, { keep: 1 });
  expect(existsSync(made.path)).toBe(true);
  expect(existsSync(removable)).toBe(false);
});

test('in a folder that several people chose, nobody removes the backups of another library', async () => {
  const [mine, theirs] = [openTestDatabase(), openTestDatabase()];
  theirs.db.exec(`UPDATE library SET id = '01900000-0000-7000-8000-000000000009'`);
  const shared = join(testFolder(), 'shared');
  const at = (date: number) => new Date(Date.UTC(2026, 2, date));
  await makeBackup(theirs.db, shared, at(1), { keep: 1 });
  writeFileSync(join(shared, 'report.db'), 'of another program');
  for (const date of [2, 3, 4]) await makeBackup(mine.db, shared, at(date), { keep: 1 });
  const left = listBackups(shared).map((backup) => backup.madeAt);
  expect(left).toEqual([at(4).toISOString(), at(1).toISOString()]);
  expect(existsSync(join(shared, 'report.db'))).toBe(true);
});

test('what a killed process has left of a backup goes with the next one, but not one that is being written', async () => {
  const { db, folder } = openTestDatabase();
  const backups = join(folder, 'backups');
  mkdirSync(backups);
  const part = (time: string) => join(backups, `repartee-2026-02-28T${time}-000Z.db.part`);
  for (const path of [part('01-00-00'), `${part('01-00-00')}-journal`, part('02-00-00')]) {
    writeFileSync(path, 'half a database');
    utimesSync(path, new Date(0), new Date(now.getTime() - 2 * 3_600_000));
  }
  utimesSync(part('02-00-00'), now, now);
  await makeBackup(db, backups, now);
  expect(readdirSync(backups).filter((name) => name.includes('.part'))).toEqual([
    'repartee-2026-02-28T02-00-00-000Z.db.part',
  ]);
});
