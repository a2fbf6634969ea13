import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openImport } from './support/import-dialog.ts';
import { pressKeys } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { hasFocus, type LibraryWindow, openLibrary } from './support/library-window.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { setUpStage } from './support/stage.ts';
import { callPalette } from './support/wire.ts';

/* Changes that meet others: two at once, several replies at once, and earlier ones that are wanted back. */

const onStandIn = describe.runIf(chooseRuntime().kind === 'stand-in');

const stage = setUpStage(
  [
    { title: '退货地址', shortcode: 'thdz', text: '寄到一号仓库' },
    { title: '收货地址', text: '寄到一号仓库', tags: ['旧'] },
    { title: '在吗', text: '在的，请讲。', tags: ['旧'] },
  ],
  { settings: { 'manager.tourDone': true, 'profile.name': '小林' } },
);

let library: LibraryWindow;
beforeEach(async () => {
  library = await openLibrary(stage);
  await library.show('全部话术');
});
afterEach(() => library.close());

const storedText = (title: string) =>
  inDatabase(stage.userData, (db) =>
    db
      .prepare<[string | undefined], string>('SELECT text FROM reply_part WHERE reply_id = ?')
      .pluck()
      .get(stage.ids.get(title)),
  );

const textField = () => library.page.getByRole('textbox', { name: '文字 1' });

async function edit(title: string): Promise<void> {
  await library.row(title).click();
  await until(async () => (await textField().inputValue()) === storedText(title), `${title} is open`);
}

async function saves(): Promise<void> {
  await library.focus();
  await pressKeys(stage.display, 'ctrl+s');
}

onStandIn('a reply that an import changes while it is being edited', () => {
  /** Imports another text for the reply that is open with unsaved changes. */
  async function importOver(text: string): Promise<void> {
    const file = join(stage.userData, '改.csv');
    writeFileSync(file, `标题,内容,快捷编码\n退货地址,${text},thdz\n`);
    const dialog = await openImport(library, stage);
    await dialog.choose(file);
    expect(await dialog.counts()).toEqual({ new: 0, changed: 1, unchanged: 0, skipped: 0 });
    await dialog.apply();
    await dialog.close();
    expect(storedText('退货地址')).toBe(text);
    await library.page.getByText('这条话术在你修改期间被别处改过。').waitFor();
  }

  test('is not overwritten: both are shown, and mine can be saved', async () => {
    await edit('退货地址');
    await textField().fill('寄到三号仓库');
    await importOver('寄到二号仓库');
    expect(await textField().inputValue()).toBe('寄到三号仓库');
    await saves();
    const dialog = library.page.getByRole('dialog', { name: '两边都改过' });
    await dialog.getByRole('button', { name: '保存我的' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await until(() => storedText('退货地址') === '寄到三号仓库', 'mine is stored');
  });

  test('can be taken as it was imported', async () => {
    await edit('退货地址');
    await textField().fill('寄到五号仓库');
    await importOver('寄到四号仓库');
    await library.page.getByRole('button', { name: '比较' }).click();
    const dialog = library.page.getByRole('dialog', { name: '两边都改过' });
    await dialog.getByRole('button', { name: '用话术库里的' }).click();
    await until(async () => (await textField().inputValue()) === '寄到四号仓库', 'theirs is in the editor');
    expect(storedText('退货地址')).toBe('寄到四号仓库');
  });

  test('has a history of who did what, from which an earlier state comes back', async () => {
    await edit('退货地址');
    await library.page.getByRole('button', { name: '修改历史' }).click();
    const history = library.page.getByRole('dialog', { name: '修改历史' });
    const entries = history.getByRole('list', { name: '修改历史' }).getByRole('button');
    await until(async () => (await entries.count()) === 4, 'every save is there');
    expect(await entries.nth(0).textContent()).toContain('导入 · 当前版本');
    expect(await entries.nth(1).textContent()).toContain('小林 · 编辑');
    await entries.nth(3).click();
    await history.getByRole('button', { name: '恢复到这一版' }).click();
    await history.waitFor({ state: 'hidden' });
    await until(() => storedText('退货地址') === '寄到一号仓库', 'the first text is back');
    await library.focusList();
    await pressKeys(stage.display, 'ctrl+z');
    await until(() => storedText('退货地址') === '寄到四号仓库', 'undo takes that back');
    await pressKeys(stage.display, 'ctrl+y');
    await until(() => storedText('退货地址') === '寄到一号仓库', 'redo does it again');
  });
});

test('duplicates are found by a filter, and several replies are tagged and set to expire at once', async () => {
  const { page } = library;
  const filter = page.getByRole('button', { name: '筛选', exact: true });
  await filter.click();
  await page.getByRole('checkbox', { name: '内容重复' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: '内容重复' }).waitFor({ state: 'hidden' });
  // It gets the focus back some time after the menu has closed.
  await until(() => hasFocus(filter), 'the button has the keyboard again');
  await library.lists('退货地址', '收货地址');
  await library.focusList();
  await pressKeys(stage.display, 'ctrl+a');
  const bar = page.getByRole('toolbar', { name: '批量操作' });
  await bar.getByRole('button', { name: '标签…' }).click();
  const tags = page.getByRole('dialog', { name: '2 条话术的标签' });
  await tags.getByRole('combobox', { name: '添加标签' }).fill('地址');
  await page.keyboard.press('Enter');
  await tags.getByRole('button', { name: '应用' }).click();
  const tagged = () =>
    inDatabase(stage.userData, (db) =>
      db.prepare<[], number>(`SELECT count(*) FROM reply_tag WHERE tag = '地址'`).pluck().get(),
    );
  await until(() => tagged() === 2, 'both have the tag');

  await bar.getByRole('button', { name: '有效期…' }).click();
  const validity = page.getByRole('dialog', { name: '2 条话术的有效期' });
  await validity.getByRole('group', { name: '失效' }).getByText('指定日期').click();
  await validity.getByLabel('最后一天').fill('2020-01-31');
  await validity.getByRole('button', { name: '应用' }).click();
  await validity.waitFor({ state: 'hidden' });
  const expired = page.locator('.row-badge[data-kind=expired]');
  await until(async () => (await expired.count()) === 2, 'both are marked as expired');

  await library.focusList();
  await pressKeys(stage.display, 'ctrl+z', 'ctrl+z');
  await until(() => tagged() === 0, 'the tags are gone again');
  await until(async () => (await expired.count()) === 0, 'they are valid again');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await library.lists('退货地址', '收货地址', '在吗');
});

test('the list searches as the palette does, and what is written in the palette is in it at once', async () => {
  await library.focus();
  await pressKeys(stage.display, 'ctrl+f');
  const box = library.page.getByRole('searchbox', { name: '搜索话术' });
  await box.fill('shdz');
  await until(async () => (await library.titles())[0] === '收货地址', 'initials find it');
  await box.fill('');
  await library.lists('退货地址', '收货地址', '在吗');
  const written = { title: '面板里写的', text: '从面板来', shortcode: 'mblx', categoryId: null };
  expect(await callPalette(stage.palette.page, 'createReply', written)).toMatchObject({ ok: true });
  await library.lists('退货地址', '收货地址', '在吗', '面板里写的');
});
