import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportChoice } from '../../src/shared/contract/transfer-calls.ts';
import type { Wire } from '../../src/shared/ipc.ts';
import { runToItsEnd, windowPage } from './support/app.ts';
import { willSaveAs } from './support/dialogs.ts';
import { chooseRuntime } from './support/runtime.ts';
import { setUpStage } from './support/stage.ts';
import { callManager, searchFor } from './support/wire.ts';

/* Import and export through the built app: its process for jobs, its hidden pages, its command line. */

const onStandIn = test.runIf(chooseRuntime().kind === 'stand-in');

/** Whom an import goes to when the person chooses nothing. */
async function choiceOf(page: Page): Promise<ImportChoice> {
  const { libraries } = await callManager(page, 'readTree');
  return { libraryId: libraries[0]?.id ?? '', parentCategoryId: null, onConflict: 'update', mapping: null };
}

describe('a first start with a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-first-'));
  const file = join(folder, '话术.csv');
  writeFileSync(file, '标题,内容\n第一条,你好\n第二条,再见\n');
  const stage = setUpStage([{ title: '在吗' }], { args: ['import', file] });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens the manager, where the file can be imported', async () => {
    const page = await windowPage(stage.running.app, 'manager');
    const shown = await callManager(page, 'previewImport', 1, await choiceOf(page));
    expect(shown).toMatchObject({ ok: true, value: { counts: { new: 2 } } });
  });
});

describe('a library', () => {
  const stage = setUpStage([{ title: '退款到账时间', shortcode: 'tk', text: '预计 1–3 个工作日原路退回。' }]);
  const folder = mkdtempSync(join(tmpdir(), 'repartee-transfer-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts the app a second time with a command, which the running one takes over. */
  const startAgain = (...args: string[]) =>
    runToItsEnd(stage.display, stage.userData, { args, env: { PWD: folder } });

  test('a file named at a second start is imported in another process and found in the palette', async () => {
    const file = join(folder, '话术.csv');
    writeFileSync(file, '分类,标题,内容,快捷编码\n售后,退货地址,寄到杭州一号仓库,thdz\n');
    await startAgain('import', file);
    const page = await windowPage(stage.running.app, 'manager');
    // The page previews it by itself; while it does, the one process for jobs would refuse the import.
    await page.locator('.import-preview[aria-busy=false]').waitFor();
    const shown = await callManager(page, 'previewImport', 1, await choiceOf(page));
    expect(shown).toMatchObject({ ok: true, value: { counts: { new: 1 }, newCategories: [['售后']] } });
    expect(await callManager(page, 'applyImport', 1)).toMatchObject({ ok: true, value: { categories: 1 } });
    const { rows } = await searchFor(stage.running.palettePage, 'thdz');
    expect(rows[0]).toMatchObject({ title: '退货地址' });
    const backups = readdirSync(join(stage.userData, 'backups'));
    expect(backups.some((name) => name.includes('before-import'))).toBe(true);
    expect(await callManager(page, 'undo')).toMatchObject({ ok: true, value: { label: { kind: 'import' } } });
    expect((await searchFor(stage.running.palettePage, 'thdz')).rows).toEqual([]);
    await callManager(page, 'closeImport', 1);
  });

  test('a picture that is no PNG becomes one, and what is no picture is named', async () => {
    const page = await windowPage(stage.running.app, 'manager');
    const jpeg = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(30, 20);
      const brush = canvas.getContext('2d');
      if (brush) {
        brush.fillStyle = '#c02020';
        brush.fillRect(0, 0, 30, 20);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const zip = zipSync({
      '话术.csv': strToU8('标题,内容\n尺码,请看图[图片:size.jpg]\n坏图,请看[图片:broken.jpg]\n'),
      'media/size.jpg': Uint8Array.from(jpeg),
      'media/broken.jpg': Uint8Array.from(jpeg.slice(0, 40)),
    });
    const taken = await page.evaluate(
      ([bytes]) =>
        (globalThis as unknown as { repartee: Wire }).repartee.call('takeFiles', [
          { name: '话术.zip', bytes: Uint8Array.from(bytes) },
        ]),
      [[...zip]] as const,
    );
    const { number } = (taken as { value: { number: number } }).value;
    const shown = await callManager(page, 'previewImport', number, await choiceOf(page));
    expect(shown).toMatchObject({
      ok: true,
      value: { counts: { new: 2 }, pictures: 1, reasons: { 'image-unreadable': 1 } },
    });
    expect(await callManager(page, 'applyImport', number)).toMatchObject({
      ok: true,
      value: { pictures: 1 },
    });
    const media = readdirSync(join(stage.userData, 'media'), { recursive: true, withFileTypes: true });
    const [picture] = media.filter((entry) => entry.isFile());
    const bytes = readFileSync(join(picture?.parentPath ?? '', picture?.name ?? ''));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([30, 20]);
    await callManager(page, 'closeImport', number);
    expect(readdirSync(join(stage.userData, 'incoming'))).toEqual([]);
  });

  onStandIn('the cheat sheet is printed as PDF', async () => {
    const page = await windowPage(stage.running.app, 'manager');
    const path = join(folder, '速查表.pdf');
    await willSaveAs(stage.running, path);
    const { libraryId } = await choiceOf(page);
    const done = await callManager(page, 'exportReplies', {
      format: 'pdf',
      what: { kind: 'library', libraryId },
    });
    expect(done).toEqual({ ok: true, value: { path, count: 3, missingMedia: 0 } });
    const pdf = readFileSync(path);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    if (process.env.REPARTEE_KEEP_PDF) writeFileSync(process.env.REPARTEE_KEEP_PDF, pdf);
  });

  test('a file that is not there opens the manager all the same, and is told by its name', async () => {
    await startAgain('import', join(folder, '没有.xlsx'));
    const page = await windowPage(stage.running.app, 'manager');
    const outcomes = await Promise.all(
      [3, 4].map(async (number) => callManager(page, 'previewImport', number, await choiceOf(page))),
    );
    expect(outcomes).toContainEqual({
      ok: false,
      error: { kind: 'not-found', name: '没有.xlsx', code: 'ENOENT' },
    });
  });

  test('help is written to the terminal, and nothing is started', async () => {
    const { code, output } = await startAgain('--help');
    expect(code).toBe(0);
    expect(output).toContain('repartee import');
    const wrong = await startAgain('imprt', 'a.csv');
    expect(wrong.code).toBe(2);
    expect(wrong.output).toContain('imprt');
    expect(existsSync(stage.userData)).toBe(true);
  });
});
