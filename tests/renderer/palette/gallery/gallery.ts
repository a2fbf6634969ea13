import { type Browser, chromium, type Page } from 'playwright-core';
import type { PaletteOpening } from '../../../../src/shared/ipc.ts';
import { type FakeLibrary, installFakeWire } from './fake-wire.ts';
import { type PageServer, servePalette } from './page-server.ts';
import { sampleLibrary, sampleOpening } from './sample-data.ts';

export type GalleryOptions = {
  library?: Partial<FakeLibrary>;
  opening?: Partial<PaletteOpening>;
  colorScheme?: 'light' | 'dark';
  scale?: number;
};

export type Gallery = {
  /** A palette of its own in the state right after the hotkey, with the first preview on screen. */
  open: (options?: GalleryOptions) => Promise<Page>;
  close: () => Promise<void>;
};

/** Serves the built palette and drives it in a headless Chromium, with a fake wire in place of the main process. */
export async function startGallery(): Promise<Gallery> {
  const server: PageServer = await servePalette();
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });

  return {
    async open({ library = {}, opening = {}, colorScheme = 'light', scale = 1 } = {}) {
      const context = await browser.newContext({
        viewport: { width: 760, height: 480 },
        deviceScaleFactor: scale,
        colorScheme,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      const answers = { ...sampleLibrary(), ...library };
      await page.addInitScript(installFakeWire, answers);
      await page.goto(server.url);
      await page.evaluate((payload) => window.fake.emit('opened', payload), {
        ...sampleOpening(answers.rows),
        ...opening,
      });
      if (answers.rows.length > 0) await page.locator('.preview h2').waitFor();
      await page.waitForFunction(() => performance.getEntriesByName('palette-painted').length > 0);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
