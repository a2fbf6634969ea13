import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../../../support/axe.ts';
import { type EditorGallery, startEditorGallery } from '../editor-gallery/gallery.ts';
import { dropPicture, scenes, textField } from '../editor-gallery/scenes.ts';

let gallery: EditorGallery;

beforeAll(async () => {
  gallery = await startEditorGallery();
});

afterAll(async () => {
  await gallery.close();
});

const stored = (page: Page, id: string) =>
  page.evaluate((wanted) => window.editorFake.replies.get(wanted)?.reply ?? null, id);

async function saved(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.locator('.editor-status[data-dirty=false]').waitFor();
}

test('placeholders are drawn as chips exactly behind the text that is typed', async () => {
  const page = await gallery.open({ replyId: 'return-how' });
  const input = textField(page);
  await input.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n谢谢 {{客户称呼}}');
  expect(await page.locator('.template-mirror').innerText()).toBe(`${await input.inputValue()}\u200b`);
  // The check follows the typing after a moment; until then its mark of the open braces parts the chip.
  const chip = page.locator('.template-mirror [data-chip=field]').last();
  await expect.poll(() => chip.innerText()).toBe('{{客户称呼}}');
  const heights = await input.evaluate((field) => [field.clientHeight, field.scrollHeight]);
  expect(heights[0]).toBe(heights[1]);
  await page.context().close();
});

test('a placeholder is chosen from the list by keyboard, and undo takes it back', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  const input = textField(page);
  await input.click();
  await page.keyboard.press('Control+End');
  const before = await input.inputValue();
  await page.keyboard.type('{{日');
  await page.locator('.suggestions').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await input.inputValue()).toBe(`${before}{{date+3d}}`);
  const selected = await input.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toBe('3');
  await page.keyboard.press('Control+z');
  expect(await input.inputValue()).toBe(`${before}{{日`);
  await page.context().close();
});

test('escape closes the list and nothing else', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await textField(page).click();
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-heard', key));
  });
  await page.keyboard.type('{{');
  await page.locator('.suggestions').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.suggestions').waitFor({ state: 'detached' });
  expect(await page.locator('body').getAttribute('data-heard')).not.toBe('Escape');
  await page.keyboard.press('Escape');
  expect(await page.locator('body').getAttribute('data-heard')).toBe('Escape');
  await page.context().close();
});

test('an input method composes undisturbed, also inside of a placeholder', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  const input = textField(page);
  await input.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('您好{{');
  const session = await page.context().newCDPSession(page);
  for (const text of ['d', 'di', 'ding', 'dingdan']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  expect(await input.inputValue()).toBe('您好{{dingdan');
  await session.send('Input.insertText', { text: '订单' });
  expect(await input.inputValue()).toBe('您好{{订单');
  await page.keyboard.type('号}}');
  await saved(page);
  expect((await stored(page, 'freight'))?.variants).toEqual([[{ kind: 'text', text: '您好{{订单号}}' }]]);
  await page.context().close();
});

test('a dropped picture is scaled down, stored as PNG and saved with the reply', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await dropPicture(page, 2_400, 1_800);
  await saved(page);
  const part = (await stored(page, 'freight'))?.variants[0]?.[1];
  const info = await page.evaluate(
    (hash) => window.editorFake.media.get(hash) ?? null,
    part?.kind === 'image' ? part.hash : '',
  );
  expect(info).toMatchObject({ mime: 'image/png', width: 1_600, height: 1_200 });
  await page.locator('.image-part select').selectOption('720');
  await page.locator('.image-part', { hasText: '720 × 540 ·' }).waitFor();
  await page.locator('.image-part select').selectOption('null');
  await page.locator('.image-part', { hasText: '2400 × 1800 ·' }).waitFor();
  await page.context().close();
});

test('a photograph taken sideways is stored upright', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 32);
    canvas.getContext('2d')?.fillRect(0, 0, 32, 32);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  });
  await page.locator('input[type=file][accept]').setInputFiles({
    name: 'phone.jpg',
    mimeType: 'image/jpeg',
    buffer: sideways(Buffer.from(jpeg)),
  });
  await page.locator('.image-part', { hasText: '32 × 64' }).waitFor();
  await page.context().close();
});

/** A JPEG as a phone held upright writes it: EXIF with one entry, orientation 6, right behind the first marker. */
function sideways(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]);
}

test('a picture that can not be decoded is refused in words, and can be added as a file', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await page.locator('input[type=file][accept]').setInputFiles({
    name: 'broken.png',
    mimeType: 'image/png',
    buffer: Buffer.from('not a picture'),
  });
  const notice = page.locator('.banner', { hasText: 'broken.png' });
  await notice.waitFor();
  await notice.getByRole('button', { name: '作为文件添加' }).click();
  await page.locator('.file-part').waitFor();
  expect(await page.locator('.file-part input').inputValue()).toBe('broken.png');
  await page.context().close();
});

test('parts move by keyboard and by the handle, and the focus stays in the part', async () => {
  const page = await gallery.open({ replyId: 'many-parts' });
  const first = await textField(page, 0).inputValue();
  await textField(page, 0).click();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await textField(page, 1).inputValue()).toBe(first);
  expect(await textField(page, 1).evaluate((field) => field === document.activeElement)).toBe(true);
  const handle = await page.locator('.part-handle').nth(1).boundingBox();
  const target = await page.locator('.part').nth(3).boundingBox();
  if (!handle || !target) throw new Error('nothing to drag');
  await page.mouse.move(handle.x + 5, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 5, target.y + target.height - 4, { steps: 5 });
  await page.mouse.up();
  expect(await textField(page, 3).inputValue()).toBe(first);
  await page.context().close();
});

test('a part that was removed comes back at a press', async () => {
  const page = await gallery.open({ replyId: 'many-parts' });
  await page.locator('.part-menu').nth(4).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  expect(await page.locator('.part').count()).toBe(19);
  await page.locator('.banner button', { hasText: '撤销' }).click();
  expect(await textField(page, 4).inputValue()).toContain('第 5 段');
  await page.context().close();
});

test('a shortcode that is taken names its owner, who is one press away', async () => {
  const page = await gallery.open({ replyId: 'return-how' });
  await page.locator('[data-field=shortcode]').fill('ＹＦ');
  await page.locator('.editor-main', { hasText: '保存为 yf' }).waitFor();
  const owner = page.locator('.editor-main button', { hasText: '退货运费谁承担' });
  await owner.click();
  await page.locator('[data-field=title][value=退货运费谁承担]').waitFor();
  await page.context().close();
});

test('a shortcode that cannot be saved is not said to be saved as something', async () => {
  const page = await gallery.open({ replyId: 'return-how' });
  await page.locator('[data-field=shortcode]').fill('ＫＤ　１');
  await page.locator('.editor-main', { hasText: '快捷编码里不能有空格' }).waitFor();
  expect(await page.getByText('保存为').count()).toBe(0);
  await page.context().close();
});

test('a forbidden word keeps a reply from being saved until it is replaced', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await page.evaluate(() => {
    const view = window.editorFake.shown?.view;
    if (!view) return;
    const words = [{ word: '最低价', level: 'block' as const, instead: '活动价' }];
    window.editorFake.show({ view: { ...view, settings: { ...view.settings, 'lint.words': words } } });
  });
  await textField(page).fill('今天是最低价。');
  await page.locator('.note[data-severity=block]').waitFor();
  await page.keyboard.press('Control+s');
  await page.locator('.banner[data-tone=danger]').waitFor();
  expect((await stored(page, 'freight'))?.revision).toBe(3);
  await page.getByRole('button', { name: '改为“活动价”' }).click();
  await saved(page);
  expect((await stored(page, 'freight'))?.variants).toEqual([[{ kind: 'text', text: '今天是活动价。' }]]);
  await page.context().close();
});

test('going to another reply and back loses nothing', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await textField(page).fill('还没写完');
  await page.evaluate(() => window.editorFake.show({ replyId: 'return-how' }));
  await page.locator('[data-field=title][value=七天无理由退货怎么办理]').waitFor();
  await page.evaluate(() => window.editorFake.show({ replyId: 'freight' }));
  await page.locator('.banner', { hasText: '草稿' }).waitFor();
  expect(await textField(page).inputValue()).toBe('还没写完');
  await page.locator('.banner button', { hasText: '放弃修改' }).click();
  expect(await textField(page).inputValue()).toBe('质量问题的退回运费由我们承担。');
  await page.locator('.banner button', { hasText: '撤销' }).click();
  expect(await textField(page).inputValue()).toBe('还没写完');
  await page.context().close();
});

test('flushing writes the draft at once', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await textField(page).fill('窗口要关了');
  const kept = await page.evaluate(async () => {
    await window.flushDrafts();
    return window.editorFake.drafts.get('freight')?.value.variants ?? null;
  });
  expect(kept).toEqual([[{ kind: 'text', text: '窗口要关了' }]]);
  await page.context().close();
});

test('Ctrl+Enter saves and asks for the next reply', async () => {
  const page = await gallery.open({ replyId: 'freight' });
  await textField(page).fill('运费由我们承担。');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => window.editorFake.saved.length > 0);
  expect(await page.evaluate(() => window.editorFake.saved)).toEqual([{ id: 'freight', next: true }]);
  await page.context().close();
});

test('the category is searched over thousands of categories and chosen by keyboard', async () => {
  const page = await gallery.open({});
  await page.evaluate(() => {
    const { tree } = window.editorFake;
    const [first] = tree.categories;
    if (!first) return;
    const more = Array.from({ length: 5_000 }, (_, index) => ({
      ...first,
      id: `m${index}`,
      name: `第${index}类`,
    }));
    window.editorFake.tree = { ...tree, categories: [...tree.categories, ...more] };
    window.editorFake.show({ replyId: 'freight' });
  });
  const field = page.getByRole('combobox', { name: '分类' });
  await field.click();
  await page.locator('.choice').first().waitFor();
  expect(await page.locator('.choice').count()).toBeLessThan(60);
  await page.keyboard.type('4321');
  await page.locator('.choice', { hasText: '第4321类' }).waitFor();
  await page.keyboard.press('Enter');
  await saved(page);
  expect((await stored(page, 'freight'))?.categoryId).toBe('m4321');
  await page.context().close();
});

test('a reply in the trash can be read and restored, not changed', async () => {
  const page = await gallery.open({});
  await scenes.find(({ name }) => name === 'trash')?.act?.(page);
  expect(await textField(page).getAttribute('readonly')).not.toBeNull();
  // Thirty days after 20 November 2026, two o'clock UTC; the day depends on where the test runs.
  expect(await page.locator('.banner-words').textContent()).toMatch(
    /2026年12月(19|20)日 \d\d:\d\d 之后彻底删除/,
  );
  await page.getByRole('button', { name: '恢复话术' }).click();
  await page.locator('.template-input:not([readonly])').waitFor();
  await page.context().close();
});

test('an earlier version can be restored from the history', async () => {
  const page = await gallery.open({ replyId: 'return-how' });
  await page.getByRole('button', { name: '修改历史' }).click();
  await page.locator('.history-entry', { hasText: '阿杰' }).click();
  await page.getByRole('button', { name: '恢复到这一版' }).click();
  await page.locator('[data-field=title][value=退货怎么办]').waitFor();
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'every state is free of accessibility faults in the %s theme',
  async (colorScheme) => {
    const faults: string[] = [];
    for (const scene of scenes) {
      const page = await gallery.open(scene.shown, { colorScheme });
      await scene.act?.(page);
      await gallery.still(page);
      for (const violation of await violationsOn(page, ['region', 'page-has-heading-one'])) {
        faults.push(`${scene.name}: ${violation}`);
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  },
  120_000,
);

test('a reply that is still being read says so to everybody', async () => {
  const page = await gallery.open({});
  await page.evaluate(() => {
    window.editorFake.unanswered.add('readReply');
    window.editorFake.show({ replyId: 'return-how' });
  });
  await page.getByRole('status', { name: '正在打开话术…' }).waitFor();
  expect(await violationsOn(page, ['region', 'page-has-heading-one'])).toEqual([]);
  await page.context().close();
});

test('nothing in the page breaks the content security policy', () => {
  expect(gallery.complaints).toEqual([]);
});
