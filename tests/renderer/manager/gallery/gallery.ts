import { type Browser, chromium, type Page } from 'playwright-core';
import type { WritableDatabase } from '../../../../src/main/storage/database.ts';
import { mediaPath } from '../../../../src/main/storage/media.ts';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { servePage } from '../../../support/serve-page.ts';
import { type LibraryOptions, openRealLibrary, type RealLibrary } from './real-library.ts';

export type Look = {
  theme?: 'light' | 'dark';
  locale?: Locale;
  width?: number;
  height?: number;
};

export type Showing = {
  content?: LibraryOptions['content'];
  tour?: boolean;
  fill?: (db: WritableDatabase) => void;
};

/** A manager of its own: its page, the library behind it, and what went wrong on the page. */
export type OpenManager = {
  page: Page;
  library: RealLibrary;
  /** Breaches of the security policy and script errors since it was opened, in words. */
  faults: string[];
  close: () => Promise<void>;
};

export type Gallery = {
  open: (options?: Showing & Look) => Promise<OpenManager>;
  close: () => Promise<void>;
};

declare global {
  interface Window {
    callMain: (name: string, args: unknown[]) => Promise<unknown>;
    tellPage: (name: string, payload: unknown) => void;
  }
}

/** Serves the built manager and drives it in a headless Chromium, with the real handlers over a real database behind it. */
export async function startGallery(): Promise<Gallery> {
  // The library of the page that was opened last.
  let mediaFolder: string | null = null;
  const server = await servePage('src/renderer/manager/index.html', {
    picture: (name) => (mediaFolder === null ? null : mediaPath(mediaFolder, name)),
  });
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
    // Scroll bars take room from what they scroll: the gallery shows them as people have them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });

  return {
    async open(options = {}) {
      const { theme = 'light', locale = 'zh-CN', width = 1200, height = 780 } = options;
      const library = openRealLibrary({
        locale,
        theme: 'system',
        tour: options.tour ?? false,
        content: options.content ?? 'starter',
        ...(options.fill ? { fill: options.fill } : {}),
      });
      mediaFolder = library.mediaFolder;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Shanghai',
        locale,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.exposeFunction('callMain', library.call);
      await page.addInitScript(installWire);
      library.onEvent((name, payload) => {
        // An event for a page that is just being closed has nobody to hear it.
        void page
          .evaluate(([to, what]) => window.tellPage(to, what), [name, payload] as const)
          .catch(() => {});
      });
      await page.goto(server.url);
      await page.locator('.manager').waitFor();
      return {
        page,
        library,
        faults,
        async close() {
          await context.close();
          library.close();
        },
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page before its scripts: puts a wire in place that reaches the handlers. Self-contained, as it is sent as text. */
function installWire(): void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  window.tellPage = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
  Object.defineProperty(window, 'repartee', {
    value: {
      call: (name: string, ...args: unknown[]) => window.callMain(name, args),
      on: (name: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all.add(listener));
        return () => all.delete(listener);
      },
    },
  });
}
