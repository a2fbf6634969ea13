import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToItsEnd } from './support/app.ts';
import { pressKeys } from './support/keys.ts';
import { type ManagerDriver, openManager } from './support/manager.ts';
import { until } from './support/poll.ts';
import { setUpStage } from './support/stage.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* The dashboard over what was really pasted and searched, and the import dialog over the real reader. */

const stage = setUpStage(
  [
    { title: '退款到账时间', shortcode: 'tk', text: '预计 1–3 个工作日原路退回。' },
    { title: '退货运费谁承担', text: '质量问题由我们承担。' },
  ],
  { settings: { language: 'zh-CN', 'manager.tourDone': true } },
);

let manager: ManagerDriver;
const faults: string[] = [];

beforeAll(async () => {
  const { display, palette } = stage;
  const editor = await openTextEditor(display);
  await palette.paste('tk', '退款到账时间');
  await until(async () => (await editor.text()) !== '', 'the reply arrived');
  await editor.close();
  await palette.open();
  await palette.search('zxcvb');
  expect(await palette.titles()).toEqual([]);
  // Esc empties the box first, which does not make the search forgotten.
  await pressKeys(display, 'Escape');
  await until(async () => (await palette.query()) === '', 'the query is empty');
  await pressKeys(display, 'Escape');
  await palette.gone();
  manager = await openManager(stage);
  manager.page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  manager.page.on('pageerror', (error) => faults.push(error.message));
});

afterAll(() => manager?.close());

test('the dashboard counts the paste and lists the search without an answer', async () => {
  const { page } = manager;
  await page.getByRole('button', { name: '使用情况' }).click();
  await page.locator('.recharts-bar-rectangle path').first().waitFor();
  await expect.poll(() => page.locator('.insight-value').first().textContent()).toBe('1');
  await expect.poll(() => page.locator('.insight-query').allTextContents()).toEqual(['zxcvb']);
  expect(faults).toEqual([]);
});

test('an open dashboard shows what was pasted and searched as soon as it has the focus', async () => {
  const { display, palette } = stage;
  const { page } = manager;
  const editor = await openTextEditor(display);
  try {
    await palette.paste('tk', '退款到账时间');
    await until(async () => (await editor.text()) !== '', 'the reply arrived');
    await manager.focus();
    await expect.poll(() => page.locator('.insight-value').first().textContent()).toBe('2');
    await palette.open();
    await palette.search('qwzx');
    expect(await palette.titles()).toEqual([]);
    await pressKeys(display, 'Escape', 'Escape');
    await palette.gone();
    await manager.focus();
    await expect.poll(() => page.locator('.insight-query').allTextContents()).toHaveLength(2);
  } finally {
    await editor.close();
  }
});

test('a file named on the command line is previewed, imported and taken back in its dialog', async () => {
  const { page } = manager;
  const file = join(stage.userData, '话术.csv');
  const rows = Array.from({ length: 300 }, (_, index) => `售后,怎么退货 ${index},寄到杭州一号仓库 ${index}`);
  writeFileSync(file, ['一级分类（必填）,话术标题（选填）,话术内容（必填）', ...rows].join('\n'));
  await runToItsEnd(stage.display, stage.userData, { args: ['import', file] });
  await page.getByRole('button', { name: '导入 300 条' }).click();
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已撤销，话术库和导入前一样。').waitFor();
  await page.locator('.transfer-foot').getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => page.locator('.insight-value').nth(2).textContent()).toBe('2');
  expect(faults).toEqual([]);
});
