import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchApp } from './support/app.ts';
import { pressKeys, typeText } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { enterText, hasFocus, type LibraryWindow, openLibrary } from './support/library-window.ts';
import { drivePalette } from './support/palette.ts';
import { until } from './support/poll.ts';
import { setUpStage } from './support/stage.ts';

/* What was typed and not saved: it survives a power cut, a closed window and the end of the app. */

const stage = setUpStage(
  [{ title: '退货地址', shortcode: 'thdz', text: '寄到一号仓库' }, { title: '在吗' }],
  {
    settings: { 'manager.tourDone': true },
  },
);

let library: LibraryWindow;
beforeEach(async () => {
  library = await openLibrary(stage);
});
afterEach(() => library.close());

const drafts = () =>
  inDatabase(stage.userData, (db) => db.prepare<[], string>('SELECT content FROM reply_draft').pluck().all());

const textField = () => library.page.getByRole('textbox', { name: '文字 1' });

/** Ends the app as a power cut would, and starts it again. */
async function cutPower(): Promise<void> {
  await stage.running.kill();
  stage.running = await launchApp(stage.display, { userData: stage.userData });
  stage.palette = drivePalette(stage.display, stage.running);
  library = await openLibrary(stage);
}

test('what was typed into a reply and into a new one is there after kill -9', async () => {
  await library.row('退货地址').click();
  await until(async () => (await textField().inputValue()) === '寄到一号仓库', 'the reply is open');
  await library.focus();
  await textField().focus();
  await pressKeys(stage.display, 'ctrl+End');
  await typeText(stage.display, ' no. 2');
  await until(() => drafts().some((content) => content.includes('寄到一号仓库 no. 2')), 'it is kept');

  await pressKeys(stage.display, 'ctrl+n');
  const title = library.page.getByRole('textbox', { name: '标题' });
  await until(
    async () => (await hasFocus(title)) && (await title.inputValue()) === '',
    'a new reply is open',
  );
  await enterText(library.page, '断电时在写的');
  await textField().fill('写到一半');
  await until(() => drafts().some((content) => content.includes('写到一半')), 'it is kept as well');

  await cutPower();
  await until(async () => (await library.count('未保存的草稿')) === 2, 'both are listed');
  await library.show('未保存的草稿');
  await library.lists('退货地址', '断电时在写的');
  await library.row('断电时在写的').click();
  await library.page.getByText(/^接着编辑 .* 留下的草稿。$/).waitFor();
  await until(async () => (await textField().inputValue()) === '写到一半', 'the draft is open');
  await pressKeys(stage.display, 'ctrl+s');
  await until(async () => (await library.count('全部话术')) === 3, 'it has become a reply');

  await library.row('退货地址').click();
  await until(async () => (await textField().inputValue()) === '寄到一号仓库 no. 2', 'the change is offered');
  // What is pasted stays what was saved.
  const saved = inDatabase(stage.userData, (db) =>
    db.prepare('SELECT text FROM reply_part WHERE reply_id = ?').pluck().get(stage.ids.get('退货地址')),
  );
  expect(saved).toBe('寄到一号仓库');
  await library.page.getByRole('button', { name: '放弃修改' }).first().click();
  await until(() => drafts().length === 0, 'nothing is kept any more');
  await until(async () => (await textField().inputValue()) === '寄到一号仓库', 'the saved text is back');
});

test('what is typed right before the window closes or the app ends is kept', async () => {
  await library.row('在吗').click();
  await until(async () => (await textField().inputValue()) === '在吗', 'the reply is open');
  await textField().fill('关窗前写的');
  await library.close();
  expect(drafts()).toEqual([expect.stringContaining('关窗前写的')]);

  library = await openLibrary(stage);
  await library.row('在吗').click();
  await until(async () => (await textField().inputValue()) === '关窗前写的', 'the draft is open');
  await textField().fill('退出前写的');
  await stage.running.close();
  expect(drafts()).toEqual([expect.stringContaining('退出前写的')]);
  stage.running = await launchApp(stage.display, { userData: stage.userData });
  stage.palette = drivePalette(stage.display, stage.running);
  library = await openLibrary(stage);
  await until(async () => (await library.count('未保存的草稿')) === 1, 'the draft is listed');
});
