import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setUpManager } from './gallery/manager-under-test.ts';
import { countOf, eventually, line, row, shows } from './gallery/steps.ts';

const manager = setUpManager();
const { open } = manager;

const field = (page: Page) => page.locator('.pane-editor textarea').first();
const title = (page: Page) => page.locator('.pane-editor [data-field=title]');
const saves = () =>
  manager.library.calls.filter(
    ({ name, args }) => name === 'applyAction' && kindOf(args[0]) === 'save-reply',
  );
const kindOf = (action: unknown) => (action as { kind: string }).kind;

test('Ctrl+Enter saves one reply after the other, also where saving takes them out of the list', async () => {
  const page = await open();
  const written: (string | null)[] = [];
  for (const index of [0, 1, 2]) {
    written.push(await row(page, index).locator('.row-title').textContent());
    await row(page, index).click();
    await eventually(() => title(page).inputValue()).toBe(written[index]);
    await field(page).fill(`改过的第 ${index} 条`);
    await eventually(() => countOf(page, '草稿').textContent()).toBe(String(index + 1));
  }
  await line(page, '草稿').click();
  await shows(page, '.list-count', '3 条');
  await row(page, 0).click();
  for (const [saved, name] of [...written].reverse().entries()) {
    await eventually(() => title(page).inputValue()).toBe(name);
    if (saved === 0) await field(page).focus();
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest('.pane-editor') !== null),
    ).toBe(true);
    await page.keyboard.press('Control+Enter');
    await eventually(() => saves().length).toBe(saved + 1);
  }
});

test('a reply that saving takes out of the list stays open while it is being written', async () => {
  const page = await open();
  for (const index of [0, 1]) {
    await row(page, index).click();
    await field(page).fill(`改过的第 ${index} 条`);
    await eventually(() => countOf(page, '草稿').textContent()).toBe(String(index + 1));
  }
  await line(page, '草稿').click();
  await shows(page, '.list-count', '2 条');
  await row(page, 0).click();
  await eventually(() => field(page).inputValue()).toBe('改过的第 1 条');
  await field(page).focus();
  await page.keyboard.press('Control+s');
  await shows(page, '.list-count', '1 条');
  await page.keyboard.press('End');
  await page.keyboard.type('！');
  await eventually(() => field(page).inputValue()).toBe('改过的第 1 条！');
});

test.each(['Control+s', 'Control+Enter'])('%s saves a tag that is still being typed', async (key) => {
  const page = await open();
  await row(page, 0).click();
  await page.locator('.pane-editor .mantine-TagsInput-inputField').click();
  await page.keyboard.type('加急');
  await page.keyboard.press(key);
  await eventually(saves).toMatchObject([{ args: [{ draft: { tags: expect.arrayContaining(['加急']) } }] }]);
});

test('a tag that is still being typed is kept with the draft when another reply is begun', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.locator('.pane-editor .mantine-TagsInput-inputField').click();
  await page.keyboard.type('加急');
  await page.keyboard.press('Control+n');
  await eventually(() =>
    manager.library.calls.filter(({ name }) => name === 'saveDraft').map(({ args }) => args[2]),
  ).toMatchObject([{ tags: expect.arrayContaining(['加急']) }]);
});

const inFocus = (page: Page, selector: string) =>
  eventually(() => page.evaluate((what) => document.activeElement?.closest(what) !== null, selector)).toBe(
    true,
  );

test('renaming from the menu leaves the name open for typing', async () => {
  const page = await open();
  await line(page, '评价').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /重命名/ }).click();
  await page.locator('.tree-rename').waitFor();
  await eventually(() => page.locator('[role=menu]').count()).toBe(0);
  await inFocus(page, '.tree-rename');
  await page.keyboard.insertText('评论');
  await page.keyboard.press('Enter');
  await line(page, '评论').waitFor();
});

test('editing and making a reply from the menus leave the focus in the editor', async () => {
  const page = await open();
  await row(page, 0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /编辑/ }).click();
  await eventually(() => page.locator('[role=menu]').count()).toBe(0);
  await inFocus(page, '.pane-editor');
  await line(page, '发票').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /新建话术/ }).click();
  await eventually(() => page.locator('[role=menu]').count()).toBe(0);
  await eventually(() => title(page).inputValue()).toBe('');
  await inFocus(page, '.pane-editor');
});

test('too long a title is kept with its draft until it is shortened', async () => {
  const page = await open();
  await row(page, 0).click();
  await title(page).click();
  await page.keyboard.insertText('长'.repeat(5_000));
  await page.getByText('太长了').first().waitFor();
  await eventually(() => countOf(page, '草稿').textContent()).toBe('1');
});
