import { expect, test } from 'vitest';
import { setClipboardPng } from './support/clipboard.ts';
import { pressKeys, typeText } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { dropFiles, enterText, hasFocus, openLibrary } from './support/library-window.ts';
import { plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { shoot } from './support/shots.ts';
import { setUpStage } from './support/stage.ts';
import { openChatPage } from './support/targets/chat-page.ts';

/* Writing replies in the manager with real keys, and pasting them into a chat. */

const picture = plainPicture(40, 90, 160, 120, 80);

const stage = setUpStage(
  [
    { title: '在吗', text: '在的，请讲。' },
    { title: '发货时间', text: '当天发出。' },
  ],
  {
    settings: { 'manager.tourDone': true, 'profile.name': '小林' },
  },
);

/** Kinds of a reply's parts as they are stored, wordings apart. */
function partsOf(title: string): string {
  const id = stage.ids.get(title);
  return inDatabase(stage.userData, (db) =>
    db
      .prepare<[string | undefined], string>(
        `SELECT group_concat(kind) FROM (SELECT variant, kind FROM reply_part WHERE reply_id = ? ORDER BY variant, position)
         GROUP BY variant`,
      )
      .pluck()
      .all(id)
      .join(' | '),
  );
}

test('a reply is written with the keyboard, gets a dropped picture, and is pasted into a chat', async () => {
  const library = await openLibrary(stage);
  const { page } = library;
  await library.focus();

  await pressKeys(stage.display, 'ctrl+shift+n');
  const name = page.getByRole('textbox', { name: '分类名称' });
  await until(() => hasFocus(name), 'the new category is to be named');
  await enterText(page, '尺码问题');
  await pressKeys(stage.display, 'Return');
  await library.line('尺码问题').waitFor();
  await library.show('全部话术');

  await pressKeys(stage.display, 'ctrl+n');
  const title = page.getByRole('textbox', { name: '标题' });
  await until(() => hasFocus(title), 'the title has the focus');
  await enterText(page, '尺码对照表');
  await pressKeys(stage.display, 'Tab', 'Return');
  await typeText(stage.display, 'cmwt');
  await page.getByRole('option', { name: '尺码问题', selected: true }).waitFor();
  await pressKeys(stage.display, 'Return', 'Tab');
  const shortcode = page.getByRole('textbox', { name: '快捷编码' });
  await until(() => hasFocus(shortcode), 'the shortcode has the focus');
  await typeText(stage.display, 'CMB');
  await page.getByText('保存为 cmb').waitFor();

  const text = page.getByRole('textbox', { name: '文字 1' });
  await text.focus();
  await enterText(page, '您好，我是');
  await typeText(stage.display, '{{name');
  const suggestions = page.getByRole('listbox', { name: '可以插入的变量' });
  await suggestions.getByRole('option', { name: 'agent.name', selected: true }).waitFor();
  await pressKeys(stage.display, 'Return');
  await until(async () => (await text.inputValue()).endsWith('{{agent.name}}'), 'the placeholder is in');
  await enterText(page, '，对照表见下图。');
  expect(await text.inputValue()).toBe('您好，我是{{agent.name}}，对照表见下图。');

  await dropFiles(text, [{ name: '尺码.png', type: 'image/png', bytes: picture }]);
  await page.getByRole('button', { name: '放大查看' }).waitFor();
  await pressKeys(stage.display, 'ctrl+s');
  await page
    .getByRole('status')
    .getByText(/^已保存 ·/)
    .waitFor();
  await until(async () => (await library.count('尺码问题')) === 1, 'the tree counts it');
  await library.lists('在吗', '发货时间', '尺码对照表');
  await library.close();

  const chat = await openChatPage(stage.display);
  try {
    await stage.palette.paste('cmdzb', '尺码对照表');
    await until(async () => (await chat.pasted()).length === 2, 'both parts arrived');
    expect(await chat.pasted()).toEqual([
      { kind: 'text', text: '您好，我是小林，对照表见下图。' },
      expect.objectContaining({ kind: 'image', type: 'image/png', width: 120, height: 80 }),
    ]);
    expect(await chat.sent()).toEqual([]);
  } finally {
    await chat.close();
  }
});

test('a reply is edited: a picture by the file button, another wording, a taken shortcode, and its history', async () => {
  const library = await openLibrary(stage);
  const { page } = library;
  await library.row('发货时间').click();
  const shortcode = page.getByRole('textbox', { name: '快捷编码' });
  await shortcode.fill('cmb');
  await page.getByRole('button', { name: '尺码对照表' }).waitFor();
  await shortcode.fill('fh');
  await page.getByText('可以使用').waitFor();
  await page.getByLabel('图片', { exact: true }).setInputFiles({
    name: '发货.png',
    mimeType: 'image/png',
    buffer: picture,
  });
  await page.getByRole('button', { name: '放大查看' }).waitFor();
  await page.getByRole('button', { name: '再加一种说法' }).click();
  await page.getByRole('textbox', { name: '文字 1' }).fill('十六点前付款的当天发。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page
    .getByRole('status')
    .getByText(/^已保存 ·/)
    .waitFor();
  await until(() => partsOf('发货时间') === 'text,image | text', 'both wordings are stored');

  await page.getByRole('button', { name: '修改历史' }).click();
  const history = page.getByRole('dialog', { name: '修改历史' });
  await history.getByText('十六点前付款的当天发。').first().waitFor();
  await shoot(stage, 'history');
  await history.getByRole('button', { name: '关闭' }).click();
  await history.waitFor({ state: 'hidden' });
  await library.close();
});

test('a picture that was copied elsewhere is pasted into a reply by Ctrl+V', async () => {
  await setClipboardPng(stage.display, picture);
  const library = await openLibrary(stage);
  const { page } = library;
  await library.focus();
  await library.row('在吗').click();
  const text = page.getByRole('textbox', { name: '文字 1' });
  await text.click();
  await pressKeys(stage.display, 'ctrl+v');
  await page.getByRole('button', { name: '放大查看' }).waitFor();
  expect(await text.inputValue()).toBe('在的，请讲。');
  await pressKeys(stage.display, 'ctrl+s');
  await until(() => partsOf('在吗') === 'text,image', 'text and picture are stored');
  const sizes = inDatabase(stage.userData, (db) => db.prepare('SELECT width, height FROM media').all());
  expect(sizes).toEqual(expect.arrayContaining([{ width: 120, height: 80 }]));
  await library.close();
});
