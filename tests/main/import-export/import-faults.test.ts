import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backupJob } from '../../../src/main/import-export/backup-job.ts';
import { createLibraryGate } from '../../../src/main/library-gate.ts';
import { openReadable } from '../../../src/main/storage/database.ts';
import { undoState } from '../../../src/main/storage/edit-journal.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import { openSearchIndex } from '../../../src/main/storage/search-index.ts';
import { countUse } from '../../../src/main/storage/usage.ts';
import { hold } from '../hold-gate.ts';
import { draft } from '../storage/open-test-database.ts';
import { smallDisk } from './small-disk-of-test.ts';
import { contents, now, openTransfer, successOf } from './transfer-fixture.ts';

const date = new Date(now);

function manyRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `售后 > 第${index % 50}类,标题${index},您好，关于第${index}个问题，我们已经登记，请稍等。,k${index}\n`,
  );
  return `分类,标题,内容,快捷编码\n${rows.join('')}`;
}

test('a process that is killed in the middle of applying leaves the library as it was', async () => {
  const { db, libraryId, path, media, file, preview, jobs, pids } = openTransfer();
  successOf(await preview(file('a.csv', manyRows(5_000))));
  const task = { database: path, mediaFolder: media, source: 1, by: '', now };
  let killed = false;
  const end = await jobs.run('apply-import', task, {
    onProgress({ share }) {
      if (killed || share === null || share === 0) return;
      killed = true;
      process.kill(pids[0] as number, 'SIGKILL');
    },
  });
  expect(killed).toBe(true);
  expect(end).toEqual({ kind: 'crashed' });
  expect(contents(db, libraryId)).toEqual([]);
  expect(undoState(db).undo).toBeNull();
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  // The lock went with the process: writing works at once.
  expect(insertReply(db, draft(libraryId), date).ok).toBe(true);
});

// So many rows that the job is not over before it hears of it.
test('cancelling while it is applied leaves the library as it was, and it can be tried again', async () => {
  const { db, libraryId, path, media, file, preview, apply, lastSource, jobs } = openTransfer();
  const source = file('a.csv', manyRows(20_000));
  successOf(await preview(source));
  const end = await jobs.run(
    'apply-import',
    { database: path, mediaFolder: media, source: lastSource(), by: '', now },
    { onProgress: ({ share }) => share !== null && share > 0 && jobs.cancel() },
  );
  expect(end).toEqual({ kind: 'cancelled' });
  expect(contents(db, libraryId)).toEqual([]);
  expect(await apply()).toEqual({ ok: false, error: { kind: 'preview-outdated' } });
  successOf(await preview(source));
  expect(successOf(await apply()).counts.new).toBe(20_000);
}, 120_000);

// Ten thousand rows take their time on a busy machine.
test('while thousands of rows are applied the palette searches and reads, and its counts are not lost', async () => {
  const { db, libraryId, path, folder, media, file, preview, jobs, lastSource } = openTransfer();
  const saved = successOf(insertReply(db, draft(libraryId, { title: '退款进度' }), date));
  const search = openSearchIndex({ path: `${folder}/search.db`, library: db, worker: '' });
  successOf(await preview(file('a.csv', manyRows(10_000))));

  const gate = createLibraryGate((error) => {
    throw error;
  });
  let searches = 0;
  let counted = 0;
  const open = hold(gate);
  const turn = () => {
    const { rows } = search.search('tkjd', { now, app: null, limit: 9 });
    if (rows.some(({ id }) => id === saved.id)) searches += 1;
    counted += 1;
    gate.soon(() => countUse(db, saved.id, 'chat', date));
  };
  const timer = setInterval(turn, 5);
  const task = { database: path, mediaFolder: media, source: lastSource(), by: '', now };
  const end = await jobs.run('apply-import', task, { onProgress: turn });
  clearInterval(timer);
  open();
  expect(end).toMatchObject({ kind: 'done', value: { ok: true, value: { counts: { new: 10_000 } } } });
  expect(searches).toBe(counted);
  // Waiting for SQLite's lock would leave no turn but the first.
  expect(counted).toBeGreaterThan(10);
  const uses = db.prepare('SELECT sum(count) FROM usage_day WHERE reply_id = ?').pluck().get(saved.id);
  expect(uses).toBe(counted);
  search.close();
}, 120_000);

test('a full disk is told by its code, and nothing has changed', async ({ skip }) => {
  const disk = smallDisk(6);
  if (disk === null) return skip();
  const { db, libraryId, file, imported, preview, apply } = openTransfer(disk.folder);
  await imported(file('a.csv', '标题,内容\n一,第一句\n'));
  const before = contents(db, libraryId);
  successOf(await preview(file('b.csv', manyRows(10_000))));
  disk.fill();
  expect(await apply()).toEqual({ ok: false, error: { kind: 'storage', code: 'SQLITE_FULL' } });
  disk.free();
  expect(contents(db, libraryId)).toEqual(before);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a backup that does not fit is told by its code and leaves nothing behind', async ({ skip }) => {
  const disk = smallDisk(1);
  if (disk === null) return skip();
  const { path } = openTransfer();
  disk.fill();
  const folder = `${disk.folder}/backups`;
  const outcome = await backupJob(
    { database: path, folder, reason: 'before-import', keep: 1, now },
    { report: () => {}, toPng: async () => null },
  );
  expect(outcome.ok ? '' : outcome.error.code).toMatch(/^(ENOSPC|SQLITE_FULL)$/);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

test('a library that another program has locked is told, not waited for without end', async () => {
  const { path, libraryId, db, file, preview, apply } = openTransfer();
  successOf(await preview(file('a.csv', '标题,内容\n一,第一句\n')));
  db.exec('BEGIN IMMEDIATE');
  const outcome = await apply();
  db.exec('ROLLBACK');
  expect(outcome).toEqual({ ok: false, error: { kind: 'storage', code: 'SQLITE_BUSY' } });
  const reader = openReadable(path);
  expect(contents(reader, libraryId)).toEqual([]);
  reader.close();
  expect(existsSync(path)).toBe(true);
});
