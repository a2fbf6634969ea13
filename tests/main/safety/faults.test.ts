import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mediaPath, storeMedia } from '../../../src/main/storage/media.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { smallDisk } from '../import-export/small-disk-of-test.ts';
import { draft, testFolder } from '../storage/open-test-database.ts';
import { backUp, openSafety, safetyOf } from './open-safety.ts';

/* What the system may refuse: each time one clear outcome, no damage, and it works when the cause is gone. */

test('a full disk: nothing half-made is left, and it works once there is room', async (context) => {
  const disk = smallDisk(8);
  if (!disk) return context.skip();
  const opened = openSafety();
  opened.add('甲');
  opened.chosen.folder = disk.folder;
  await opened.calls.chooseBackupFolder();
  opened.chosen.target = join(disk.folder, 'everything.zip');
  disk.fill();
  const problem = { ok: false, error: { kind: 'storage' } };
  const writing = await opened.calls.exportEverything();
  expect(writing).toMatchObject({ ok: false, error: { kind: 'storage', code: 'ENOSPC' } });
  // The folder that cannot take a byte is not written any more.
  expect(await opened.calls.readBackupFolder()).toMatchObject({ unreachable: { code: 'ENOSPC' } });
  expect(await opened.calls.chooseBackupFolder()).toMatchObject(problem);
  expect(readdirSync(disk.folder)).toEqual(['filler']);
  disk.free();
  const name = await backUp(opened);
  expect(readdirSync(disk.folder)).toEqual([name]);
  expect(await opened.calls.exportEverything()).toMatchObject({ ok: true });
});

test('a full disk under the library is named when a restore fails for it, and not the disk of the backup', async (context) => {
  const disk = smallDisk(8);
  if (!disk) return context.skip();
  const opened = openSafety(disk.folder);
  opened.chosen.folder = testFolder();
  await opened.calls.chooseBackupFolder();
  const name = await backUp(opened);
  opened.chosen.archive = join(testFolder(), 'everything.zip');
  opened.chosen.target = opened.chosen.archive;
  expect(await opened.calls.exportEverything()).toMatchObject({ ok: true });
  disk.fill();
  const full = { ok: false, error: { kind: 'storage', path: opened.paths.restore } };
  expect(await opened.calls.restoreBackup(name)).toMatchObject(full);
  expect(await opened.calls.inspectBackup(name)).toMatchObject(full);
  expect(await opened.calls.importEverything()).toMatchObject(full);
  disk.free();
  expect(await opened.calls.restoreBackup(name)).toMatchObject({ ok: true });
});

test('a disk that becomes full under the backup: the older ones stay', async (context) => {
  const disk = smallDisk(3);
  if (!disk) return context.skip();
  const opened = openSafety();
  opened.chosen.folder = disk.folder;
  await opened.calls.chooseBackupFolder();
  const first = await backUp(opened);
  opened.db.prepare(`INSERT INTO setting (key, value) VALUES ('x', ?)`).run('x'.repeat(4_000_000));
  const failed = await opened.calls.backUpNow();
  expect(failed).toMatchObject({ ok: false, error: { kind: 'storage', path: disk.folder } });
  expect(readdirSync(disk.folder)).toEqual([first]);
  opened.db.exec(`DELETE FROM setting WHERE key = 'x'; VACUUM`);
  expect(await opened.calls.backUpNow()).toMatchObject({ ok: true });
});

test('a folder that may only be read: backups go to the app’s own one, its own stay usable', async (context) => {
  const disk = smallDisk(8);
  if (!disk) return context.skip();
  const opened = openSafety();
  opened.chosen.folder = disk.folder;
  await opened.calls.chooseBackupFolder();
  const name = await backUp(opened);
  disk.makeReadOnly();
  expect(await opened.calls.readBackupFolder()).toMatchObject({ unreachable: { code: 'EROFS' } });
  expect(await opened.calls.inspectBackup(name)).toMatchObject({ ok: true });
  expect(await opened.calls.checkIntegrity()).toMatchObject({
    ok: true,
    value: { findings: [{ kind: 'search-index' }] },
  });
  opened.chosen.target = join(disk.folder, 'everything.zip');
  expect(await opened.calls.exportEverything()).toMatchObject({ ok: false, error: { code: 'EROFS' } });
  expect(await opened.calls.restoreBackup(name)).toMatchObject({ ok: true });
});

test('a library that another process has locked is said to be, and it works afterwards', async () => {
  const opened = openSafety();
  opened.db.close();
  const script = `
    const Database = require(${JSON.stringify(join(process.cwd(), 'node_modules/better-sqlite3'))});
    const db = new Database(${JSON.stringify(opened.paths.database)});
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    console.log('locked');
    process.stdin.resume();
  `;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  const { safety } = safetyOf(opened.paths, defaultSettings, () => {});
  const other = safety.handlers;
  expect(await other.backUpNow()).toMatchObject({
    ok: false,
    error: { kind: 'storage', code: 'SQLITE_BUSY' },
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await other.backUpNow()).toMatchObject({ ok: true });
});

test('a vanished picture does not stop the export, and the check names its reply', async () => {
  const opened = openSafety();
  const { hash } = storeMedia(opened.db, opened.paths.media, Buffer.from('a'), new Date().toISOString());
  const variants = [[{ kind: 'image' as const, hash, alt: '' }]];
  insertReply(opened.db, draft(opened.libraryId, { title: '尺码表', variants }), new Date());
  rmSync(mediaPath(opened.paths.media, hash) ?? '');
  opened.chosen.target = join(testFolder(), 'everything.zip');
  expect(await opened.calls.exportEverything()).toMatchObject({ ok: true });
  const checked = await opened.calls.checkIntegrity();
  if (!checked.ok) throw new Error(checked.error.kind);
  expect(checked.value.findings).toContainEqual(
    expect.objectContaining({
      kind: 'media-missing',
      replies: [expect.objectContaining({ title: '尺码表' })],
    }),
  );
});
