import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Display } from '../../e2e/support/display.ts';
import { until } from '../../e2e/support/poll.ts';
import { standIn } from '../../e2e/support/runtime.ts';

export const fixtureFolder = fileURLToPath(new URL('../fixture', import.meta.url));

/** What the fixture app keeps in its global scope for tests. */
export type FixtureGlobals = {
  mainWindow: BrowserWindow;
  isLoaded: boolean;
  openWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  seen: {
    hotkeys: number;
    secondInstances: { argv: string[]; cwd: string; data: unknown }[];
    windowEvents: string[];
    navigations: string[];
    opened: string[];
    requests: string[];
    senders: { url: string; origin: string; id: number }[];
  };
};

/** What the fixture's preload exposes to its page, and what the page's script leaves there. */
export type FixturePage = {
  fixture: {
    platform: string;
    call: (channel: string, ...args: unknown[]) => Promise<unknown>;
    say: (value: unknown) => void;
    onSaid: (listener: (value: unknown) => void) => () => void;
  };
  moduleAnswer: number;
  inlineScriptRan?: boolean;
};

export type FixtureApp = {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** The X window of the fixture's main window, in decimal. */
  nativeWindow: () => Promise<string>;
  seen: () => Promise<FixtureGlobals['seen']>;
  close: () => Promise<void>;
};

/** Starts the fixture app on the stand-in and waits until its page is loaded. */
export async function launchFixture(display: Display, env: NodeJS.ProcessEnv = {}): Promise<FixtureApp> {
  const userData = await mkdtemp(join(tmpdir(), 'stand-in-test-'));
  const app = await _electron.launch({
    executablePath: standIn.executablePath,
    args: [`--user-data-dir=${userData}`, fixtureFolder],
    env: { ...display.env, ...env } as Record<string, string>,
    colorScheme: null as never,
  });
  const output: string[] = [];
  app.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  app.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  await until(
    () => app.evaluate(() => (globalThis as unknown as FixtureGlobals).isLoaded),
    'the page is loaded',
  ).catch((error) => {
    throw new Error(`The fixture did not start. It wrote:\n${output.join('')}`, { cause: error });
  });

  const page = await app.firstWindow();
  // The app hears of the loading over a connection of its own, and may do so before this one.
  await page.waitForFunction(() => document.readyState === 'complete' && 'moduleAnswer' in globalThis);

  return {
    app,
    page,
    userData,
    nativeWindow: () =>
      app.evaluate(() => {
        const handle = (globalThis as unknown as FixtureGlobals).mainWindow.getNativeWindowHandle();
        return String(handle.readUInt32LE());
      }),
    seen: () => app.evaluate(() => (globalThis as unknown as FixtureGlobals).seen),
    close: async () => {
      await app.close();
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
