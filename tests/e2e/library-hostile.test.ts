import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importMessages } from '../../src/shared/i18n/areas/import.ts';
import { documents } from '../main/import-export/hostile/documents.ts';
import { places } from '../main/import-export/hostile/places.ts';
import { texts } from '../main/import-export/hostile/texts.ts';
import { workbooks } from '../main/import-export/hostile/workbooks.ts';
import { zips } from '../main/import-export/hostile/zips.ts';
import { type ImportDialog, importDialogOf, openImport } from './support/import-dialog.ts';
import { inDatabase } from './support/library.ts';
import { dropFiles, type LibraryWindow, openLibrary } from './support/library-window.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { setUpStage } from './support/stage.ts';
import { searchFor } from './support/wire.ts';

/* Files that are made to break a reader, through the running app: each is previewed or refused in words, and nothing else happens. */

const all = new Map(
  [...zips(), ...workbooks(), ...texts(), ...documents(), ...places()].map((file) => [file.title, file]),
);

/** Some of each kind; all of them are read in the test of the reader. */
const titles = [
  'a zip bomb that says so',
  'a zip bomb that claims nothing',
  'a workbook with a bomb among its pictures',
  'a zip whose only entry is called "../../x.csv"',
  'a zip whose only entry is called "C:\\\\x.csv"',
  'an encrypted zip',
  'a zip that is only its signature',
  'a billion laughs in xl/sharedStrings.xml',
  'an external entity in xl/workbook.xml',
  'a workbook of six million rows',
  'formulas that would fetch and run',
  'an encrypted workbook',
  'an OLE file of garbage',
  'only a UTF-16 LE mark',
  'a NUL in a cell',
  'direction marks in title and body',
  'random bytes',
  'a quote that is never closed',
  'a cell of ten megabytes',
  'a million columns',
  'a program',
  'CopyQ',
  'arrays nested a hundred thousand deep',
  'an own export of a later version',
  'YAML brackets nested deep',
  'YAML aliases that multiply',
  'a header with garbage behind',
  'a missing file',
  'an empty folder',
  'a device without an end',
  'a link to itself',
];

const stage = setUpStage([{ title: '退货地址', shortcode: 'thdz', text: '寄到一号仓库' }], {
  settings: { 'manager.tourDone': true },
});

const folder = mkdtempSync(join(tmpdir(), 'repartee-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that an import could have touched. */
const library = () =>
  inDatabase(stage.userData, (db) =>
    ['reply', 'reply_part', 'category', 'media', 'edit_step', 'reply_change'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );

/** The words for a kind of problem, whatever stands in their places. */
function wordsFor(kind: string): RegExp[] {
  const words = Object.entries(importMessages['zh-CN']) as [string, string][];
  const variants: Record<string, string[]> = {
    damaged: ['damagedAt'],
    unsupported: ['old-excel', 'newer-export'],
  };
  const keys = [kind, ...(variants[kind] ?? [])].map((key) => `problem.${key}`);
  return words
    .filter(([key]) => keys.includes(key))
    .map(
      ([, text]) =>
        new RegExp(`^${text.replaceAll(/[.*+?()[\]|\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.*')}$`, 's'),
    );
}

type Outcome = { kind: 'preview' | 'mapping' } | { kind: 'problem'; words: string };

/** Waits until the dialog shows something to go on with, or why it cannot. */
function outcomeOf({ dialog }: ImportDialog): Promise<Outcome> {
  return until(
    async (): Promise<Outcome | null> => {
      const alerts = await dialog.getByRole('alert').allTextContents();
      if (alerts.length > 0) return { kind: 'problem', words: alerts.join('\n') };
      if ((await dialog.locator('.import-preview[aria-busy=false]').count()) > 0) return { kind: 'preview' };
      return (await dialog.locator('.import-mapping').count()) > 0 ? { kind: 'mapping' } : null;
    },
    'the dialog says what becomes of the file',
    120_000,
  );
}

describe.runIf(chooseRuntime().kind === 'stand-in')('a hostile file', () => {
  let manager: LibraryWindow;
  let before: ReturnType<typeof library>;
  beforeAll(async () => {
    manager = await openLibrary(stage);
    before = library();
  });
  afterEach(async () => {
    await manager.page.keyboard.press('Escape');
    await manager.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(library()).toEqual(before);
    expect((await searchFor(stage.palette.page, 'thdz')).rows[0]?.title).toBe('退货地址');
    await manager.line('测试话术').waitFor();
  });

  test.each(titles)('such as %s is told in words, or shown before anything is done', async (title) => {
    const hostile = all.get(title);
    if (hostile === undefined) throw new Error('There is no such file');
    const path = await hostile.make(mkdtempSync(join(folder, 'x')));
    const dialog = await openImport(manager, stage);
    await dialog.choose(path);
    const outcome = await outcomeOf(dialog);
    const fates = hostile.fates ?? [];
    if (outcome.kind !== 'problem') {
      if (fates.length > 0) expect(fates).toContain('read');
      return;
    }
    expect(outcome.words).toContain(basename(path));
    const expected = fates.filter((fate) => fate !== 'read').flatMap(wordsFor);
    if (fates.length > 0)
      expect(
        expected.some((words) => words.test(outcome.words)),
        outcome.words,
      ).toBe(true);
  });

  test('dropped on the window under a name that is a path is shown, and lands nowhere else', async () => {
    const bytes = Buffer.from('标题,内容\n问候,您好\n');
    const escaped = join(folder, 'escaped.csv');
    const name = `..${'/..'.repeat(9)}${escaped}`;
    await dropFiles(manager.page.getByRole('tree'), [{ name, type: 'text/csv', bytes }]);
    expect(await outcomeOf(await importDialogOf(manager, stage))).toEqual({ kind: 'preview' });
    expect(existsSync(escaped)).toBe(false);
  });
});
