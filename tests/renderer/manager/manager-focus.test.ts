import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { rememberFailedSearch } from '../../../src/main/storage/failed-searches.ts';
import { withEveryMark } from './gallery/fillings.ts';
import { setUpManager } from './gallery/manager-under-test.ts';
import { countOf, eventually, line, row, shows, toast } from './gallery/steps.ts';

const manager = setUpManager();
const { open } = manager;

/** Waits until the keyboard is on what the selector names. */
const hasKeyboard = (page: Page, selector: string) =>
  eventually(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)).toBe(true);

const list = '[data-pane=list]';

test('a click on the button of a toast leaves the keyboard in the list', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.press('Delete');
  await page.locator('.toast button').click();
  await toast(page, '已撤销');
  await hasKeyboard(page, list);
  await page.keyboard.press('Delete');
  await shows(page, '.list-count', '206 条');
});

test('a toast that is closed by the keyboard gives it back to the list', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.press('Delete');
  await page.locator('.mantine-Notification-closeButton').press('Enter');
  await hasKeyboard(page, list);
});

test('a list that loses its last row leaves the keyboard on what it says, and takes it again with its rows', async () => {
  const page = await open();
  await line(page, '发票').click();
  await shows(page, '.list-count', '8 条');
  await page.locator(list).focus();
  await page.keyboard.press('Control+a');
  await shows(page, '.bulk-count', '已选 8 条');
  await page.keyboard.press('Delete');
  await hasKeyboard(page, '.pane-list .empty');
  await page.keyboard.press('Control+z');
  await eventually(() => countOf(page, '发票').textContent()).toBe('8');
  await hasKeyboard(page, list);
});

test('moving everything away by the dialog leaves the keyboard on the empty list', async () => {
  const page = await open({ fill: withEveryMark });
  await line(page, '未分类').click();
  await shows(page, '.list-count', '6 条');
  await page.locator(list).focus();
  await page.keyboard.press('Control+a');
  await shows(page, '.bulk-count', '已选 6 条');
  await page.keyboard.press('Control+Shift+M');
  await hasKeyboard(page, '[aria-controls=move-choices]');
  await page.locator('.move-choice').first().waitFor();
  await page.keyboard.insertText('发票');
  await page.locator('.move-choice[aria-selected=true]', { hasText: '发票' }).waitFor();
  await page.keyboard.press('Enter');
  await toast(page, '已移动 6 条话术');
  await hasKeyboard(page, '.pane-list .empty, [data-pane=list]:not([hidden])');
});

test('a search that finds nothing keeps the keyboard in the search box', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.insertText('量子纠缠怎么退');
  await page.locator('.empty').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('searchbox');
});

const texts = (page: Page) => page.locator('.pane-editor .part textarea');

test('a text and a wording that were added have the keyboard, and removing one leaves it beside', async () => {
  const page = await open();
  await row(page, 1).click();
  await texts(page).first().waitFor();
  await page.getByRole('button', { name: '文字', exact: true }).press('Enter');
  await page.keyboard.insertText('第二段');
  await eventually(() => texts(page).nth(1).inputValue()).toBe('第二段');

  await page.locator('.part-menu').nth(1).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  await eventually(() => texts(page).count()).toBe(1);
  await eventually(() => texts(page).evaluate((field) => field === document.activeElement)).toBe(true);

  await page.getByRole('button', { name: '再加一种说法' }).press('Enter');
  await page.keyboard.insertText('另一种说法');
  await eventually(() => texts(page).first().inputValue()).toBe('另一种说法');
});

test('every wording can be seen and chosen, however many there are', async () => {
  const page = await open();
  await row(page, 1).click();
  const add = page.getByRole('button', { name: '再加一种说法' });
  for (let count = 2; count <= 20; count += 1) {
    await add.click();
    await eventually(() => page.getByRole('tab').count()).toBe(count);
  }
  const strip = page.getByRole('tablist');
  expect(await strip.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.getByRole('tab', { name: '说法 20', exact: true, selected: true }).waitFor();
});

test('what goes from the editor leaves the keyboard beside it, where Delete does not reach the list', async () => {
  const page = await open();
  await row(page, 1).click();
  const inEditor = () =>
    eventually(() =>
      page.evaluate(() => document.activeElement?.closest('[data-pane=editor]') !== null),
    ).toBe(true);
  const editor = page.locator('.pane-editor');
  await texts(page).first().fill('先改一下');
  const discard = editor.getByRole('button', { name: '放弃修改' });
  await discard.press('Enter');
  await eventually(() => discard.count()).toBe(0);
  await inEditor();
  await editor.getByRole('button', { name: '今天结束' }).click();
  await editor.getByRole('button', { name: '清除', exact: true }).press('Enter');
  await inEditor();
  await texts(page).first().fill('改过');
  await editor.getByRole('button', { name: '保存' }).press('Enter');
  await eventually(() =>
    manager.library.calls.some(
      ({ args }) => (args[0] as { kind?: string } | undefined)?.kind === 'save-reply',
    ),
  ).toBe(true);
  await editor.getByText('已保存').waitFor();
  await inEditor();
  await page.keyboard.press('Delete');
  await shows(page, '.list-count', '207 条');
});

const deletions = () =>
  manager.library.calls.filter(({ args }) =>
    (args[0] as { kind?: string } | undefined)?.kind?.startsWith('delete-'),
  ).length;

test('a Delete that is held down in the list deletes one reply', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.down('Delete');
  await shows(page, '.list-count', '206 条');
  await page.keyboard.down('Delete');
  await page.keyboard.press('Control+z');
  await shows(page, '.list-count', '207 条');
  expect(deletions()).toBe(1);
});

test('clearing the searches without an answer leaves the keyboard in their panel', async () => {
  const page = await open({ fill: (db) => rememberFailedSearch(db, '以旧换新', new Date()) });
  await page.keyboard.press('Control+Shift+I');
  await page.getByRole('button', { name: '清空', exact: true }).press('Enter');
  const question = page.getByRole('dialog').filter({ hasText: '全部清空' });
  // A dialog takes the keyboard a moment after it is there, also from a button in it.
  await eventually(() => question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await question.getByRole('button', { name: '全部清空' }).press('Enter');
  await page.getByText('以旧换新').waitFor({ state: 'detached' });
  await hasKeyboard(page, '.insight-keep *');
});
