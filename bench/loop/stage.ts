import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { XWindow } from '../../src/main/platform/native/x-connection.ts';
import type { Wire } from '../../src/shared/ipc.ts';
import { launchApp, type RunningApp } from '../../tests/e2e/support/app.ts';
import { type Display, startDisplay } from '../../tests/e2e/support/display.ts';
import { until } from '../../tests/e2e/support/poll.ts';
import { type Desk, openDesk } from './desk.ts';
import { type DeskClipboard, openDeskClipboard } from './desk-clipboard.ts';
import { type BenchLibrary, makeBenchLibrary } from './library.ts';

/** The default hotkey of the palette, as keys. */
export const hotkey = 'ctrl+shift+space';

/** A display of its own and a library for the app to be started on. */
export type BenchStage = {
  display: Display;
  desk: Desk;
  clipboard: DeskClipboard;
  library: BenchLibrary;
  close: () => Promise<void>;
};

/** The running app with its palette. */
export type BenchApp = {
  running: RunningApp;
  palette: { page: Page; window: XWindow };
  /** Milliseconds from starting the process until the hotkey was registered and the palette loaded. */
  readyMs: number;
};

/** Sets up a display and a library of `size` replies. */
export async function openStage(size: number): Promise<BenchStage> {
  const library = makeBenchLibrary(size);
  const display = await startDisplay();
  const desk = openDesk(display.name);
  const clipboard = openDeskClipboard(display.name);
  return {
    display,
    desk,
    clipboard,
    library,
    close: async () => {
      desk.close();
      clipboard.close();
      await display.stop();
      await rm(library.folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the built app on the stage's library. */
export async function startApp({ display, library }: BenchStage): Promise<BenchApp> {
  const startedAt = performance.now();
  const running = await launchApp(display, { userData: library.folder });
  const readyMs = performance.now() - startedAt;
  const browserWindow = await running.app.browserWindow(running.palettePage);
  const window = await browserWindow.evaluate((palette) => palette.getNativeWindowHandle().readUInt32LE());
  return { running, palette: { page: running.palettePage, window }, readyMs };
}

/** Resolves when the index serves the whole library: that of a large one is made aside at the first start. */
export async function untilIndexed({ palette }: BenchApp, { replies }: BenchLibrary): Promise<void> {
  const last = replies.at(-1);
  await until(
    async () => {
      const found = await palette.page.evaluate(
        (shortcode) =>
          (globalThis as unknown as { repartee: Wire }).repartee.call('searchReplies', shortcode, false),
        last?.shortcode ?? '',
      );
      const { rebuilding, rows } = found as { rebuilding: number | null; rows: { title: string }[] };
      return rebuilding === null && rows[0]?.title === last?.title;
    },
    'the whole library is indexed',
    120_000,
  );
}
