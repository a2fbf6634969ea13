import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { callsOf, type Gallery, startGallery } from './gallery.ts';
import { pressEscape, sceneNamed } from './scenes.ts';

let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());
afterEach(() => page?.context().close());

const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

test('an import goes from the choice of files to its undo by keys alone', async () => {
  page = await gallery.open({
    ...sceneNamed('import-undone'),
    shown: sceneNamed('import-choose').shown,
    act: async (opened) => {
      await opened.evaluate(() => {
        window.dialogs.answers.chooseImport = { value: { number: 4, names: ['话术.xlsx'] } };
      });
      await opened.locator('.import-drop').waitFor();
    },
  });
  await page.waitForFunction(() => document.activeElement?.textContent === '选择文件…');
  await page.keyboard.press('Enter');
  await page.locator('.import-rows').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('导入 8,627'));
  await page.keyboard.press('Enter');
  await page.locator('.import-done').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === '查看话术');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('撤销导入');
  await page.keyboard.press('Enter');
  await page.locator('.import-done-head[data-undone]').waitFor();
  expect(await callsOf(page, 'applyImport')).toEqual([[4]]);
  expect(await callsOf(page, 'undo')).toEqual([[]]);
  await page.locator('.transfer-foot').getByRole('button', { name: '关闭' }).click();
  expect(await callsOf(page, 'onDone')).toEqual([]);
  expect(await callsOf(page, 'onClose')).toEqual([[]]);
});

test('after an import the person goes on to the replies', async () => {
  page = await gallery.open(sceneNamed('import-done'));
  await page.getByRole('button', { name: '查看话术' }).click();
  expect(await callsOf(page, 'onDone')).toHaveLength(1);
});

test('an undo that would take back something else is not done', async () => {
  page = await gallery.open(sceneNamed('import-done'));
  await page.evaluate(() => {
    window.dialogs.answers.undoState = {
      value: { undo: { kind: 'delete-replies', count: 3, name: null }, redo: null },
    };
  });
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('导入之后又做了别的操作').waitFor();
  expect(await callsOf(page, 'undo')).toEqual([]);
});

test('a changed policy and target are previewed again before they can be imported', async () => {
  page = await gallery.open(sceneNamed('import-preview-again'));
  const submit = page.getByRole('button', { name: /^导入 8,627/ });
  expect(await submit.isDisabled()).toBe(true);
  await page.evaluate(() => window.dialogs.release('previewImport'));
  await expect.poll(() => submit.isEnabled()).toBe(true);
  const previews = (await callsOf(page, 'previewImport')) as [number, { onConflict: string }][];
  expect(previews.map(([, choice]) => choice.onConflict)).toEqual(['update', 'keep']);
});

test('only the answer to the last question counts', async () => {
  page = await gallery.open(sceneNamed('import-preview-again'));
  await page.evaluate(() => {
    const first = window.dialogs.answers.previewImport as { value: { ok: true; value: object } };
    const counts = (count: number) => ({
      ok: true,
      value: { ...first.value.value, counts: { new: count, changed: 0, unchanged: 0, skipped: 0 } },
    });
    window.dialogs.answers.previewImport = { values: [counts(1), counts(2)] };
  });
  for (const option of [2, 0]) {
    await page.getByLabel('遇到已有的话术').first().click();
    await page.getByRole('option').nth(option).click();
  }
  // Main does one job at a time: what was asked meanwhile waits, and only the last of it is asked.
  expect(await callsOf(page, 'previewImport')).toHaveLength(2);
  await page.evaluate(() => window.dialogs.release('previewImport'));
  await page.getByRole('button', { name: '导入 2 条' }).waitFor();
  const previews = (await callsOf(page, 'previewImport')) as [number, { onConflict: string }][];
  expect(previews.map(([, choice]) => choice.onConflict)).toEqual(['update', 'keep', 'update']);
});

test('the columns of an unsure table are sent as the person corrected them', async () => {
  page = await gallery.open(sceneNamed('import-mapping'));
  await page.getByLabel('标题行').selectOption('1');
  await page.getByLabel('“负责人”列是').selectOption('note');
  await page.getByLabel('“场景”列是').selectOption('category');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('.import-rows').waitFor();
  const previews = (await callsOf(page, 'previewImport')) as [number, { mapping: object }][];
  expect(previews[1]?.[1].mapping).toEqual({
    sheet: 0,
    headerRow: 1,
    columns: ['ignore', 'category', 'body', 'note', 'ignore'],
    splitVariants: false,
  });
});

test('a table without a body column cannot go on until one is named', async () => {
  page = await gallery.open(sceneNamed('import-mapping-wide'));
  const next = page.getByRole('button', { name: '下一步' });
  expect(await next.isDisabled()).toBe(true);
  await page.getByLabel('“第3个很长的列名”列是').selectOption('body');
  expect(await next.isDisabled()).toBe(false);
});

test('chips show the rows of one fate', async () => {
  page = await gallery.open(sceneNamed('import-preview'));
  await page.getByText('更新 215').click();
  await page.waitForFunction(() => {
    const fates = [...document.querySelectorAll('tr[data-fate]')].map((row) => row.getAttribute('data-fate'));
    return fates.length > 0 && fates.every((fate) => fate === 'changed');
  });
});

test('the rows in sight are drawn, the others are not', async () => {
  page = await gallery.open(sceneNamed('import-preview'));
  expect(await page.locator('tr[data-fate]').count()).toBeLessThan(40);
  await page.locator('.import-rows').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await page.locator('tr[data-index="199"]').waitFor();
});

test('closing while files are read stops the reading', async () => {
  page = await gallery.open(sceneNamed('import-reading'));
  await pressEscape(page);
  await expect.poll(() => callsOf(page, 'cancelTransfer')).toEqual([[]]);
  expect(await callsOf(page, 'onClose')).toEqual([[]]);
});

test('an import that is being written is not closed by accident, only cancelled', async () => {
  page = await gallery.open(sceneNamed('import-applying'));
  await pressEscape(page);
  await page.getByRole('button', { name: '取消' }).click();
  expect(await callsOf(page, 'cancelTransfer')).toEqual([[]]);
  expect(await callsOf(page, 'onClose')).toEqual([]);
});

test('a library that changed since the preview is compared again and the reason stays in sight', async () => {
  page = await gallery.open(sceneNamed('import-outdated'));
  const submit = page.getByRole('button', { name: /^导入 8,627/ });
  await expect.poll(() => submit.isEnabled()).toBe(true);
  await page.getByText('预览之后话术库有了改动').waitFor();
  expect(await callsOf(page, 'previewImport')).toHaveLength(2);
});

test('dropped files are sent with their bytes', async () => {
  page = await gallery.open({
    ...sceneNamed('import-choose'),
    answers: { takeFiles: { value: { ok: false, error: { kind: 'empty', name: '空.csv' } } } },
  });
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['标题,内容'], '话术.csv', { type: 'text/csv' }));
    return data;
  });
  await page.dispatchEvent('.import-drop', 'drop', { dataTransfer: transfer });
  await page.getByText('“空.csv”是空的').waitFor();
  const sent = await page.evaluate(() => {
    const call = window.dialogs.calls.find(({ name }) => name === 'takeFiles');
    const files = call?.args[0] as { name: string; bytes: Uint8Array }[];
    return files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
  });
  expect(sent).toEqual([['话术.csv', '标题,内容']]);
});

test('too many dropped files are told without sending them', async () => {
  page = await gallery.open(sceneNamed('import-choose'));
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    for (let index = 0; index < 201; index += 1) data.items.add(new File(['x'], `${index}.txt`));
    return data;
  });
  await page.dispatchEvent('.import-drop', 'drop', { dataTransfer: transfer });
  await page.getByText('一次最多 200 个文件').waitFor();
  expect(await callsOf(page, 'takeFiles')).toEqual([]);
});

test('the template is saved in the chosen format', async () => {
  page = await gallery.open({
    ...sceneNamed('import-choose'),
    answers: { saveTemplate: { value: { ok: true, value: { path: '/home/agent/模板.csv', count: 3 } } } },
  });
  await page.getByRole('button', { name: 'CSV 模板' }).click();
  await page.getByRole('button', { name: '在文件夹中显示' }).click();
  expect(await callsOf(page, 'saveTemplate')).toEqual([['csv']]);
  expect(await callsOf(page, 'showInFolder')).toEqual([['/home/agent/模板.csv']]);
});
