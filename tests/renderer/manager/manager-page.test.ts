import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withEveryMark, withManyCategories, withManyReplies, withPictureAlone } from './gallery/fillings.ts';
import { setUpManager } from './gallery/manager-under-test.ts';
import { countOf, eventually, hold, line, row, shows, toast } from './gallery/steps.ts';

const manager = setUpManager();
const { open } = manager;

test('replies that are dragged onto a category move there, and one click takes it back', async () => {
  const page = await open();
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Shift'] });
  await row(page, 1).dragTo(line(page, '发票'));
  await toast(page, '已移动 3 条话术');
  await eventually(() => countOf(page, '发票').textContent()).toBe('11');
  await eventually(() => countOf(page, '问候接待').textContent()).toBe('6');
  await page.locator('.toast button').click();
  await toast(page, '已撤销：移动 3 条话术');
  await eventually(() => countOf(page, '发票').textContent()).toBe('8');
});

test('replies that are dragged to where they are leave the last step alone', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.press('Delete');
  await shows(page, '.list-count', '206 条');
  await line(page, '发票').click();
  await shows(page, '.list-count', '8 条');
  await row(page, 0).dragTo(line(page, '发票'));
  await page.getByText('已经是这样了').waitFor();
  // Its button would bring back what was deleted before.
  expect(await page.locator('.toast button').count()).toBe(0);
});

test('a category that is dragged into another comes to lie in it', async () => {
  const page = await open();
  await line(page, '评价').dragTo(line(page, '发票'));
  await toast(page, '已移动分类“评价”');
  await eventually(() => countOf(page, '发票').textContent()).toBe('16');
});

test('a category that is dragged into one below it stays, and it is said why', async () => {
  const page = await open();
  await line(page, '退换货').locator('.tree-twisty').click();
  await line(page, '退换货').dragTo(line(page, '退款进度'));
  await page.getByText('分类不能放进它自己或它的下级').waitFor();
  expect(await line(page, '退款进度').getAttribute('aria-level')).toBe('3');
});

test('the colours of a category stand in a row, and the arrows go along it', async () => {
  const page = await open();
  await line(page, '发票').click();
  await page.locator('[role=tree]').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '无颜色' }).focus();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('ArrowRight');
  await eventually(focused).toBe('红');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await eventually(focused).toBe('无颜色');
});

test('a category that the keys move into a closed one stays in sight, and so with the keyboard', async () => {
  const page = await open();
  await line(page, '退换货').click();
  await page.locator('[role=tree]').focus();
  await page.keyboard.press('Control+ArrowRight');
  await toast(page, '已移动分类“退换货”');
  await eventually(() => line(page, '退换货').getAttribute('aria-level')).toBe('3');
  await page.keyboard.press('Control+ArrowLeft');
  await eventually(() => line(page, '退换货').getAttribute('aria-level')).toBe('2');
});

test('the keyboard goes on from the line that was closed over the shown one', async () => {
  const page = await open();
  const twisty = line(page, '退换货').locator('.tree-twisty');
  await twisty.click();
  await line(page, '退款进度').click();
  await twisty.click();
  await eventually(() => line(page, '退款进度').count()).toBe(0);
  await page.locator('[role=tree]').focus();
  await page.keyboard.press('ArrowUp');
  await eventually(() => line(page, '退换货').getAttribute('aria-selected')).toBe('true');
});

test('the keyboard alone makes, names, moves and deletes a category, and undoes it', async () => {
  const page = await open();
  await page.locator('[role=tree]').focus();
  await page.keyboard.press('Control+Shift+N');
  await page.locator('.tree-rename').waitFor();
  await page.keyboard.insertText('直播间');
  await page.keyboard.press('Enter');
  await line(page, '直播间').waitFor();
  await eventually(() => line(page, '直播间').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Control+ArrowUp');
  await toast(page, '已移动分类“直播间”');
  await page.keyboard.press('Delete');
  await toast(page, '已删除分类“直播间”');
  await eventually(() => line(page, '直播间').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await line(page, '直播间').waitFor();
});

test('the field for a name has the keyboard from the moment in which it is there', async () => {
  const page = await open();
  await page.locator('[role=tree]').focus();
  const atOnce = await page.evaluateHandle(() => {
    const hadKeyboard = new Promise<boolean>((resolve) => {
      const watch = new MutationObserver(() => {
        const field = document.querySelector('.tree-rename');
        if (field !== null) resolve(field === document.activeElement);
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    return { hadKeyboard };
  });
  await page.keyboard.press('Control+Shift+N');
  expect(await atOnce.evaluate(({ hadKeyboard }) => hadKeyboard)).toBe(true);
});

test('a name that another category has is refused in clear words and stays in its field', async () => {
  const page = await open();
  await line(page, '评价').click();
  await page.keyboard.press('F2');
  const field = page.locator('.tree-rename');
  await field.fill('发票');
  await page.keyboard.press('Enter');
  await page.getByText('同一级已有同名的分类').waitFor();
  await eventually(() => field.inputValue()).toBe('发票');
  await page.keyboard.press('End');
  await page.keyboard.insertText('与收据');
  await page.keyboard.press('Enter');
  await line(page, '发票与收据').waitFor();
  expect(await line(page, '评价').count()).toBe(0);
});

test('a line that is being renamed keeps what was typed while the tree is scrolled far away', async () => {
  const page = await open({ fill: withManyCategories(300) });
  await line(page, '评价').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '重命名' }).click();
  const field = page.locator('.tree-rename');
  await field.fill('买家评价');
  await page.locator('.tree').evaluate((tree) => {
    tree.scrollTop = tree.scrollHeight;
  });
  await line(page, '类目 300').waitFor();
  await eventually(() => field.inputValue()).toBe('买家评价');
  await field.press('Enter');
  await toast(page, '买家评价');
});

test('deleting selects the next reply, and Ctrl+Z brings back what was deleted', async () => {
  const page = await open();
  const second = await row(page, 1).locator('.row-title').textContent();
  await row(page, 0).click();
  await page.keyboard.press('Delete');
  await eventually(() => row(page, 0).locator('.row-title').textContent()).toBe(second);
  await eventually(() => row(page, 0).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Control+z');
  await shows(page, '.list-count', '207 条');
});

test('Ctrl+Z in a text field belongs to the field', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.press('Delete');
  await shows(page, '.list-count', '206 条');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('退');
  await page.keyboard.press('Control+z');
  await eventually(() => page.locator('[role=searchbox]').inputValue()).toBe('');
  expect(manager.library.calls.some(({ name }) => name === 'undo')).toBe(false);
});

test('what another list does not show leaves the selection, also when more is picked meanwhile', async () => {
  const page = await open();
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Shift'] });
  await shows(page, '.bulk-count', '已选 3 条');
  const letGo = await hold(page, 'indexInView');
  await line(page, '发票').click();
  await eventually(() => page.locator('.list-head h2').textContent()).toBe('发票');
  await eventually(() => page.locator('.reply-row').count()).toBe(8);
  await row(page, 1).click({ modifiers: ['Control'] });
  await eventually(() => row(page, 1).getAttribute('aria-selected')).toBe('true');
  await letGo();
  await eventually(() => page.locator('.bulk-bar').count()).toBe(0);
  await page.locator('[data-pane=list]').press('Delete');
  await shows(page, '.list-count', '7 条');
  await line(page, '全部话术').click();
  await shows(page, '.list-count', '206 条');
});

test('a selection outlives two changes of the library in a row', async () => {
  const page = await open();
  await row(page, 1).click();
  await row(page, 3).click({ modifiers: ['Shift'] });
  await shows(page, '.bulk-count', '已选 3 条');
  const opened = () => manager.library.calls.filter(({ name }) => name === 'openList').length;
  const before = opened();
  const letGo = await hold(page, 'indexInView');
  for (const by of [1, 2]) {
    await page.evaluate(() => window.tellPage('libraryChanged', { undo: { undo: null, redo: null } }));
    await eventually(opened).toBe(before + by);
  }
  await letGo();
  await row(page, 3).click({ modifiers: ['Control'] });
  await shows(page, '.bulk-count', '已选 2 条');
});

test('a search finds by pinyin initials, and the arrow key goes to its results', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.insertText('thdz');
  await shows(page, '.reply-row[data-index="0"] .row-title', '退货地址');
  await page.keyboard.press('ArrowDown');
  await eventually(() => row(page, 0).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.closest('.pane-editor') !== null)).toBe(
    true,
  );
});

test('a new reply begins in the selected category and is in the list once it is saved', async () => {
  const page = await open();
  await line(page, '发票').click();
  await page.keyboard.press('Control+n');
  await page.locator('.pane-editor textarea').first().waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.closest('.pane-editor') !== null)).toBe(
    true,
  );
  await page.keyboard.insertText('怎么开专票');
  await page.locator('.pane-editor textarea').first().fill('请把开票资料发给我。');
  await page.keyboard.press('Control+s');
  await eventually(() => countOf(page, '发票').textContent()).toBe('9');
  await page.locator('.reply-row[aria-selected=true]', { hasText: '怎么开专票' }).waitFor();
});

test('closing writes what was just typed before the window may go', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.locator('.pane-editor textarea').first().waitFor();
  await page.locator('.pane-editor textarea').first().fill('还没有保存的话。');
  await page.evaluate(() => window.tellPage('closing', null));
  await eventually(() => manager.library.calls.some(({ name }) => name === 'readyToClose')).toBe(true);
  const names = manager.library.calls.map(({ name }) => name);
  expect(names.indexOf('saveDraft')).toBeGreaterThan(-1);
  expect(names.indexOf('saveDraft')).toBeLessThan(names.indexOf('readyToClose'));
});

test('main can ask for a reply that the list does not show', async () => {
  const page = await open();
  await line(page, '发票').click();
  await shows(page, '.list-count', '8 条');
  const found = (await manager.library.call('findReplies', ['退货地址'])) as { id: string; title: string }[];
  await page.evaluate((id) => window.tellPage('showReply', { id }), found[0]?.id);
  await page.locator('.reply-row[aria-selected=true]', { hasText: '退货地址' }).waitFor();
  await shows(page, '.list-head h2', '全部话术');
});

test('a dialog gives the focus back to where it was', async () => {
  const page = await open();
  await row(page, 0).click();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.move-choice').first().waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
});

test.each([
  ['zh-CN', '2026年12月3日星期四'],
  ['zh-TW', '2026年12月3日 星期四'],
  ['en', 'Thursday, December 3, 2026'],
] as const)('a day that is chosen for many replies is said in the words of %s', async (locale, words) => {
  // The field itself writes the day as the system does, 12/03/2026 or 03/12/2026.
  const page = await open({ locale });
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Shift'] });
  await page.locator('.bulk-bar button').nth(2).click();
  await page.locator('.validity-bound').nth(1).locator('label').nth(2).click();
  await page.locator('.validity-bound input[type=date]').fill('2026-12-03');
  await shows(page, '.validity-day', words);
});

test('tags for many replies lose the sign of searches and what is too long, as in the editor', async () => {
  const page = await open();
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Shift'] });
  await page.locator('.bulk-bar button').nth(1).click();
  for (const tag of ['＃加急', '#加急', '特'.concat('长'.repeat(70))]) {
    await page.getByRole('combobox', { name: '添加标签' }).fill(tag);
    await page.keyboard.press('Enter');
  }
  const pills = page.locator('.mantine-TagsInput-pill');
  await eventually(() => pills.allTextContents()).toEqual(['加急', `特${'长'.repeat(59)}`]);
});

test('a reply that is nothing but a picture is not called empty', async () => {
  const page = await open({ fill: withPictureAlone });
  await page.locator('.reply-row', { hasText: '尺码图' }).waitFor();
  expect(await row(page, 0).locator('.row-snippet').textContent()).toBe('图片');
});

test('filters and tags narrow the list together', async () => {
  const page = await open({ fill: withEveryMark });
  await page.locator('.list-filter').click();
  await page.locator('.filter-line label', { hasText: '已过期' }).click();
  await shows(page, '.list-count', '1 条');
  await page.keyboard.press('Escape');
  await page.locator('.list-chip').click();
  await shows(page, '.list-count', '213 条');
});

test('the trash gives replies back', async () => {
  const page = await open({ fill: withEveryMark });
  await line(page, '回收站').click();
  await shows(page, '.list-count', '2 条');
  await page.locator('[role=listbox]').focus();
  await page.keyboard.press('Control+a');
  await page.locator('.bulk-bar button').click();
  await toast(page, '已恢复 2 条话术');
  await page.locator('.empty', { hasText: '回收站是空的' }).waitFor();
});

/** Holds a file over an element and lets it go there, as dragging it in from the desktop does. */
async function dropFile(page: Page, selector: string, name: string, type: string): Promise<void> {
  await page.locator(selector).evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['标题,内容'], file.name, { type: file.type }));
      for (const event of ['dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, type },
  );
}

test('a picture that is dropped on the list is sent to the editor in words', async () => {
  const page = await open();
  await dropFile(page, '.reply-list', 'photo.png', 'image/png');
  await page.getByText('图片要放进一条话术里').waitFor();
  expect(manager.library.calls.some(({ name }) => name === 'takeFiles')).toBe(false);
});

test('a sheet that is dropped anywhere is handed over with its name, and a failure is told', async () => {
  const page = await open();
  // The gallery has nobody who imports: what the page then says is what a broken import would make it say.
  await dropFile(page, '.pane-tree .tree', '话术.csv', 'text/csv');
  await eventually(() => manager.library.calls.find(({ name }) => name === 'takeFiles')?.args).toMatchObject([
    [{ name: '话术.csv' }],
  ]);
  await page.locator('.mantine-Notification-root').waitFor();
});

test('the tour closes for good', async () => {
  const page = await open({ tour: true });
  await page.locator('.tour-card').waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => manager.library.calls.some(({ name }) => name === 'finishTour')).toBe(true);
});

test('20,000 replies are selected at once, and only those in sight are drawn', {
  timeout: 120_000,
}, async () => {
  const page = await open({ content: 'empty', fill: withManyReplies(20_000) });
  await page.locator('[role=listbox]').focus();
  await page.keyboard.press('Control+a');
  await shows(page, '.bulk-count', '已选 20,000 条');
  await page.keyboard.press('End');
  await page.locator('.reply-row[aria-selected=true][aria-posinset="20000"] .row-title').waitFor();
  expect(await page.locator('.reply-row').count()).toBeLessThan(60);
});

test('Delete does not reach the reply that was selected before while the next one is still being read', async () => {
  const page = await open({ content: 'empty', fill: withManyReplies(300) });
  await row(page, 0).click();
  const letGo = await hold(page, 'readIds');
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await letGo();
  await page.locator('.reply-row[aria-selected=true][aria-posinset="300"] .row-title').waitFor();
  expect(manager.library.calls.some(({ name }) => name === 'applyAction')).toBe(false);
});
