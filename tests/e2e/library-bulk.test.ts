import { afterEach, beforeEach, expect, test } from 'vitest';
import { pressKeys } from './support/keys.ts';
import { addCategories, inDatabase } from './support/library.ts';
import { type LibraryWindow, openLibrary } from './support/library-window.ts';
import { until } from './support/poll.ts';
import { shoot } from './support/shots.ts';
import { setUpStage } from './support/stage.ts';
import { searchFor } from './support/wire.ts';

/* Many replies at once: moved, deleted, restored, and every step taken back. */

const titles = ['甲', '乙', '丙', '丁', '戊'].map((letter) => `批量${letter}`);

const stage = setUpStage(
  titles.map((title) => ({ title, text: `${title}的正文` })),
  {
    settings: { 'manager.tourDone': true },
    prepare: (folder) => addCategories(folder, '售前', '售后'),
  },
);

let library: LibraryWindow;
beforeEach(async () => {
  library = await openLibrary(stage);
  await library.show('全部话术');
  await library.lists(...titles);
});
afterEach(() => library.close());

/** Titles of the replies in a category as they are stored; those in the trash are left out. */
const storedIn = (category: string | null) =>
  inDatabase(stage.userData, (db) =>
    db
      .prepare(
        `SELECT reply.title FROM reply LEFT JOIN category ON category.id = reply.category_id
         WHERE category.name IS ? AND reply.deleted_at IS NULL ORDER BY reply.title`,
      )
      .pluck()
      .all(category),
  );

/** Waits until tree and database agree on how many replies a category has. */
const holds = (category: string, count: number) =>
  until(
    async () => (await library.count(category)) === count && storedIn(category).length === count,
    `${category} holds ${count}`,
  );

test('several replies are selected with Shift and the arrows, moved by the bulk bar, undone and redone', async () => {
  await library.focusList();
  await pressKeys(stage.display, 'Home', 'shift+Down', 'shift+Down');
  await library.page.getByText('已选 3 条').first().waitFor();
  const chosen = (await library.titles()).slice(0, 3).toSorted();
  await library.page
    .getByRole('toolbar', { name: '批量操作' })
    .getByRole('button', { name: '移动到…' })
    .click();
  const dialog = library.page.getByRole('dialog', { name: '移动 3 条话术' });
  await dialog.getByRole('combobox', { name: '查找分类' }).fill('售后');
  await shoot(stage, 'move');
  await pressKeys(stage.display, 'Return');
  await dialog.waitFor({ state: 'hidden' });
  await holds('售后', 3);
  expect(storedIn('售后')).toEqual(chosen);

  await library.focusList();
  await pressKeys(stage.display, 'ctrl+z');
  await holds('售后', 0);
  await pressKeys(stage.display, 'ctrl+shift+z');
  await holds('售后', 3);
  expect(storedIn('售后')).toEqual(chosen);
  await pressKeys(stage.display, 'ctrl+z');
  await holds('售后', 0);
});

test('selected replies are dragged onto a category together, and one undo brings them back', async () => {
  await library.focusList();
  await pressKeys(stage.display, 'ctrl+a');
  await library.page.getByText('已选 5 条').first().waitFor();
  await library.row('批量丙').dragTo(library.line('售前'));
  await holds('售前', 5);
  await shoot(stage, 'dragged');
  await library.focusList();
  await pressKeys(stage.display, 'ctrl+z');
  await holds('售前', 0);
  expect(storedIn(null)).toEqual(titles.toSorted());
});

test('a category is dragged into another one and renamed in its place', async () => {
  const inside = library.line('售前');
  await library.line('售后').dragTo(inside);
  await until(
    async () => (await inside.getAttribute('aria-expanded')) === 'false',
    'it lies in the other one',
  );
  await library.show('售前');
  await library.focusTree();
  await pressKeys(stage.display, 'Right', 'Down');
  const moved = library.line('售后');
  await until(async () => (await moved.getAttribute('aria-selected')) === 'true', 'the keys have reached it');
  expect(await moved.getAttribute('aria-level')).toBe('3');
  await pressKeys(stage.display, 'ctrl+Left');
  await until(
    async () => (await moved.getAttribute('aria-level')) === '2',
    'Ctrl+Left has taken it out again',
  );
  await pressKeys(stage.display, 'F2');
  const name = library.page.getByRole('textbox', { name: '分类名称' });
  await name.fill('售前');
  await pressKeys(stage.display, 'Return');
  await library.page.getByText('同一级已有同名的分类').waitFor();
  await until(async () => (await library.count('售后')) === 0, 'it has kept its name');
});

test('replies that were deleted lie in the trash, are found nowhere else, and come back', async () => {
  await library.focusList();
  await pressKeys(stage.display, 'Home', 'shift+Down');
  await library.page.getByText('已选 2 条').first().waitFor();
  const chosen = (await library.titles()).slice(0, 2);
  await pressKeys(stage.display, 'Delete');
  await until(async () => (await library.count('回收站')) === 2, 'the trash holds two');
  await library.lists(...titles.filter((title) => !chosen.includes(title)));
  const isFound = async () =>
    (await searchFor(stage.palette.page, chosen[0] ?? '')).rows.some(({ title }) => title === chosen[0]);
  await until(async () => !(await isFound()), 'the search has forgotten it');

  await library.show('回收站');
  await library.lists(...chosen);
  await library.focusList();
  await pressKeys(stage.display, 'ctrl+a');
  await library.page.getByRole('toolbar', { name: '批量操作' }).getByRole('button', { name: '恢复' }).click();
  await until(async () => (await library.count('回收站')) === 0, 'the trash is empty');
  await library.show('全部话术');
  await library.lists(...titles);
  await until(isFound, 'the search knows it again');
});
