import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaPath, storeMedia } from '../../src/main/storage/media.ts';
import { applyRestore } from '../../src/main/storage/pending-restore.ts';
import { readSettings } from '../../src/main/storage/settings-store.ts';
import { hold } from './hold-gate.ts';
import { backUp, type OpenSafety, openSafety } from './safety/open-safety.ts';
import { filesBelow, titlesIn } from './safety/safety-job.ts';
import { testFolder } from './storage/open-test-database.ts';

/** What the next start does. */
function nextStart({ db, paths }: OpenSafety) {
  db.close();
  return applyRestore(paths);
}

/** Whether the next start is asked to restore something. */
const nextRequest = ({ paths }: OpenSafety) => existsSync(join(paths.restore, 'request.json'));

test('a backup made by hand is listed with its reason and size', async () => {
  const opened = openSafety();
  opened.add('甲');
  const name = await backUp(opened);
  expect(name).toMatch(/\.manual\.db$/);
  expect(await opened.calls.listBackups()).toMatchObject([{ name, reason: 'manual' }]);
  expect(opened.seen.progress.at(-1)).toMatchObject({ job: 'backup' });
});

test('a backup can be looked into: what is only there, only here and different', async () => {
  const opened = openSafety();
  opened.add('只在备份里');
  opened.add('不变');
  const name = await backUp(opened);
  opened.db.exec(`DELETE FROM reply WHERE title = '只在备份里'`);
  opened.add('后来的');
  const result = await opened.calls.inspectBackup(name);
  expect(result).toMatchObject({
    ok: true,
    value: {
      replies: 2,
      onlyThere: 1,
      onlyHere: 1,
      different: 0,
      libraries: ['个人话术'],
      sample: [{ title: '只在备份里', state: 'only-there', texts: ['您的退款正在处理。'] }],
    },
  });
  expect(filesBelow(opened.paths.restore)).toEqual([]);
});

describe('a backup that is deleted', () => {
  test('lies whole in the system’s trash; the others stay', async () => {
    const opened = openSafety();
    opened.add('甲');
    const [first, second] = [await backUp(opened), await backUp(opened)];
    opened.chosen.trash = testFolder();
    expect(await opened.calls.deleteBackup(first)).toEqual({ ok: true, value: null });
    expect((await opened.calls.listBackups()).map(({ name }) => name)).toEqual([second]);
    expect(titlesIn(join(opened.chosen.trash, first))).toEqual(['甲']);
    renameSync(join(opened.chosen.trash, first), join(opened.paths.backups, first));
    expect(await opened.calls.inspectBackup(first)).toMatchObject({ ok: true });
  });

  test('that was copied into another folder is listed once, and goes with its copy', async () => {
    const opened = openSafety();
    const name = await backUp(opened);
    opened.chosen.folder = testFolder();
    await opened.calls.chooseBackupFolder();
    copyFileSync(join(opened.paths.backups, name), join(opened.chosen.folder, name));
    expect((await opened.calls.listBackups()).map((backup) => backup.name)).toEqual([name]);
    opened.chosen.trash = testFolder();
    expect(await opened.calls.deleteBackup(name)).toEqual({ ok: true, value: null });
    expect(await opened.calls.listBackups()).toEqual([]);
  });

  test('stays where there is no trash, and its file is named', async () => {
    const opened = openSafety();
    const name = await backUp(opened);
    const path = join(opened.paths.backups, name);
    expect(await opened.calls.deleteBackup(name)).toEqual({ ok: false, error: { kind: 'no-trash', path } });
    expect(titlesIn(path)).toEqual([]);
  });

  test('was listed: nothing else is', async () => {
    const opened = openSafety();
    opened.chosen.trash = testFolder();
    for (const name of ['gone.db', '../repartee.db']) {
      expect(await opened.calls.deleteBackup(name)).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
    expect([readdirSync(opened.chosen.trash), existsSync(opened.paths.database)]).toEqual([[], true]);
  });

  test('is not taken away from a restore that reads it', async () => {
    const opened = openSafety();
    const name = await backUp(opened);
    opened.chosen.trash = testFolder();
    const restoring = opened.calls.restoreBackup(name);
    expect(await opened.calls.deleteBackup(name)).toEqual({ ok: false, error: { kind: 'busy' } });
    expect(await restoring).toMatchObject({ ok: true });
  });
});

test('a restore backs up the present state, and the next start has the old one', async () => {
  const opened = openSafety();
  opened.add('早先');
  const name = await backUp(opened);
  opened.add('后来');
  const restored = await opened.calls.restoreBackup(name);
  if (!restored.ok) throw new Error(restored.error.kind);
  expect(opened.seen.restarts).toBe(1);
  expect(opened.seen.comebacks).toBe(0);
  expect(titlesIn(join(opened.paths.backups, restored.value.previous))).toEqual(['后来', '早先']);
  expect(nextStart(opened)).toMatchObject({
    kind: 'restored',
    request: { previous: restored.value.previous, windows: ['settings'] },
  });
  expect(titlesIn(opened.paths.database)).toEqual(['早先']);
});

test('from the backup of the present state to the restart nothing is written that would be lost', async () => {
  const opened = openSafety();
  const name = await backUp(opened);
  const importing = hold(opened.gate);
  expect(await opened.calls.restoreBackup(name)).toEqual({ ok: false, error: { kind: 'busy' } });
  expect(nextRequest(opened)).toBe(false);
  importing();
  let written = false;
  const restoring = opened.calls.restoreBackup(name);
  await expect.poll(() => opened.gate.isHeld(), { interval: 1 }).toBe(true);
  void opened.gate.run(() => {
    written = true;
  });
  expect(await restoring).toMatchObject({ ok: true });
  expect([written, opened.gate.isHeld()]).toEqual([false, true]);
});

test('an import that begins while the windows are settled is not ended by the restart', async () => {
  const opened = openSafety();
  const name = await backUp(opened);
  let importing: (() => void) | null = null;
  opened.chosen.onSettle = () => {
    importing = opened.gate.tryHold();
  };
  expect(await opened.calls.restoreBackup(name)).toEqual({ ok: false, error: { kind: 'busy' } });
  expect([importing !== null, opened.seen.restarts, nextRequest(opened)]).toEqual([true, 0, false]);
  expect(opened.seen.comebacks).toBe(1);
});

test('a restore whose backup fails gives back the windows, and lets writes through', async () => {
  const opened = openSafety();
  const name = await backUp(opened);
  // The backup is found elsewhere, and the own folder cannot be made.
  const elsewhere = testFolder();
  renameSync(join(opened.paths.backups, name), join(elsewhere, name));
  writeFileSync(opened.paths.backupFolders, JSON.stringify([elsewhere]));
  rmSync(opened.paths.backups, { recursive: true });
  writeFileSync(opened.paths.backups, '');
  expect(await opened.calls.restoreBackup(name)).toMatchObject({
    ok: false,
    error: { kind: 'storage', path: opened.paths.backups },
  });
  expect([opened.seen.comebacks, opened.seen.restarts, opened.gate.isHeld()]).toEqual([1, 0, false]);
  expect(nextRequest(opened)).toBe(false);
});

test('a restore that could not be noted says so, leaves nothing behind, and lets writes through again', async () => {
  const opened = openSafety();
  const name = await backUp(opened);
  mkdirSync(join(opened.paths.restore, 'request.json.part'), { recursive: true });
  expect(await opened.calls.restoreBackup(name)).toMatchObject({
    ok: false,
    error: { kind: 'storage', code: 'EISDIR', path: opened.paths.restore },
  });
  expect(existsSync(opened.paths.restore)).toBe(false);
  expect(opened.gate.isHeld()).toBe(false);
  expect(await opened.calls.restoreBackup(name)).toMatchObject({ ok: true });
});

test('between a restore and the restart nothing else is begun that could undo it', async () => {
  const opened = openSafety();
  opened.add('早先');
  const name = await backUp(opened);
  opened.add('后来');
  await opened.calls.restoreBackup(name);
  opened.chosen.target = join(testFolder(), 'everything.zip');
  const busy = { ok: false, error: { kind: 'busy' } };
  expect(await opened.calls.restoreBackup(name)).toEqual(busy);
  expect(await opened.calls.exportEverything()).toEqual(busy);
  expect(nextStart(opened)).toMatchObject({ kind: 'restored' });
  expect(titlesIn(opened.paths.database)).toEqual(['早先']);
});

test('a damaged backup is refused and the library stays', async () => {
  const opened = openSafety();
  opened.add('甲');
  const name = await backUp(opened);
  writeFileSync(join(opened.paths.backups, name), 'no database');
  expect(await opened.calls.restoreBackup(name)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  expect(await opened.calls.inspectBackup(name)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  expect(opened.seen.restarts).toBe(0);
  expect(nextStart(opened)).toBeNull();
  expect(titlesIn(opened.paths.database)).toEqual(['甲']);
});

test.each(['gone.db', '../repartee.db', '/etc/passwd'])(
  'a name that is not listed is not found: %s',
  async (name) => {
    const { calls } = openSafety();
    expect(await calls.inspectBackup(name)).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await calls.restoreBackup(name)).toEqual({ ok: false, error: { kind: 'not-found' } });
  },
);

test('everything goes into one zip and comes back on another computer', async () => {
  const [from, into] = [openSafety(), openSafety()];
  const picture = storeMedia(from.db, from.paths.media, Buffer.from('picture'), new Date().toISOString());
  from.add('甲');
  into.add('乙');
  from.chosen.target = join(testFolder(), 'everything.zip');
  expect(await from.calls.exportEverything()).toMatchObject({
    ok: true,
    value: { path: from.chosen.target },
  });
  into.chosen.archive = from.chosen.target;
  expect(await into.calls.importEverything()).toMatchObject({ ok: true });
  expect(nextStart(into)).toMatchObject({ kind: 'restored' });
  expect(titlesIn(into.paths.database)).toEqual(['甲']);
  expect(existsSync(mediaPath(into.paths.media, picture.hash) ?? '')).toBe(true);
});

test('nothing happens when the person chooses no file', async () => {
  const { calls, paths } = openSafety();
  expect([
    await calls.exportEverything(),
    await calls.importEverything(),
    await calls.chooseBackupFolder(),
  ]).toEqual([null, null, null]);
  expect(filesBelow(paths.restore)).toEqual([]);
});

test('one thing is done at a time; the other is told that it has to wait', async () => {
  const opened = openSafety();
  const first = opened.calls.checkIntegrity();
  expect(await opened.calls.backUpNow()).toEqual({ ok: false, error: { kind: 'busy' } });
  expect(await first).toMatchObject({ ok: true });
  expect(await opened.calls.backUpNow()).toMatchObject({ ok: true });
});

test('a cancelled export leaves no file and works when it is tried again', async () => {
  const opened = openSafety();
  // So much that it is still at work when it is stopped.
  const target = join(testFolder(), 'everything.zip');
  for (let index = 0; index < 40; index++) {
    const bytes = Buffer.alloc(5_000_000, index + 1);
    storeMedia(opened.db, opened.paths.media, bytes, new Date().toISOString());
  }
  opened.chosen.target = target;
  const exporting = opened.calls.exportEverything();
  const begun = () => opened.seen.progress.some(({ share }) => share !== null && share > 0);
  await expect.poll(begun, { interval: 10 }).toBe(true);
  opened.calls.cancelSafetyJob();
  expect(await exporting).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(readdirSync(join(target, '..'))).toEqual([]);
  expect(await opened.calls.exportEverything()).toMatchObject({ ok: true });
});

test('a cancelled backup leaves no file, and the older ones stay', async () => {
  const opened = openSafety();
  const first = await backUp(opened);
  opened.db.prepare(`INSERT INTO setting (key, value) VALUES ('x', ?)`).run('x'.repeat(150_000_000));
  const making = opened.calls.backUpNow();
  const begun = () => readdirSync(opened.paths.backups).some((name) => name.endsWith('.part'));
  await expect.poll(begun, { interval: 5 }).toBe(true);
  opened.calls.cancelSafetyJob();
  expect(await making).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(readdirSync(opened.paths.backups)).toEqual([first]);
});

describe('the backup folder', () => {
  test('that was chosen gets the next backups, and those in the old one stay listed', async () => {
    const opened = openSafety();
    const first = await backUp(opened);
    opened.chosen.folder = testFolder();
    expect(await opened.calls.chooseBackupFolder()).toEqual({ ok: true, value: opened.chosen.folder });
    const second = await backUp(opened);
    expect(readdirSync(opened.chosen.folder)).toEqual([second]);
    const third = testFolder();
    opened.chosen.folder = third;
    await opened.calls.chooseBackupFolder();
    const names = (await opened.calls.listBackups()).map(({ name }) => name);
    expect(names).toEqual([second, first]);
  });

  test('that is not there any more is named, and the app’s own one is used meanwhile', async () => {
    const opened = openSafety();
    const drive = join(testFolder(), 'drive');
    mkdirSync(drive);
    opened.chosen.folder = drive;
    await opened.calls.chooseBackupFolder();
    rmSync(drive, { recursive: true });
    expect(await opened.calls.readBackupFolder()).toEqual({
      folder: opened.paths.backups,
      own: opened.paths.backups,
      unreachable: { folder: drive, code: 'ENOENT' },
    });
    const name = await backUp(opened);
    expect(readdirSync(opened.paths.backups)).toContain(name);
    // The mount point of a drive that is absent must not be filled in its place.
    expect(existsSync(drive)).toBe(false);
  });

  test('is changed when an import has written what it writes', async () => {
    const opened = openSafety();
    opened.chosen.folder = testFolder();
    const importing = hold(opened.gate);
    const choosing = opened.calls.chooseBackupFolder();
    await Promise.resolve();
    expect(readSettings(opened.db).settings['backup.folder']).toBeNull();
    importing();
    expect(await choosing).toEqual({ ok: true, value: opened.chosen.folder });
    expect(readSettings(opened.db).settings['backup.folder']).toBe(opened.chosen.folder);
  });

  test('that cannot be stored is not said to be on a full disk when it is not', async () => {
    const opened = openSafety();
    opened.chosen.folder = testFolder();
    opened.db.pragma('query_only = ON');
    expect(await opened.calls.chooseBackupFolder()).toEqual({
      ok: false,
      error: { kind: 'storage', code: 'SQLITE_READONLY', path: opened.paths.database },
    });
  });

  test('that cannot be written is refused, and the old one stays', async () => {
    const opened = openSafety();
    const file = join(testFolder(), 'a file');
    writeFileSync(file, '');
    opened.chosen.folder = file;
    expect(await opened.calls.chooseBackupFolder()).toEqual({
      ok: false,
      error: { kind: 'storage', code: 'ENOTDIR', path: file },
    });
    expect(readSettings(opened.db).settings['backup.folder']).toBeNull();
  });
});
