import { type Browser, chromium, type Page } from 'playwright-core';
import type { PaletteOpening } from '../../../../src/shared/ipc.ts';
import { servePage, starterPicture } from '../../../support/serve-page.ts';
import { type FakeLibrary, installFakeWire } from './fake-wire.ts';

import { sampleLibrary, sampleOpening } from './sample-data.ts';

/** What the palette is opened with; the samples stand in for what is left out. */
export type Showing = { library?: Partial<FakeLibrary>; opening?: Partial<PaletteOpening> };

export type Look = {
  colorScheme?: 'light' | 'dark';
  scale?: number;
  /** The page never comes to what React puts off until there is time. */
  busy?: boolean;
};

export type Gallery = {
  /** A palette of its own in the state right after the hotkey, with the first preview on screen. */
  open: (options?: Showing & Look) => Promise<Page>;
  close: () => Promise<void>;
};

/** Serves the built palette and drives it in a headless Chromium, with a fake wire in place of the main process. */
export async function startGallery(): Promise<Gallery> {
  const server = await servePage('src/renderer/palette/index.html', { picture: starterPicture });
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
    // Scroll bars take room from what they scroll: the gallery shows them as agents have them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });

  return {
    async open({ colorScheme = 'light', scale = 1, busy = false, ...showing } = {}) {
      const context = await browser.newContext({
        viewport: { width: 760, height: 480 },
        deviceScaleFactor: scale,
        colorScheme,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      await page.addInitScript(installFakeWire, sampleLibrary());
      if (busy) await page.addInitScript(() => Object.assign(MessagePort.prototype, { postMessage() {} }));
      await page.goto(server.url);
      await show(page, showing);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Closes the palette on `page` and opens it again with something else. */
export async function show(page: Page, { library = {}, opening = {} }: Showing): Promise<void> {
  const answers = { ...sampleLibrary(), ...library };
  const payload = { ...sampleOpening(answers.rows), ...opening };
  await page.evaluate(
    (next) => {
      performance.clearMarks();
      window.fake.emit('closed', null);
      Object.assign(window.fake.library, next.answers);
      window.fake.emit('opened', next.payload);
    },
    { answers, payload },
  );
  await page.waitForFunction(() => performance.getEntriesByName('palette-painted').length > 0);
  if (answers.rows.length > 0) await page.locator('.preview h2').waitFor();
}
