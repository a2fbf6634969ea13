import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InsertRequest } from '../../../src/shared/insert.ts';
import { type Gallery, type Look, type Showing, startGallery } from './gallery/gallery.ts';
import { manyReplies, sampleLibrary } from './gallery/sample-data.ts';
import { blockedNote } from './gallery/sample-notes.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());

/** Opens a palette, hands it to `body` and closes it again. */
async function withPalette(body: (page: Page) => Promise<void>, showing?: Showing & Look): Promise<void> {
  const page = await gallery.open(showing);
  try {
    await body(page);
  } finally {
    await page.context().close();
  }
}

async function insertRequests(page: Page): Promise<InsertRequest[]> {
  const calls = await page.evaluate(() => window.fake.calls.filter((call) => call.name === 'insertReply'));
  return calls.map((call) => call.args[1] as InsertRequest);
}

const searchBox = (page: Page) => page.getByRole('combobox');

async function shownTitle(page: Page, title: string): Promise<void> {
  await page.locator('.preview h2', { hasText: title }).waitFor();
}

describe('the palette page', () => {
  test('opens with the focus in the search box and the first row selected', () =>
    withPalette(async (page) => {
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
      expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1);
      const active = await searchBox(page).getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    }));

  test('takes keys as soon as it has been loaded, however busy the page is', () =>
    withPalette(
      async (page) => {
        await page.keyboard.type('yf');
        expect(await searchBox(page).inputValue()).toBe('yf');
        await shownTitle(page, '退货运费谁承担');
        await page.keyboard.press('Enter');
        expect(await insertRequests(page)).toMatchObject([{ replyId: 'freight' }]);
      },
      { busy: true },
    ));

  test('is empty once it was closed', () =>
    withPalette(async (page) => {
      await searchBox(page).fill('退');
      await page.evaluate(() => window.fake.emit('closed', null));
      await page.locator('[role=option]').first().waitFor({ state: 'detached' });
      const words = await page.locator('#root').textContent();
      for (const row of sampleLibrary().rows) expect(words).not.toContain(row.title);
      expect(words).not.toContain('mousepad');
      expect(await searchBox(page).inputValue()).toBe('');
    }));

  test('pastes the selected reply on Enter', () =>
    withPalette(async (page) => {
      await page.keyboard.type('yf');
      await shownTitle(page, '退货运费谁承担');
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toMatchObject([
        { replyId: 'freight', action: 'paste', revision: 3 },
      ]);
    }));

  test('an Enter that confirms an input method candidate pastes nothing', () =>
    withPalette(async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Input.imeSetComposition', { text: 'tui', selectionStart: 3, selectionEnd: 3 });
      const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
      await devtools.send('Input.insertText', { text: '退货' });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
      // The first row was there before; the others say whose results these are.
      await expect.poll(() => page.locator('.row').count()).toBeLessThan(sampleLibrary().rows.length);
      await shownTitle(page, '七天无理由退货怎么办理');
      expect(await searchBox(page).inputValue()).toBe('退货');
      expect(await insertRequests(page)).toEqual([]);

      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toHaveLength(1);
    }));

  test('an Enter that comes before the results of what was typed waits for them', () =>
    withPalette(async (page) => {
      await page.evaluate(() => window.fake.hold('searchReplies'));
      await page.keyboard.type('yf');
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toEqual([]);
      await page.evaluate(() => window.fake.release('searchReplies', true));
      await shownTitle(page, '退货运费谁承担');
      expect(await insertRequests(page)).toEqual([]);
      await page.getByText('结果刚刚更新').waitFor();
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toMatchObject([{ replyId: 'freight' }]);
    }));

  test('two quick Enters paste once', () =>
    withPalette(async (page) => {
      await shownTitle(page, '七天无理由退货怎么办理');
      await page.evaluate(() => window.fake.hold('insertReply'));
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toHaveLength(1);
    }));

  test('Tab and a digit paste that row', () =>
    withPalette(async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('2');
      await expect.poll(() => insertRequests(page)).toMatchObject([{ replyId: 'freight' }]);
    }));

  test('a letter in pick mode goes on searching', () =>
    withPalette(async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.type('yf');
      expect(await searchBox(page).inputValue()).toBe('yf');
      await shownTitle(page, '退货运费谁承担');
    }));

  test('asks for the fields one after the other and pastes from the last', () =>
    withPalette(async (page) => {
      await page.keyboard.type('gdz');
      await shownTitle(page, '修改收货地址');
      await page.keyboard.press('Enter');
      await page.keyboard.type('20261122');
      await page.keyboard.press('Tab');
      await page.keyboard.type('解放路 1 号');
      expect(await insertRequests(page)).toEqual([]);
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toMatchObject([
        { fields: { 客户称呼: '王女士', 订单号: '20261122', 新地址: '解放路 1 号' }, choices: [0, 0] },
      ]);
    }));

  test('after appending, the next words replace the query', () =>
    withPalette(async (page) => {
      await page.keyboard.type('sd');
      await shownTitle(page, '请稍等');
      await page.keyboard.press('Shift+Enter');
      await page.getByText('已追加').waitFor();
      await page.keyboard.type('yf');
      expect(await searchBox(page).inputValue()).toBe('yf');
    }));

  test('a choice is made with the keyboard', () =>
    withPalette(async (page) => {
      await page.keyboard.type('gdz');
      await shownTitle(page, '修改收货地址');
      await page.getByLabel('订单号').fill('1');
      await page.getByLabel('新地址').fill('2');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toMatchObject([{ choices: [1, 0] }]);
    }));

  test('Enter on a link follows it, and typing outside any input goes on searching', () =>
    withPalette(async (page) => {
      await page.getByRole('button', { name: '退款多久到账' }).press('Enter');
      await shownTitle(page, '退款多久到账');
      expect(await insertRequests(page)).toEqual([]);
      await page.locator('.footer').click();
      await page.keyboard.type('yf');
      expect(await searchBox(page).inputValue()).toBe('yf');
    }));

  test('Ctrl+E changes the text of one paste', () =>
    withPalette(async (page) => {
      await page.keyboard.type('sd');
      await shownTitle(page, '请稍等');
      await page.keyboard.press('Control+e');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('稍等');
      await page.keyboard.press('Enter');
      await page.keyboard.type('马上');
      await page.keyboard.press('Control+Enter');
      expect(await insertRequests(page)).toMatchObject([{ editedTexts: ['稍等\n马上'] }]);
    }));

  test('Ctrl+C copies the reply, and only selected text when there is some', () =>
    withPalette(async (page) => {
      await shownTitle(page, '七天无理由退货怎么办理');
      await page.keyboard.press('Control+c');
      expect(await insertRequests(page)).toMatchObject([{ action: 'copy' }]);
      await page.keyboard.type('yf');
      await shownTitle(page, '退货运费谁承担');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      expect(await insertRequests(page)).toHaveLength(1);
    }));

  test('keeps only the rows in sight in the document, and digits follow the scrolling', () =>
    withPalette(
      async (page) => {
        for (let step = 0; step < 4; step++) await page.keyboard.press('PageDown');
        await expect.poll(() => page.locator('.row').count()).toBeLessThan(40);
        // Digits follow the scrolling with the next frame.
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        const picked = page.locator('.row', { has: page.locator('.digit', { hasText: /^3$/ }) });
        const title = await picked.locator('.row-title').textContent();
        await page.keyboard.press('Alt+3');
        await shownTitle(page, title ?? 'no third row');
      },
      { library: manyReplies(1_000) },
    ));

  test('says what the lint has found below the edited text, and pastes nothing with a forbidden word', () =>
    withPalette(
      async (page) => {
        await page.keyboard.press('Control+e');
        expect(await page.locator('.lint-notes').count()).toBe(0);
        await page.keyboard.insertText('本店假一赔十');
        const notes = page.getByRole('list', { name: '措辞提示' });
        await notes.waitFor();
        expect(await notes.textContent()).toContain('改用“正品保障”');
        await page.keyboard.press('Control+Enter');
        await page.locator('.notice', { hasText: '假一赔十' }).waitFor();
        expect(await insertRequests(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await notes.waitFor({ state: 'detached' });
      },
      { library: { notes: [blockedNote] } },
    ));

  test('a new reply is saved and then ready to paste', () =>
    withPalette(async (page) => {
      await page.keyboard.type('查无此条');
      await page.getByText('没有找到').waitFor();
      await page.keyboard.press('Control+n');
      expect(await page.getByLabel('标题').inputValue()).toBe('查无此条');
      await page.keyboard.type('请您稍等');
      await page.getByLabel('快捷编码').fill('sd');
      await page.keyboard.press('Control+Enter');
      await shownTitle(page, '请稍等');
      await page.keyboard.press('Enter');
      expect(await insertRequests(page)).toMatchObject([{ replyId: 'hold' }]);
      const created = await page.evaluate(() =>
        window.fake.calls.find((call) => call.name === 'createReply'),
      );
      expect(created?.args[0]).toMatchObject({ title: '查无此条', text: '请您稍等', shortcode: 'sd' });
    }));

  test('shows reply text as text, whatever is in it', () => {
    const library = sampleLibrary();
    const hostile = '<img src=x onerror=alert(1)>\u202eabc\u0000';
    const [first] = library.rows;
    if (first === undefined) throw new Error('The samples are empty.');
    const rows = [{ ...first, title: hostile }];
    return withPalette(
      async (page) => {
        expect(await page.locator('.row-title').textContent()).toContain('<img src=x');
        expect(await page.locator('.row img').count()).toBe(0);
      },
      { library: { rows } },
    );
  });
});
