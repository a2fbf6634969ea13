import { type Browser, chromium, type Page } from 'playwright-core';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { servePage } from '../../../support/serve-page.ts';
import { installFakeWire } from './fake-wire.ts';
import { type Scene, withLook } from './scenes.ts';

export type Look = {
  theme?: 'light' | 'dark';
  locale?: Locale;
  width?: number;
  height?: number;
};

export type Gallery = {
  /** A page of its own in the state that the scene describes. */
  open: (scene: Scene, look?: Look) => Promise<Page>;
  close: () => Promise<void>;
};

/** Breaches of the security policy and script errors of a page, in words. */
const faults = new WeakMap<Page, string[]>();

/** What has gone wrong on a page since it was opened. */
export function faultsOf(page: Page): string[] {
  return faults.get(page) ?? [];
}

/** Serves the dialogs and the dashboard and drives them in a headless Chromium, over a fake wire. */
export async function startGallery(): Promise<Gallery> {
  const server = await servePage('tests/renderer/manager/dialogs-gallery/index.html', { root: '.' });
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
    // Scroll bars take room from what they scroll: the gallery shows them as people have them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });

  return {
    async open(scene, { theme = 'light', locale = 'zh-CN', width = 1200, height = 780 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      const seen: string[] = [];
      faults.set(page, seen);
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(message.text());
      });
      page.on('pageerror', (error) => seen.push(error.message));
      await page.addInitScript(installFakeWire, {
        answers: scene.answers ?? {},
        scene: withLook(scene.shown, theme, locale),
      });
      for (const name of scene.hold ?? []) {
        await page.addInitScript((held) => window.dialogs.hold(held), name);
      }
      await page.goto(server.url);
      await scene.act?.(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Arguments of the calls of a page to `name`, in order. */
export function callsOf(page: Page, name: string) {
  return page.evaluate(
    (wanted) => window.dialogs.calls.filter((call) => call.name === wanted).map(({ args }) => args),
    name,
  );
}
