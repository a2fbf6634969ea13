import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { callsOf, type Gallery, startGallery } from './gallery.ts';
import { insight } from './samples.ts';
import { pressEscape, sceneNamed } from './scenes.ts';

let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());
afterEach(() => page?.context().close());

test('what and in which format is exported as chosen', async () => {
  page = await gallery.open({
    ...sceneNamed('export-selected'),
    answers: {
      exportReplies: { value: { ok: true, value: { path: '/tmp/a.md', count: 3, missingMedia: 0 } } },
    },
  });
  await page.getByLabel('Markdown 文档（.md）').check();
  await page.getByRole('button', { name: '导出…' }).click();
  await page.getByText('已导出 3 条话术').waitFor();
  expect(await callsOf(page, 'exportReplies')).toEqual([
    [{ format: 'markdown', what: { kind: 'ids', ids: ['a', 'b', 'c'] } }],
  ]);
  await page.getByRole('button', { name: '在文件夹中显示' }).click();
  expect(await callsOf(page, 'showInFolder')).toEqual([['/tmp/a.md']]);
});

test('a save dialog that was closed leaves everything as it was chosen', async () => {
  page = await gallery.open({ ...sceneNamed('export'), answers: { exportReplies: { value: null } } });
  await page.getByLabel('完整数据（.json）').check();
  await page.getByRole('button', { name: '导出…' }).click();
  await expect.poll(() => callsOf(page, 'exportReplies')).toHaveLength(1);
  await page.locator('.export-choices').waitFor();
  expect(await page.getByLabel('完整数据（.json）').isChecked()).toBe(true);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a running export is cancelled by its button and not closed by Esc', async () => {
  page = await gallery.open(sceneNamed('export-running'));
  await pressEscape(page);
  expect(await callsOf(page, 'onClose')).toEqual([]);
  await page.getByRole('button', { name: '取消' }).click();
  expect(await callsOf(page, 'cancelTransfer')).toEqual([[]]);
});

test('another period is counted anew', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page.getByText('1 年').click();
  await expect.poll(() => callsOf(page, 'readInsight')).toEqual([[30], [365]]);
});

test('the figures are read again when the library has changed', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page.evaluate(() => window.dialogs.emit('libraryChanged', { undo: { undo: null, redo: null } }));
  await expect.poll(() => callsOf(page, 'readInsight')).toEqual([[30], [30]]);
});

test('what is counted and the estimate say that copies are among the uses', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page
    .locator('.insight-card-hint')
    .getByText(/粘贴或复制/)
    .waitFor();
  await page.getByRole('button', { name: '怎么算的' }).click();
  await page.getByText(/^粘贴或复制了 .* 次/).waitFor();
});

test('while another window has the focus nothing is read, and afterwards once', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page.evaluate(async () => {
    document.hasFocus = () => false;
    const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let paste = 0; paste < 3; paste += 1) {
      window.dialogs.emit('usageChanged', null);
      await painted();
    }
    window.dialogs.emit('libraryChanged', { undo: { undo: null, redo: null } });
    await painted();
  });
  await page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('focus'));
  });
  await expect.poll(() => callsOf(page, 'readInsight')).toEqual([[30], [30]]);
  await page.getByText('1 年').click();
  await expect.poll(() => callsOf(page, 'readInsight')).toEqual([[30], [30], [365]]);
});

test('a reply opens from a table, and a search without an answer starts a new one', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page.getByRole('button', { name: '打开话术“退货运费谁承担”' }).first().click();
  await page.getByRole('button', { name: '写话术：以旧换新' }).click();
  expect(await callsOf(page, 'onOpenReply')).toEqual([['top-1']]);
  expect(await callsOf(page, 'onNewReply')).toEqual([['以旧换新']]);
});

test('every table is saved by its own button', async () => {
  page = await gallery.open({
    ...sceneNamed('insight'),
    answers: { ...sceneNamed('insight').answers, exportInsight: { value: null } },
  });
  for (const button of await page.locator('.insight-panel-tools button[aria-label$="CSV"]').all()) {
    await button.click();
  }
  await page.getByRole('button', { name: '怎么算的' }).click();
  await page.getByRole('button', { name: '把“节省的时间（估算）”导出为 CSV' }).click();
  const tables = ((await callsOf(page, 'exportInsight')) as [string, number][]).map(([table]) => table);
  expect(tables.sort()).toEqual([
    'expiring',
    'lint',
    'never-used',
    'pastes',
    'saved-time',
    'searches',
    'top',
  ]);
});

test('the searches are cleared only after the person said so again', async () => {
  page = await gallery.open(sceneNamed('insight-clear'));
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  expect(await callsOf(page, 'clearFailedSearches')).toEqual([]);
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect.poll(() => callsOf(page, 'clearFailedSearches')).toEqual([[]]);
  await expect.poll(() => callsOf(page, 'readInsight')).toHaveLength(2);
});

test('the switch stops remembering searches', async () => {
  page = await gallery.open(sceneNamed('insight'));
  await page.getByLabel('记录没有答案的搜索').click();
  await expect.poll(() => callsOf(page, 'setKeepFailedSearches')).toEqual([[false]]);
});

test('figures that could not be read are read again on demand', async () => {
  page = await gallery.open(sceneNamed('insight-failed'));
  await page.evaluate((figures) => {
    window.dialogs.answers.readInsight = { value: figures };
  }, insight(30));
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.recharts-bar-rectangle').first().waitFor();
});
