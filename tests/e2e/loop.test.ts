import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  clipboardPng,
  clipboardText,
  clipboardTypes,
  setClipboardPng,
  setClipboardText,
} from './support/clipboard.ts';
import { pressKeys, typeText } from './support/keys.ts';
import { pastesIn, type TestReply } from './support/library.ts';
import { hotkey } from './support/palette.ts';
import { lookAt, plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { setUpStage } from './support/stage.ts';
import { type ChatPage, openChatPage } from './support/targets/chat-page.ts';
import type { Target } from './support/targets/target.ts';
import { openTerminal } from './support/targets/terminal.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* The main job, with real keys on real windows: hotkey, a few letters, Enter, and the reply is in the chat. */

const picture = plainPicture(200, 40, 40);
const refund = '亲，您的退款已经提交，预计 1–3 个工作日原路退回 🎉，请您放心。';

const replies: TestReply[] = [
  { title: '退款到账时间', shortcode: 'tk', text: refund },
  { title: '发票开具', shortcode: 'fp', text: '发票会在确认收货后 24 小时内发到您的邮箱。' },
  { title: '发票抬头修改', text: '请把新的抬头发给我，我帮您改。' },
  { title: '发票重发', text: '我这就给您重发一次。' },
  {
    title: '退货图解',
    shortcode: 'thtj',
    variants: [
      [
        { kind: 'text', text: '请看图：' },
        { kind: 'png', png: picture },
        { kind: 'text', text: '点红圈的位置就可以。' },
      ],
    ],
  },
  { title: '多行地址', shortcode: 'dz', text: '收件人：小妙\n地址：杭州市\n电话：见订单' },
  { title: '换行后光标', shortcode: 'gb', text: '您好，{{cursor}}祝您愉快' },
];

const stage = setUpStage(replies);

const textOf = (title: string | undefined) => replies.find((reply) => reply.title === title)?.text;

/** Types a query that three replies answer, and returns their titles as they stand in the list. */
async function invoiceReplies(): Promise<string[]> {
  await stage.palette.search('fapiao');
  const titles = await stage.palette.titles();
  expect(titles).toHaveLength(3);
  return titles;
}

/**
 * Waits until `count` pastes that `work` begins have ended. Before then a test must not look into an editor: that saves by
 * Ctrl+S, and a paste lets go of the keys that are held. A test that left one behind would have it end within the next one.
 */
async function pastesEnd(count: number, work: () => Promise<void>): Promise<void> {
  const before = pastesIn(stage.userData);
  await work();
  await until(() => pastesIn(stage.userData) === before + count, `${count} pastes have ended`);
}

describe('in a text editor', () => {
  let editor: Target;
  beforeEach(async () => {
    editor = await openTextEditor(stage.display);
  });
  afterEach(() => editor.close());

  test('Chinese text and emoji arrive, the editor has the focus again, and copied text is back', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await pastesEnd(1, () => stage.palette.paste('tkdz', '退款到账时间'));
    // Looking at the text would give the editor the focus.
    await until(
      async () => (await stage.display.activeWindow()) === editor.window,
      'the editor has the focus',
    );
    await until(async () => (await editor.text()).includes('放心'), 'the reply arrived');
    expect(await editor.text()).toBe(refund);
    await until(
      async () => (await clipboardText(stage.display)) === '原来的内容',
      'the clipboard was given back',
    );
  });

  test('a copied picture is back after the paste', async () => {
    await setClipboardPng(stage.display, plainPicture(10, 200, 90, 40, 30));
    await pastesEnd(1, () => stage.palette.paste('tk', '退款到账时间'));
    await until(async () => (await editor.text()) === refund, 'the reply arrived');
    await until(async () => (await clipboardPng(stage.display)).length > 0, 'a picture is on the clipboard');
    expect(lookAt(await clipboardPng(stage.display))).toEqual({
      width: 40,
      height: 30,
      colour: [10, 200, 90],
    });
  });

  test('an empty clipboard is empty again', async () => {
    await stage.running.app.evaluate(({ clipboard }) => clipboard.clear());
    await pastesEnd(1, () => stage.palette.paste('tk', '退款到账时间'));
    await until(async () => (await editor.text()) === refund, 'the reply arrived');
    await until(async () => (await clipboardTypes(stage.display)).length === 0, 'the clipboard is empty');
  });

  test('lines stay lines', async () => {
    await pastesEnd(1, () => stage.palette.paste('dz', '多行地址'));
    await until(async () => (await editor.text()).includes('见订单'), 'the reply arrived');
    expect(await editor.text()).toBe('收件人：小妙\n地址：杭州市\n电话：见订单');
  });

  test('the caret stands where {{cursor}} was', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await pastesEnd(1, () => stage.palette.paste('gb', '换行后光标'));
    expect(await clipboardText(stage.display)).toBe('原来的内容');
    await typeText(stage.display, 'X');
    await until(async () => (await editor.text()).includes('X'), 'a key arrived');
    expect(await editor.text()).toBe('您好，X祝您愉快');
  });

  test('Tab and a digit pick a row', async () => {
    await stage.palette.open();
    const titles = await invoiceReplies();
    await pastesEnd(1, async () => {
      await pressKeys(stage.display, 'Tab', '2');
      await stage.palette.gone();
    });
    await until(async () => (await editor.text()) === textOf(titles[1]), 'the second row arrived');
  });

  test('Alt and a digit pick a row at once', async () => {
    await stage.palette.open();
    const titles = await invoiceReplies();
    await pastesEnd(1, async () => {
      await pressKeys(stage.display, 'alt+3');
      await stage.palette.gone();
    });
    await until(async () => (await editor.text()) === textOf(titles[2]), 'the third row arrived');
  });

  test('pasting the same reply three times quickly pastes it three times', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await pastesEnd(3, async () => {
      for (let time = 0; time < 3; time++) await stage.palette.paste('fp', '发票开具');
    });
    const once = '发票会在确认收货后 24 小时内发到您的邮箱。';
    await until(async () => (await editor.text()) === once.repeat(3), 'all three arrived');
    await until(async () => (await clipboardText(stage.display)) === '原来的内容', 'the clipboard is back');
  });

  test('Shift+Enter appends and the palette stays for the next reply', async () => {
    await stage.palette.open();
    await stage.palette.find('fp', '发票开具');
    await pastesEnd(2, async () => {
      await pressKeys(stage.display, 'shift+Return');
      await stage.palette.page.getByText('已追加').waitFor();
      await until(() => stage.palette.isFocused(), 'the palette is back');
      await pressKeys(stage.display, 'Return');
      await stage.palette.gone();
    });
    const once = '发票会在确认收货后 24 小时内发到您的邮箱。';
    await until(async () => (await editor.text()) === once.repeat(2), 'both arrived');
  });

  test('Ctrl+E changes the text of this one paste', async () => {
    await stage.palette.open();
    await stage.palette.find('fp', '发票开具');
    await pressKeys(stage.display, 'ctrl+e');
    const editing = stage.palette.page.locator('[data-focus=edit]');
    await until(
      () => editing.evaluate((field) => field === document.activeElement),
      'the text can be edited',
    );
    await pressKeys(stage.display, 'ctrl+a');
    await typeText(stage.display, 'edited once');
    await pastesEnd(1, async () => {
      await pressKeys(stage.display, 'ctrl+Return');
      await stage.palette.gone();
    });
    await until(async () => (await editor.text()) === 'edited once', 'the edited text arrived');
    await pastesEnd(1, () => stage.palette.paste('fp', '发票开具'));
    await until(async () => (await editor.text()).includes('24 小时'), 'the reply itself is unchanged');
  });

  test('Ctrl+C leaves the reply on the clipboard and presses nothing', async () => {
    await stage.palette.open();
    await stage.palette.find('fp', '发票开具');
    await pastesEnd(1, async () => {
      await pressKeys(stage.display, 'ctrl+c');
      await stage.palette.gone();
    });
    expect(await clipboardText(stage.display)).toMatch(/^发票会在/);
    expect(await editor.text()).toBe('');
  });

  test('Ctrl+N on no result makes a reply that can be pasted at once', async () => {
    await stage.palette.open();
    await stage.palette.search('gift wrapping');
    expect(await stage.palette.titles()).toEqual([]);
    await pressKeys(stage.display, 'ctrl+n');
    const title = stage.palette.page.locator('[data-place=new-reply] [data-field=title]');
    await until(async () => (await title.inputValue()) === 'gift wrapping', 'the query is the title');
    await stage.palette.page.locator('[data-place=new-reply] [data-field=text]').focus();
    await typeText(stage.display, 'We wrap gifts for free.');
    await pressKeys(stage.display, 'ctrl+Return');
    await until(async () => (await stage.palette.selected()) === 'gift wrapping', 'it is found and selected');
    await pastesEnd(1, async () => {
      await pressKeys(stage.display, 'Return');
      await stage.palette.gone();
    });
    await until(async () => (await editor.text()) === 'We wrap gifts for free.', 'it arrived');
  });

  test('Esc clears the query, then closes and gives the focus back', async () => {
    await stage.palette.open();
    await stage.palette.find('fp', '发票开具');
    await pressKeys(stage.display, 'Escape');
    await until(async () => (await stage.palette.titles()).length > 1, 'the list is that of the empty query');
    expect(await stage.palette.query()).toBe('');
    expect(await stage.palette.isFocused()).toBe(true);
    await pressKeys(stage.display, 'Escape');
    await stage.palette.gone();
    await until(
      async () => (await stage.display.activeWindow()) === editor.window,
      'the editor has the focus',
    );
  });

  test('a second press of the hotkey hides the palette', async () => {
    await stage.palette.open();
    await pressKeys(stage.display, hotkey);
    await stage.palette.gone();
    await until(
      async () => (await stage.display.activeWindow()) === editor.window,
      'the editor has the focus',
    );
  });

  test('the hotkey works 50 times in a row, each time with the empty query', async () => {
    for (let time = 0; time < 50; time++) {
      await stage.palette.open();
      await typeText(stage.display, 'f');
      await until(async () => (await stage.palette.titles())[0] === '发票开具', 'the letter arrived');
      await pressKeys(stage.display, hotkey);
      await stage.palette.gone();
      await until(async () => (await stage.display.activeWindow()) === editor.window, 'the focus is back');
    }
    expect(await editor.text()).toBe('');
  });
});

describe('in a chat page', () => {
  let chat: ChatPage;
  beforeEach(async () => {
    chat = await openChatPage(stage.display);
  });
  afterEach(() => chat.close());

  test('text, picture and text arrive in their order, and the clipboard is back', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await pastesEnd(1, () => stage.palette.paste('thtj', '退货图解'));
    await until(async () => (await chat.pasted()).length === 3, 'three parts arrived');
    expect(await chat.pasted()).toMatchObject([
      { kind: 'text', text: '请看图：' },
      { kind: 'image', type: 'image/png', width: 64, height: 48 },
      { kind: 'text', text: '点红圈的位置就可以。' },
    ]);
    await until(async () => (await clipboardText(stage.display)) === '原来的内容', 'the clipboard is back');
  });

  test('pasting sends nothing', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await pastesEnd(1, () => stage.palette.paste('dz', '多行地址'));
    await until(async () => (await chat.text()).includes('见订单'), 'the reply arrived');
    expect(await clipboardText(stage.display)).toBe('原来的内容');
    expect(await chat.sent()).toEqual([]);
  });

  test('Ctrl+Enter sends nothing where sending is not allowed, and says so', async () => {
    await stage.palette.open();
    await stage.palette.find('fp', '发票开具');
    await pressKeys(stage.display, 'ctrl+Return');
    await stage.palette.page.getByText('未允许自动发送').first().waitFor();
    expect(await stage.palette.isVisible()).toBe(true);
    expect(await chat.pasted()).toEqual([]);
    expect(await chat.sent()).toEqual([]);
    await pressKeys(stage.display, hotkey);
    await stage.palette.gone();
  });
});

test('in a terminal, text is typed, and one of several lines is only copied', async () => {
  const terminal = await openTerminal(stage.display);
  try {
    await pastesEnd(1, () => stage.palette.paste('fp', '发票开具'));
    await until(async () => (await terminal.text()).includes('您的邮箱'), 'the text was typed');
    await stage.palette.open();
    await stage.palette.find('dz', '多行地址');
    await pressKeys(stage.display, 'Return');
    await until(async () => (await clipboardText(stage.display)).includes('收件人'), 'the text was copied');
    expect(await terminal.text()).not.toContain('收件人');
  } finally {
    await terminal.close();
  }
});
