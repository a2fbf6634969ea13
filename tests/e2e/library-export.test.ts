import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportedLibrary } from '../../src/main/import-export/export/exported-library.ts';
import type { WritableDatabase } from '../../src/main/storage/database.ts';
import { listLibraries } from '../../src/main/storage/libraries.ts';
import { mediaPath } from '../../src/main/storage/media.ts';
import type { Id } from '../../src/shared/domain/reply.ts';
import { willSaveAs } from './support/dialogs.ts';
import { openImport } from './support/import-dialog.ts';
import { pressKeys } from './support/keys.ts';
import { addCategories, inDatabase } from './support/library.ts';
import { type LibraryWindow, openLibrary } from './support/library-window.ts';
import { plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { setUpStage } from './support/stage.ts';

/* A library leaves the app whole, and comes into another one as it was. */

const settings = { 'manager.tourDone': true };

/** Puts the replies into categories that lie in each other, and links them. */
function arrange(folder: string): void {
  addCategories(folder, '售后', '退款', '空的分类');
  inDatabase(folder, (db) => {
    db.exec(`
      UPDATE category SET parent_id = (SELECT id FROM category WHERE name = '售后'), color = '#c02020' WHERE name = '退款';
      UPDATE reply SET category_id = (SELECT id FROM category WHERE name = '退款') WHERE title LIKE '退%';
      INSERT INTO reply_next SELECT a.id, 0, b.id FROM reply a, reply b WHERE a.title = '退款到账时间' AND b.title = '退货地址';
    `);
  });
}

/** Everything of the one library but its own id, by ids. */
function contentOf(folder: string) {
  return inDatabase(folder, (opened) => {
    const db = opened as WritableDatabase;
    const [library] = listLibraries(db);
    const libraryId = library?.id ?? '';
    const { categories, replies } = exportedLibrary(db, { kind: 'library', libraryId }, () => {});
    const byId = (one: { id: Id }, other: { id: Id }) => one.id.localeCompare(other.id);
    const withoutLibrary = <Thing extends { libraryId: Id }>({ libraryId: _own, ...rest }: Thing) => rest;
    const all = [...replies()].map(withoutLibrary).toSorted(byId);
    const hashes = all
      .flatMap(({ variants }) => variants.flat())
      .flatMap((part) => (part.kind === 'text' ? [] : [part.hash]));
    return {
      categories: categories.map(withoutLibrary).toSorted(byId),
      replies: all,
      media: hashes.map((hash) =>
        readFileSync(mediaPath(join(folder, 'media'), hash) ?? '').toString('base64'),
      ),
    };
  });
}

/** Exports the whole library in a format, by its name in the dialog, to a path. */
async function exportAs(
  library: LibraryWindow,
  stage: Parameters<typeof openImport>[1],
  name: string,
  path: string,
) {
  await library.focusTree();
  await pressKeys(stage.display, 'ctrl+shift+e');
  const dialog = library.page.getByRole('dialog', { name: '导出话术' });
  await dialog.getByRole('radio', { name }).click();
  await willSaveAs(stage.running, path);
  await dialog.getByRole('button', { name: '导出…' }).click();
  await dialog.getByText(/^已导出/).waitFor();
  await dialog.locator('.transfer-foot').getByRole('button', { name: '关闭' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe.runIf(chooseRuntime().kind === 'stand-in')('a library', () => {
  const from = setUpStage(
    [
      {
        title: '退款到账时间',
        shortcode: 'tk',
        tags: ['退款', '常用'],
        note: '先看订单',
        favourite: true,
        variants: [
          [
            { kind: 'text', text: '预计 {{date+3d}} 前到账。' },
            { kind: 'png', png: plainPicture(10, 200, 90) },
          ],
          [{ kind: 'text', text: '“引号”、逗号，\n换行和 {{field}} 😊' }],
        ],
      },
      {
        title: '旧运费规则',
        text: '运费自理',
        validUntil: '2026-01-01T00:00:00.000Z',
        successor: '新运费规则',
      },
      { title: '新运费规则', text: '运费我们出', validFrom: '2026-01-01T00:00:00.000Z' },
      { title: '退货地址', text: '寄到一号仓库' },
    ],
    { settings, prepare: arrange },
  );
  const to = setUpStage([], { settings });
  const folder = mkdtempSync(join(tmpdir(), 'repartee-export-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('that is exported as JSON is the same in an empty one that imports it, ids and pictures too', async () => {
    const file = join(folder, '全部.json');
    const source = await openLibrary(from);
    await exportAs(source, from, '完整数据（.json）', file);
    await source.close();

    const target = await openLibrary(to);
    const dialog = await openImport(target, to);
    await dialog.choose(file);
    expect(await dialog.counts()).toEqual({ new: 4, changed: 0, unchanged: 0, skipped: 0 });
    await dialog.apply();
    await dialog.close();
    await until(async () => (await target.count('售后')) === 2, 'the categories are there');
    expect(contentOf(to.userData)).toEqual(contentOf(from.userData));

    const again = await openImport(target, to);
    await again.choose(file);
    expect(await again.counts()).toEqual({ new: 0, changed: 0, unchanged: 4, skipped: 0 });
    await again.close();
    await target.close();
  });

  test.each([
    ['Excel 表格（.xlsx）', '表.xlsx'],
    ['Excel 表格和图片（.zip）', '表.zip'],
    ['CSV 表格（.csv）', '表.csv'],
  ])('that is exported as %s and imported again has not changed', async (format, name) => {
    const before = contentOf(from.userData);
    const library = await openLibrary(from);
    await exportAs(library, from, format, join(folder, name));
    const dialog = await openImport(library, from);
    await dialog.choose(join(folder, name));
    expect(await dialog.counts()).toEqual({ new: 0, changed: 0, unchanged: 4, skipped: 0 });
    await dialog.close();
    await library.close();
    expect(contentOf(from.userData)).toEqual(before);
  });
});
