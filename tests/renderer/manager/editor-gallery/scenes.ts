import type { Page } from 'playwright-core';
import type { Shown } from './fake-library.ts';

export type Scene = { name: string; shown: Partial<Shown>; act?: (page: Page) => Promise<void> };

/** The text field of a part, counted from 0. */
export const textField = (page: Page, number = 0) => page.locator('.template-input').nth(number);

/** Drops a picture of this size on the pane, as a file would be dropped. */
export async function dropPicture(
  page: Page,
  width: number,
  height: number,
  name = 'steps.png',
): Promise<void> {
  await page.evaluate(
    async ([w, h, fileName]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#3fcbb8';
      context.fillRect(0, 0, w, h);
      context.fillStyle = '#1a1c1d';
      context.fillRect(w / 4, h / 4, w / 2, h / 2);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const data = new DataTransfer();
      data.items.add(new File([blob], fileName, { type: 'image/png' }));
      const pane = document.querySelector('.editor');
      pane?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [width, height, name] as const,
  );
  await page.locator('.image-part').first().waitFor();
}

/** The states that the editor can be in. */
export const scenes: Scene[] = [
  { name: 'empty', shown: {} },
  { name: 'several', shown: { selectedCount: 12 } },
  { name: 'reply', shown: { replyId: 'return-how' } },
  {
    name: 'reply-end',
    shown: { replyId: 'return-how' },
    act: (page) => page.locator('.links').last().scrollIntoViewIfNeeded(),
  },
  {
    name: 'suggestions',
    shown: { replyId: 'return-how' },
    act: async (page) => {
      await textField(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\n{{');
      await page.locator('.suggestions').waitFor();
    },
  },
  { name: 'lint', shown: { replyId: 'lint' } },
  {
    name: 'errors',
    shown: { replyId: 'return-how' },
    act: async (page) => {
      await page.getByLabel(/标题|標題|Title/).fill('');
      await page.locator('[data-field=shortcode]').fill('ＹＦ');
      await page.keyboard.press('Control+s');
      await page.locator('[aria-invalid=true]').first().waitFor();
      await page.locator('button', { hasText: '退货运费谁承担' }).first().waitFor();
    },
  },
  {
    name: 'picture',
    shown: { replyId: 'freight' },
    act: async (page) => {
      await dropPicture(page, 2_400, 1_800);
      await page.locator('.image-part').scrollIntoViewIfNeeded();
    },
  },
  { name: 'many-parts', shown: { replyId: 'many-parts' } },
  { name: 'long', shown: { replyId: 'long' } },
  {
    name: 'category',
    shown: { replyId: 'return-how' },
    act: async (page) => {
      await page.getByRole('combobox').first().click();
      await page.locator('.choices').waitFor();
    },
  },
  {
    name: 'history',
    shown: { replyId: 'return-how' },
    act: async (page) => {
      await page.getByRole('button', { name: /历史|歷程|History/ }).click();
      await page.locator('.differences').waitFor();
    },
  },
  {
    name: 'conflict',
    shown: { replyId: 'return-how' },
    act: async (page) => {
      await page.getByLabel(/标题|標題|Title/).fill('七天内怎么退货');
      await page.evaluate(() =>
        window.editorFake.changeElsewhere('return-how', { title: '退货流程', note: '' }),
      );
      await page.locator('.banner button').first().click();
      await page.locator('.conflict-differences').waitFor();
    },
  },
  {
    name: 'trash',
    shown: {},
    act: async (page) => {
      await page.evaluate(() => {
        const stored = window.editorFake.replies.get('return-how');
        if (stored)
          window.editorFake.replies.set('return-how', { ...stored, deletedAt: '2026-11-20T02:00:00.000Z' });
        window.editorFake.show({ replyId: 'return-how' });
      });
      await page.locator('.editor-header').waitFor();
    },
  },
  {
    name: 'draft',
    shown: {},
    act: async (page) => {
      await page.evaluate(() => {
        const stored = window.editorFake.replies.get('return-how');
        if (!stored) return;
        const value = { ...stored.reply, title: '还没写完的标题' };
        window.editorFake.drafts.set('return-how', { value, revision: 3, at: '2026-11-21T09:00:00.000Z' });
        window.editorFake.show({ replyId: 'return-how' });
      });
      await page.locator('.banner').waitFor();
    },
  },
];
