import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delimited, kefubaoTable, manyRows } from '../support/import-rows.ts';
import { launchApp } from './support/app.ts';
import { type ImportDialog, openImport } from './support/import-dialog.ts';
import { pressKeys } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { type LibraryWindow, openLibrary } from './support/library-window.ts';
import { drivePalette } from './support/palette.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { setUpStage } from './support/stage.ts';
import type { Target } from './support/targets/target.ts';
import { openTextEditor } from './support/targets/text-editor.ts';
import { searchFor } from './support/wire.ts';

/* Many replies come in while the palette goes on with its work. */

/** So many that their import takes longer than several pastes, on whatever machine. */
const rows = 50_000;

describe.runIf(chooseRuntime().kind === 'stand-in')('while fifty thousand replies are imported', () => {
  const stage = setUpStage([{ title: '退货地址', shortcode: 'zzdz', text: '寄到一号仓库。' }], {
    settings: { 'manager.tourDone': true },
  });
  const folder = mkdtempSync(join(tmpdir(), 'repartee-large-'));
  const file = join(folder, '五万条.csv');
  writeFileSync(file, delimited(kefubaoTable(manyRows(rows))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let library: LibraryWindow;
  let editor: Target;
  beforeAll(async () => {
    library = await openLibrary(stage);
    editor = await openTextEditor(stage.display);
  });
  afterAll(async () => {
    await editor?.close();
    await library?.close();
  });

  const replies = () =>
    inDatabase(stage.userData, (db) =>
      db.prepare<[], number>('SELECT count(*) FROM reply WHERE deleted_at IS NULL').pluck().get(),
    );

  /** Opens the import, and returns while it is being written. */
  async function beginImport(): Promise<ImportDialog> {
    const dialog = await openImport(library, stage);
    await dialog.choose(file);
    expect(await dialog.counts()).toEqual({ new: rows, changed: 0, unchanged: 0, skipped: 0 });
    await dialog.dialog.getByRole('button', { name: /^导入 / }).click();
    await dialog.dialog.getByText('正在写入话术…').waitFor();
    expect(replies()).toBe(1);
    return dialog;
  }

  test('a cancelled import has changed nothing, and says so', async () => {
    const dialog = await beginImport();
    await dialog.dialog.getByRole('button', { name: '取消' }).click();
    expect(await dialog.problem()).toContain('已取消，话术库没有改动。');
    expect(replies()).toBe(1);
    await dialog.close();
  });

  test('a power cut in the middle leaves the library as it was, and whole', async () => {
    await beginImport();
    await stage.running.kill();
    expect(replies()).toBe(1);
    stage.running = await launchApp(stage.display, { userData: stage.userData });
    stage.palette = drivePalette(stage.display, stage.running);
    library = await openLibrary(stage);
    expect(inDatabase(stage.userData, (db) => db.pragma('integrity_check', { simple: true }))).toBe('ok');
    expect(replies()).toBe(1);
    await library.lists('退货地址');
  });

  test('the palette opens, finds and pastes, and what it pasted is counted', async () => {
    const dialog = await beginImport();
    await editor.focus();
    let pastes = 0;
    let during = 0;
    while (replies() === 1) {
      await stage.palette.paste('zzdz', '退货地址');
      pastes += 1;
      await until(
        async () => (await editor.text()) === '寄到一号仓库。'.repeat(pastes),
        `paste ${pastes} arrived`,
      );
      if (replies() === 1) during += 1;
    }
    expect(during).toBeGreaterThan(0);
    await dialog.dialog.getByText('导入完成').waitFor({ timeout: 120_000 });
    await dialog.close();
    expect(replies()).toBe(rows + 1);
    const counted = () =>
      inDatabase(stage.userData, (db) =>
        db.prepare<[], number>('SELECT count(*) FROM paste_log').pluck().get(),
      );
    await until(() => counted() === pastes, 'every paste is counted');
  });

  test('afterwards all of them are found, and one undo takes all of them back', async () => {
    await until(async () => (await library.count('测试话术')) === rows + 1, 'the tree counts them', 60_000);
    const found = async () => (await searchFor(stage.palette.page, '退货地址9997')).rows[0]?.title;
    await until(async () => (await found()) === '退货地址9997', 'the search knows them', 60_000);
    await library.focusTree();
    await pressKeys(stage.display, 'ctrl+z');
    await until(() => replies() === 1, 'the database is as before', 120_000);
    await until(async () => (await library.count('测试话术')) === 1, 'the tree is as before', 60_000);
    await until(async () => (await found()) !== '退货地址9997', 'the search has forgotten them', 60_000);
  });
});
