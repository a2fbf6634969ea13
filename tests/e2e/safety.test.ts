import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Wire } from '../../src/shared/ipc.ts';
import { clipboardText, setClipboardText } from './support/clipboard.ts';
import { compose } from './support/ime.ts';
import { holdKeys, pressKeys, typeText } from './support/keys.ts';
import { pastesIn, writePasteRules } from './support/library.ts';
import { hotkey } from './support/palette.ts';
import { plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { setUpStage } from './support/stage.ts';
import { type ChatPage, openChatPage } from './support/targets/chat-page.ts';
import type { Target } from './support/targets/target.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* What may never happen: the wrong window, the wrong text, a lost copy, a message sent by surprise. */

const past = '2026-01-01T00:00:00.000Z';
const newRule = '现在退货的运费由我们承担。';
const picture = plainPicture(40, 40, 200);

const stage = setUpStage(
  [
    { title: '退款到账时间', shortcode: 'tk', text: '预计 1–3 个工作日原路退回。' },
    {
      title: '旧运费规则',
      shortcode: 'yf',
      text: '运费需要您承担。',
      validUntil: past,
      successor: '新运费规则',
    },
    { title: '新运费规则', shortcode: 'yfx', text: newRule },
    { title: '查单', shortcode: 'cd', text: '订单 {{order}} 正在派送，联系人 {{name}}。' },
    { title: '外来占位', shortcode: 'wl', text: '您好 {{foo:bar}}' },
    {
      title: '图文',
      shortcode: 'tw',
      variants: [
        [
          { kind: 'text', text: '第一段' },
          { kind: 'png', png: picture },
          { kind: 'text', text: '第二段' },
        ],
      ],
    },
    {
      title: '稍等',
      shortcode: 'sd',
      variants: [
        [{ kind: 'text', text: '请稍等一。' }],
        [{ kind: 'text', text: '请稍等二。' }],
        [{ kind: 'text', text: '请稍等三。' }],
      ],
    },
  ],
  {
    holding: '稍等',
    // Slow enough between two parts for a test to come in between, on a busy machine too.
    prepare: (folder) =>
      writePasteRules(folder, '{"rules": [{"apps": ["chromium*"], "gapMs": 3000, "allowSend": true}]}'),
  },
);

/** Waits until a line of text is on the palette's screen. */
async function shows(text: string | RegExp): Promise<void> {
  await stage.palette.page.getByText(text).first().waitFor();
}

describe('the right text', () => {
  let editor: Target;
  beforeEach(async () => {
    editor = await openTextEditor(stage.display);
  });
  afterEach(() => editor.close());

  test('letters that overtake the opening on their way to the page count, and the first Enter asks to look', async () => {
    const { palette } = stage;
    const inMain = await stage.running.app.browserWindow(palette.page);
    // The page hears of the opening as late as a busy one does, far later than its window is shown.
    const opening = await inMain.evaluateHandle(({ webContents }) => {
      const send = webContents.send.bind(webContents);
      const held: Parameters<typeof send>[] = [];
      webContents.send = (...message: Parameters<typeof send>) => void held.push(message);
      return () => {
        webContents.send = send;
        for (const message of held) send(...message);
      };
    });
    await pressKeys(stage.display, hotkey);
    await until(palette.isFocused, 'the palette has the keyboard');
    await typeText(stage.display, 'yfx');
    await until(async () => (await palette.query()) === 'yfx', 'the letters are in the search box');
    await opening.evaluate((arrive) => arrive());
    await until(async () => (await palette.selected()) === '新运费规则', 'what was typed is found');
    expect(await palette.query()).toBe('yfx');
    await pressKeys(stage.display, 'Return');
    await shows('结果刚刚更新');
    await pressKeys(stage.display, 'Return');
    await palette.gone();
    await until(async () => (await editor.text()) !== '', 'something arrived');
    expect(await editor.text()).toBe(newRule);
  });

  test('letters and an Enter that come while the page is too busy to open count, and nothing unseen is pasted', async () => {
    const { palette } = stage;
    // Far longer than the page is waited for before its window is shown.
    await palette.page.evaluate(() => {
      // In a task of its own, so that the page has said that it is about to be busy.
      setTimeout(() => {
        const end = performance.now() + 5_000;
        while (performance.now() < end);
      });
    });
    await pressKeys(stage.display, hotkey);
    await until(palette.isFocused, 'the palette has the keyboard');
    await typeText(stage.display, 'yfx');
    await pressKeys(stage.display, 'Return');
    await until(async () => (await palette.selected()) === '新运费规则', 'what was typed is found');
    expect(await palette.query()).toBe('yfx');
    expect(await palette.isFocused()).toBe(true);
    expect(await editor.text()).toBe('');
    // Whether the page heard of the keys before the opening decides whether it has asked to look already.
    const asked = stage.palette.page.getByText('结果刚刚更新');
    if (!(await asked.isVisible())) {
      await pressKeys(stage.display, 'Return');
      await asked.waitFor({ timeout: 10_000 });
    }
    await pressKeys(stage.display, 'Return');
    await palette.gone();
    await until(async () => (await editor.text()) !== '', 'something arrived');
    expect(await editor.text()).toBe(newRule);
  });

  test('an expired reply is found by its exact shortcode only, and Enter goes to its successor', async () => {
    await stage.palette.open();
    await stage.palette.search('jiuyunfei');
    expect(await stage.palette.titles()).toEqual([]);
    await pressKeys(stage.display, 'Escape');
    await stage.palette.find('yf', '旧运费规则');
    await pressKeys(stage.display, 'Return');
    await shows('“旧运费规则”已失效，改用：新运费规则');
    await shows(newRule);
    expect(await stage.palette.isVisible()).toBe(true);
    await pressKeys(stage.display, 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()) !== '', 'something arrived');
    expect(await editor.text()).toBe(newRule);
  });

  test('fields are asked for before anything is pasted, and remembered for the window', async () => {
    await stage.palette.open();
    await stage.palette.find('cd', '查单');
    const field = (name: string) => stage.palette.page.locator(`[data-place=field][data-field=${name}]`);
    await field('order').waitFor();
    await pressKeys(stage.display, 'Return');
    await until(
      () => field('order').evaluate((input) => input === document.activeElement),
      'asked for order',
    );
    await typeText(stage.display, '8812');
    await pressKeys(stage.display, 'Tab');
    await until(() => field('name').evaluate((input) => input === document.activeElement), 'asked for name');
    await typeText(stage.display, 'Lin');
    await pressKeys(stage.display, 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()).includes('Lin'), 'the filled reply arrived');
    expect(await editor.text()).toBe('订单 8812 正在派送，联系人 Lin。');

    await stage.palette.open();
    await stage.palette.find('cd', '查单');
    await until(async () => (await field('order').inputValue()) === '8812', 'the value is remembered');
    await pressKeys(stage.display, 'Escape', 'Escape');
    await stage.palette.gone();
  });

  test('an unknown placeholder is never pasted silently', async () => {
    await stage.palette.open();
    await stage.palette.find('wl', '外来占位');
    await pressKeys(stage.display, 'Return');
    await shows(/有无法识别的变量：.*foo:bar/);
    expect(await stage.palette.isVisible()).toBe(true);
    await pressKeys(stage.display, 'Escape', 'Escape', 'Escape');
    await stage.palette.gone();
    expect(await editor.text()).toBe('');
  });

  test('an Enter that confirms an input-method candidate pastes nothing', async () => {
    await stage.palette.open();
    const { page } = stage.palette;
    const pressed = page.evaluate(
      () =>
        new Promise<object>((resolve) => {
          const listen = ({ key, keyCode, isComposing }: KeyboardEvent) =>
            resolve({ key, keyCode, isComposing });
          addEventListener('keydown', listen, { capture: true, once: true });
        }),
    );
    const composition = await compose(page, 'tk');
    await until(async () => (await stage.palette.selected()) === '退款到账时间', 'the reply is selected');
    await stage.palette.page.getByText('原路退回').last().waitFor();
    await composition.pressSwallowedEnter();
    expect(await pressed).toEqual({ key: 'Enter', keyCode: 229, isComposing: true });
    await composition.commit('tk');
    await until(async () => (await stage.palette.selected()) === '退款到账时间', 'the candidate was taken');
    expect(await stage.palette.isVisible()).toBe(true);
    // Any key that is let go ends the moment in which an Enter could still belong to the composition.
    await pressKeys(stage.display, 'Shift_L', 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()) !== '', 'a plain Enter pastes');
    expect(await editor.text()).toBe('预计 1–3 个工作日原路退回。');
  });

  test('the palette opens without a trace of what it showed before', async () => {
    await stage.palette.open();
    await stage.palette.find('yfx', '新运费规则');
    await pressKeys(stage.display, 'Escape', 'Escape');
    await stage.palette.gone();
    // Typing anything would make the page forget it as well, hence no opening here.
    await until(
      () => stage.palette.page.evaluate(() => !document.body.textContent.includes('运费')),
      'the hidden page holds nothing of it',
    );
  });

  test('the holding hotkey pastes the next variant each time, with no window shown', async () => {
    const { page } = stage.palette;
    let shown = false;
    await page.exposeFunction('noteShown', () => {
      shown = true;
    });
    await page.evaluate(() => {
      const { repartee, noteShown } = globalThis as unknown as { repartee: Wire; noteShown: () => void };
      repartee.on('opened', noteShown);
    });
    for (const words of ['请稍等一。', '请稍等一。请稍等二。', '请稍等一。请稍等二。请稍等三。']) {
      await pressKeys(stage.display, 'ctrl+shift+h');
      await until(async () => (await editor.text()) === words, `"${words}" arrived`);
    }
    expect(shown).toBe(false);
  });

  describe('a hotkey that is held down', () => {
    test('opens the palette once and leaves it open', async () => {
      const inMain = await stage.running.app.browserWindow(stage.palette.page);
      const hidden = await inMain.evaluateHandle((window) => {
        const seen = { times: 0 };
        window.on('hide', () => {
          seen.times += 1;
        });
        return seen;
      });
      await holdKeys(stage.display, hotkey, () => stage.palette.opened());
      expect(await hidden.evaluate(({ times }) => times)).toBe(0);
      expect(await stage.palette.isFocused()).toBe(true);
      await pressKeys(stage.display, hotkey);
      await stage.palette.gone();
    });

    test('pastes the holding reply once', async () => {
      const before = pastesIn(stage.userData);
      await holdKeys(stage.display, 'ctrl+shift+h', async () => {});
      await until(() => pastesIn(stage.userData) > before, 'a paste has ended');
      await pressKeys(stage.display, 'ctrl+shift+h');
      await until(() => pastesIn(stage.userData) === before + 2, 'one more press is one more paste');
      // Who holds the keys for over a second finds the first one on the clipboard.
      expect(await editor.text()).toMatch(/^(请稍等.。){1,2}$/);
    });
  });
});

describe('the right window', () => {
  test('of two windows of one app, the one that had the focus gets the reply', async () => {
    const first = await openChatPage(stage.display, 'First');
    const second = await first.openAnother('Second');
    try {
      for (const [chat, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const before = (await other.pasted()).length;
        await chat.focus();
        await stage.palette.paste('tk', '退款到账时间');
        await until(async () => (await chat.pasted()).length === 1, 'the reply arrived');
        expect((await other.pasted()).length).toBe(before);
      }
    } finally {
      await second.close();
      await first.close();
    }
  });

  test('a target that was closed before Enter: nothing is typed anywhere, the text is on the clipboard', async () => {
    const bystander = await openTextEditor(stage.display, 'bystander');
    const editor = await openTextEditor(stage.display, 'chat');
    try {
      await stage.palette.open();
      await stage.palette.find('tk', '退款到账时间');
      await editor.close();
      await stage.display.activate(await stage.palette.window());
      await pressKeys(stage.display, 'Return');
      await until(
        async () => (await clipboardText(stage.display)) === '预计 1–3 个工作日原路退回。',
        'the text is on the clipboard',
      );
      await shows('目标窗口');
      expect(await bystander.text()).toBe('');
    } finally {
      await bystander.close();
    }
  });

  test('another window that comes to front between two parts gets nothing', async () => {
    const chat = await openChatPage(stage.display);
    const bystander = await openTextEditor(stage.display, 'bystander');
    try {
      await chat.focus();
      await stage.palette.paste('tw', '图文');
      await until(async () => (await chat.pasted()).length === 1, 'the first part arrived');
      await bystander.focus();
      await until(
        async () => (await clipboardText(stage.display)) === '第一段\n第二段',
        'the text is on the clipboard',
      );
      expect(await bystander.text()).toBe('');
      expect(await chat.pasted()).toHaveLength(1);
    } finally {
      await bystander.close();
      await chat.close();
    }
  });

  test('an Enter that arrives after the palette has opened over another window pastes nothing there', async () => {
    const first = await openTextEditor(stage.display, 'first');
    const second = await openTextEditor(stage.display, 'second');
    try {
      await first.focus();
      await stage.palette.open();
      await stage.palette.find('tk', '退款到账时间');
      await pressKeys(stage.display, 'Escape', 'Escape');
      await stage.palette.gone();
      await second.focus();
      await stage.palette.open();
      // The call of the first opening, late: a busy page may have sent it before it was told of the second.
      const outcome = await stage.palette.page.evaluate(
        async ({ replyId }) => {
          const { repartee } = globalThis as unknown as { repartee: Wire };
          const request = {
            replyId,
            revision: 1,
            variant: 0,
            action: 'paste',
            fields: {},
            choices: [],
            editedTexts: null,
          };
          return repartee.call('insertReply', 1, request);
        },
        { replyId: stage.ids.get('退款到账时间') ?? '' },
      );
      expect(outcome).toEqual({ kind: 'cancelled' });
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
      expect(await second.text()).toBe('');
      expect(await first.text()).toBe('');
    } finally {
      await second.close();
      await first.close();
    }
  });

  test('a window that takes the focus as the palette hides gets nothing', async () => {
    const bystander = await openTextEditor(stage.display, 'bystander');
    const editor = await openTextEditor(stage.display, 'chat');
    try {
      await stage.palette.open();
      await stage.palette.find('tk', '退款到账时间');
      const palette = await stage.running.app.browserWindow(stage.palette.page);
      await palette.evaluate((window, id) => {
        const { execFileSync } = process.getBuiltinModule('node:child_process');
        window.once('hide', () => {
          execFileSync('xdotool', ['windowactivate', '--sync', id]);
        });
      }, bystander.window);
      await pressKeys(stage.display, 'Return');
      await stage.palette.gone();
      await until(async () => (await editor.text()) !== '', 'the reply arrived where it belongs');
      expect(await bystander.text()).toBe('');
    } finally {
      await editor.close();
      await bystander.close();
    }
  });
});

describe('the agent’s own clipboard', () => {
  let chat: ChatPage;
  beforeEach(async () => {
    chat = await openChatPage(stage.display);
  });
  afterEach(() => chat.close());

  test('what is copied during a paste is kept', async () => {
    await setClipboardText(stage.display, '原来的内容');
    await stage.palette.paste('tw', '图文');
    await until(async () => (await chat.pasted()).length === 1, 'the first part arrived');
    await setClipboardText(stage.display, '刚复制的');
    await until(async () => (await chat.pasted()).length === 3, 'all parts arrived');
    expect((await chat.pasted()).map((part) => part.kind)).toEqual(['text', 'image', 'text']);
    await until(async () => (await clipboardText(stage.display)) === '刚复制的', 'the newer copy is back');
  });

  test('Ctrl+Enter sends where the user’s rule allows it', async () => {
    await stage.palette.open();
    await stage.palette.find('tk', '退款到账时间');
    await pressKeys(stage.display, 'ctrl+Return');
    await stage.palette.gone();
    await until(async () => (await chat.sent()).length === 1, 'the message was sent');
    expect(await chat.sent()).toEqual(['预计 1–3 个工作日原路退回。']);
  });
});
