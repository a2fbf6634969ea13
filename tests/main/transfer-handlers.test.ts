import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExports } from '../../src/main/exports.ts';
import { createImportSources } from '../../src/main/import-sources.ts';
import { createLibraryGate } from '../../src/main/library-gate.ts';
import { listBackups } from '../../src/main/storage/backup.ts';
import { insertReply } from '../../src/main/storage/replies.ts';
import { transferHandlers } from '../../src/main/transfer-handlers.ts';
import type {
  ExportDone,
  ExportProblem,
  ImportChoice,
  TransferProgress,
} from '../../src/shared/contract/transfer-calls.ts';
import { type Locale, locales } from '../../src/shared/i18n/locale.ts';
import type { Result } from '../../src/shared/result.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { hold } from './hold-gate.ts';
import { openJobs } from './import-export/open-jobs.ts';
import { smallDisk } from './import-export/small-disk-of-test.ts';
import { successOf } from './import-export/transfer-fixture.ts';
import { draft, openTestDatabase } from './storage/open-test-database.ts';

const start = new Date('2026-02-03T04:05:06.789Z');
const csv = (text: string) => new TextEncoder().encode(text);

function written(outcome: Result<ExportDone, ExportProblem> | null): ExportDone {
  if (outcome === null) throw new Error('nothing was chosen');
  return successOf(outcome);
}

/** The handlers as the app wires them, with answers for dialogs instead of dialogs. */
function openHandlers() {
  const { db, folder, path, libraryId } = openTestDatabase();
  const { jobs, pids } = openJobs();
  const paths = { database: path, media: join(folder, 'media') };
  const gate = createLibraryGate((error) => {
    throw error;
  });
  const answers = {
    save: null as string | null,
    open: null as string[] | null,
    locale: 'zh-CN' as Locale,
    /** The drive of the backups answers once this is done. */
    backupDrive: Promise.resolve(),
  };
  const progress: TransferProgress[] = [];
  const log = { changed: 0, heldWhileApplying: false };
  const note = (step: TransferProgress) => {
    progress.push(step);
    if (step.job === 'apply' && gate.isHeld()) log.heldWhileApplying = true;
  };
  const now = () => start;
  const incoming = join(folder, 'incoming');
  const handlers = transferHandlers({
    paths,
    jobs,
    gate,
    now,
    sources: createImportSources(incoming),
    exports: createExports({
      paths,
      jobs,
      now,
      ask: async () => ({ canceled: answers.save === null, filePath: answers.save ?? '' }),
      documents: () => folder,
      locale: () => answers.locale,
      listedIds: () => [],
      print: async (html, css) => Buffer.from(`${html}${css}`),
      progress: note,
    }),
    settings: defaultSettings,
    backups: async () => {
      await answers.backupDrive;
      return { folder: join(folder, 'backups'), keep: 10 };
    },
    choose: async () => answers.open,
    toPng: async () => null,
    picturesDone: () => {},
    progress: note,
    changed: () => {
      log.changed += 1;
    },
    showInFolder: () => {},
  });
  const choice: ImportChoice = { libraryId, parentCategoryId: null, onConflict: 'update', mapping: null };
  return { db, folder, libraryId, incoming, handlers, choice, answers, progress, log, gate, jobs, pids };
}

test('dropped files are laid out under safe names, imported after a backup, and cleared away', async () => {
  const { db, folder, incoming, handlers, choice, progress, log, gate } = openHandlers();
  const bytes = csv('标题,内容\n地址,寄到仓库\n');
  const source = successOf(await handlers.takeFiles([{ name: '../../话术.csv', bytes }]));
  expect(source.names).toEqual(['../../话术.csv']);
  const [laidOut] = readdirSync(incoming);
  expect(readdirSync(join(incoming, laidOut ?? ''))).toEqual(['0.csv']);

  expect(successOf(await handlers.previewImport(source.number, choice)).counts.new).toBe(1);
  expect(listBackups(join(folder, 'backups'))).toEqual([]);
  const done = successOf(await handlers.applyImport(source.number));
  expect(done).toMatchObject({
    counts: { new: 1 },
    undo: { undo: { kind: 'import', count: 1, name: '地址' } },
  });
  expect(listBackups(join(folder, 'backups')).map(({ reason }) => reason)).toEqual(['before-import']);
  expect(db.prepare('SELECT title FROM reply').pluck().all()).toEqual(['地址']);
  expect(log).toEqual({ changed: 1, heldWhileApplying: true });
  expect(gate.isHeld()).toBe(false);
  expect(new Set(progress.map(({ job }) => job))).toEqual(new Set(['read', 'backup', 'apply']));

  await handlers.closeImport(source.number);
  expect(readdirSync(incoming)).toEqual([]);
  expect((await handlers.previewImport(source.number, choice)).ok).toBe(false);
});

test('an import that is cancelled while the drive of the backups thinks changes nothing', async () => {
  const { db, folder, handlers, choice, answers } = openHandlers();
  const bytes = csv('标题,内容\n地址,寄到仓库\n');
  const source = successOf(await handlers.takeFiles([{ name: 'a.csv', bytes }]));
  successOf(await handlers.previewImport(source.number, choice));
  const drive = Promise.withResolvers<void>();
  answers.backupDrive = drive.promise;
  const applied = handlers.applyImport(source.number);
  handlers.cancelTransfer();
  drive.resolve();
  expect(await applied).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(db.prepare('SELECT count(*) FROM reply').pluck().get()).toBe(0);
  expect(listBackups(join(folder, 'backups'))).toEqual([]);
});

test('what an earlier run has left in the folder for dropped files is cleared at the start', () => {
  const { incoming, handlers } = openHandlers();
  handlers.takeFiles([{ name: 'a.csv', bytes: csv('x') }]);
  expect(readdirSync(incoming)).toHaveLength(1);
  createImportSources(incoming);
  expect(existsSync(incoming)).toBe(false);
});

test('a dropped file that is too large is refused before it is written', async () => {
  const { incoming, handlers } = openHandlers();
  const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
  expect(await handlers.takeFiles([{ name: '大.csv', bytes }])).toEqual({
    ok: false,
    error: { kind: 'too-large', name: '大.csv', limit: 50 * 1024 * 1024 },
  });
  expect(existsSync(incoming)).toBe(false);
});

test('nothing chosen in a dialog is null, not a problem', async () => {
  const { handlers, libraryId } = openHandlers();
  expect(await handlers.chooseImport(false)).toBeNull();
  expect(await handlers.exportReplies({ format: 'csv', what: { kind: 'library', libraryId } })).toBeNull();
  expect(await handlers.saveTemplate('csv')).toBeNull();
});

test('a backup that cannot be made keeps the import from beginning', async () => {
  const { db, folder, handlers, choice, log } = openHandlers();
  mkdirSync(join(folder, 'x'));
  const source = successOf(
    await handlers.takeFiles([{ name: 'a.csv', bytes: csv('标题,内容\n一,第一句\n') }]),
  );
  successOf(await handlers.previewImport(source.number, choice));
  // A folder stands where the copy would be written.
  mkdirSync(join(folder, 'backups', 'repartee-2026-02-03T04-05-06-789Z.before-import.db.part', 'x'), {
    recursive: true,
  });
  const outcome = await handlers.applyImport(source.number);
  expect(outcome.ok).toBe(false);
  expect(db.prepare('SELECT count(*) FROM reply').pluck().get()).toBe(0);
  expect(log.changed).toBe(0);
});

test('exports are written whole under the chosen name; the extension is added where it is missing', async () => {
  const { db, libraryId, folder, handlers, answers } = openHandlers();
  insertReply(db, draft(libraryId, { title: '=1+1', shortcode: 'a' }), start);
  for (const [format, head] of [
    ['csv', '\uFEFF分类,标题,内容,快捷编码,标签,备注,生效日期,有效期至\r\n'],
    ['json', '{"format":"repartee","version":1'],
    ['markdown', '# out'],
    ['xlsx', 'PK'],
    ['zip', 'PK'],
    ['pdf', '<!doctype html>'],
  ] as const) {
    answers.save = join(folder, 'out');
    const done = written(await handlers.exportReplies({ format, what: { kind: 'library', libraryId } }));
    expect(done.count).toBe(1);
    expect(done.path.startsWith(`${answers.save}.`)).toBe(true);
    expect(readFileSync(done.path, 'utf8').startsWith(head)).toBe(true);
  }
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain(`,'=1+1,`);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('an empty selection is not written', async () => {
  const { libraryId, folder, handlers, answers } = openHandlers();
  answers.save = join(folder, 'out.csv');
  expect(await handlers.exportReplies({ format: 'csv', what: { kind: 'library', libraryId } })).toEqual({
    ok: false,
    error: { kind: 'empty' },
  });
  expect(existsSync(answers.save)).toBe(false);
});

test('a target that cannot be written is told by its code, and nothing is left there', async ({ skip }) => {
  const disk = smallDisk(1);
  if (disk === null) return skip();
  const { db, libraryId, handlers, answers } = openHandlers();
  insertReply(db, draft(libraryId, { variants: [[{ kind: 'text', text: '长'.repeat(20_000) }]] }), start);
  const what = { kind: 'library', libraryId } as const;
  const codeFor = async (format: 'csv' | 'json' | 'pdf') => {
    const outcome = await handlers.exportReplies({ format, what });
    return outcome && !outcome.ok && outcome.error.kind === 'storage' ? outcome.error.code : '';
  };
  answers.save = join(disk.folder, 'out.csv');
  mkdirSync(answers.save);
  expect(await codeFor('csv')).toBe('EISDIR');
  answers.save = join(disk.folder, 'none', 'out.csv');
  expect(await codeFor('csv')).toBe('ENOENT');
  disk.fill();
  answers.save = join(disk.folder, 'full.json');
  expect(await codeFor('json')).toBe('ENOSPC');
  expect(await codeFor('pdf')).toBe('ENOSPC');
  disk.free();
  expect(readdirSync(disk.folder)).toEqual(['out.csv']);
  disk.makeReadOnly();
  expect(await codeFor('json')).toBe('EROFS');
});

test('a process that ends during an export leaves nothing at the target', async () => {
  const { db, libraryId, folder, handlers, answers, progress, pids } = openHandlers();
  // So much that it is still at work when it is stopped.
  for (let number = 0; number < 900; number += 1) {
    insertReply(db, draft(libraryId, { variants: [[{ kind: 'text', text: '长'.repeat(15_000) }]] }), start);
  }
  answers.save = join(folder, 'out.json');
  const exporting = handlers.exportReplies({ format: 'json', what: { kind: 'library', libraryId } });
  const killed = new Promise<void>((resolve) => {
    const poll = setInterval(() => {
      if (!progress.some(({ job }) => job === 'export')) return;
      clearInterval(poll);
      handlers.cancelTransfer();
      resolve();
    }, 1);
  });
  await killed;
  expect(await exporting).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(pids).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
});

test('the template of every language holds its examples and reads back without its explanation', async () => {
  const { folder, handlers, choice, answers } = openHandlers();
  for (const locale of locales) {
    for (const format of ['xlsx', 'csv'] as const) {
      answers.locale = locale;
      answers.save = join(folder, `${locale}.${format}`);
      answers.open = [answers.save];
      written(await handlers.saveTemplate(format));
      const source = await handlers.chooseImport(false);
      const shown = successOf(await handlers.previewImport(source?.number ?? 0, choice));
      expect(shown.counts).toEqual({ new: 2, changed: 0, unchanged: 0, skipped: 0 });
      expect(shown.reasons).toEqual({});
      expect(shown.rows.every(({ shortcode, title }) => shortcode !== null && title !== '')).toBe(true);
      expect(shown.newCategories.map((path) => path.length)).toEqual([1, 2, 1, 2]);
      expect(shown.table?.unsure).toBe(false);
    }
  }
});

test('an added extension does not replace a file that nobody was asked about', async () => {
  const { db, libraryId, folder, handlers, answers } = openHandlers();
  insertReply(db, draft(libraryId), start);
  writeFileSync(join(folder, 'out.csv'), 'mine');
  answers.save = join(folder, 'out');
  const { path } = written(
    await handlers.exportReplies({ format: 'csv', what: { kind: 'library', libraryId } }),
  );
  expect(path).toBe(join(folder, 'out (2).csv'));
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('mine');
});

test('previews that are asked for at the same time come one after the other, and are cancelled together', async () => {
  const { handlers, choice } = openHandlers();
  const source = successOf(
    await handlers.takeFiles([{ name: 'a.csv', bytes: csv('标题,内容\n一,第一句\n') }]),
  );
  const ask = () => Promise.resolve(handlers.previewImport(source.number, choice));
  const shown = await Promise.all([ask(), ask(), ask()]);
  expect(shown.map(({ ok }) => ok)).toEqual([true, true, true]);
  const cancelled = [ask(), ask()];
  await Promise.resolve();
  handlers.cancelTransfer();
  for (const outcome of await Promise.all(cancelled)) {
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
  }
  expect((await ask()).ok).toBe(true);
});

test('nothing is imported into a library that a restore is about to replace', async () => {
  const { db, handlers, choice, gate } = openHandlers();
  const source = successOf(await handlers.takeFiles([{ name: 'a.csv', bytes: csv('标题,内容\n地址,寄\n') }]));
  successOf(await handlers.previewImport(source.number, choice));
  hold(gate);
  expect(await handlers.applyImport(source.number)).toEqual({ ok: false, error: { kind: 'busy' } });
  expect(db.prepare('SELECT title FROM reply').pluck().all()).toEqual([]);
});
