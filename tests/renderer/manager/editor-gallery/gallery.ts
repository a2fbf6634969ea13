import { chromium, type Page } from 'playwright-core';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { servePage, starterPicture } from '../../../support/serve-page.ts';
import type { Shown } from './fake-library.ts';
import { sampleView } from './sample-view.ts';

export type Look = {
  colorScheme?: 'light' | 'dark';
  locale?: Locale;
  width?: number;
  height?: number;
  scale?: number;
};

export type EditorGallery = {
  /** An editor of its own that shows a reply. */
  open: (shown: Partial<Shown>, look?: Look) => Promise<Page>;
  /** Waits until nothing moves any more. */
  still: (page: Page) => Promise<void>;
  /** What pages logged as errors: breaches of the policy, exceptions. */
  complaints: string[];
  close: () => Promise<void>;
};

/** Serves the editor with a fake library in place of the main process, and drives it in a headless Chromium. */
export async function startEditorGallery(): Promise<EditorGallery> {
  const server = await servePage('tests/renderer/manager/editor-gallery/page/index.html', {
    root: 'tests/renderer/manager/editor-gallery/page',
    picture: starterPicture,
  });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const complaints: string[] = [];

  return {
    complaints,
    async open(shown, look = {}) {
      const { colorScheme = 'light', locale = 'zh-CN', width = 720, height = 900, scale = 1 } = look;
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme,
        locale,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(server.url);
      await page.waitForFunction(() => window.editorFake !== undefined);
      await page.evaluate((next) => window.editorFake.show(next), { view: sampleView(locale), ...shown });
      await page.locator('.editor-header, .empty-editor, .editor-message p').first().waitFor();
      return page;
    },
    async still(page) {
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      );
      await page.waitForLoadState('networkidle');
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
