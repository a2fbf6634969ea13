import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Display } from './display.ts';
import { until } from './poll.ts';
import { chooseRuntime, type Runtime } from './runtime.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A running app. */
export type RunningApp = {
  app: ElectronApplication;
  palettePage: Page;
  /** The folder with its database, settings and logs. */
  userData: string;
  runtime: Runtime;
  /** Ends the app by its own way out, if it still runs; deletes the user-data folder when it was made for this run. */
  close: () => Promise<void>;
  /** Ends the app at once, as a power cut would, and keeps the user-data folder until `close`. */
  kill: () => Promise<void>;
};

export type LaunchOptions = {
  /** Starts with this user-data folder and keeps it; a fresh one otherwise. */
  userData?: string;
  /** The language of the system: `zh-CN` (as it is by default), `zh-TW`, `en`. */
  locale?: string;
  /** The hotkey whose registration says that the app is ready; the default one, or `null` not to wait for any. */
  hotkey?: string | null;
  /** Further arguments of the app. */
  args?: string[];
  env?: NodeJS.ProcessEnv;
};

let announced = false;

function announce({ kind, executablePath }: Runtime): void {
  if (!announced) {
    const name = kind === 'electron' ? 'Electron' : "the stand-in for Electron's runtime";
    process.stdout.write(`End-to-end tests run on ${name}: ${executablePath}\n`);
    announced = true;
  }
}

/** The page of the window that shows `app://…/NAME/…`, once it is loaded. */
export async function windowPage(
  app: ElectronApplication,
  name: 'palette' | 'settings' | 'manager',
): Promise<Page> {
  return until(async () => {
    for (const page of app.windows()) {
      const window = await app.browserWindow(page);
      const url = await window.evaluate(({ webContents }) => webContents.getURL());
      // The window knows its address before its page has left the blank one.
      if (url.includes(`/${name}/`) && page.url().includes(`/${name}/`)) {
        await page.waitForLoadState('domcontentloaded');
        return page;
      }
    }
    return null;
  }, `the ${name} window is loaded`);
}

type Start = { executablePath: string; args: string[]; env: Record<string, string> };

function startOf(runtime: Runtime, display: Display, userData: string, options: LaunchOptions): Start {
  const { locale = 'zh-CN', args = [], env } = options;
  return {
    executablePath: runtime.executablePath,
    args: [`--user-data-dir=${userData}`, `--lang=${locale}`, projectRoot, ...args],
    env: {
      ...display.env,
      LANGUAGE: locale.replace('-', '_'),
      REPARTEE_STAND_IN_LOCALE: locale,
      ...env,
    } as Record<string, string>,
  };
}

/** Starts the app without a debugger on it and returns at once: for starts that end, or are ended, early. */
export function spawnApp(display: Display, userData: string, options: LaunchOptions = {}): ChildProcess {
  const { executablePath, args, env } = startOf(chooseRuntime(), display, userData, options);
  return spawn(executablePath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Starts the app where it is to end by itself: its exit code and everything it wrote. */
export async function runToItsEnd(
  display: Display,
  userData: string,
  options: LaunchOptions = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawnApp(display, userData, options);
  let output = '';
  const note = (chunk: unknown) => {
    output += String(chunk);
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const [code] = await once(child, 'close');
  return { code, output };
}

/** Starts the built app on a display and waits until its palette is loaded and its hotkeys are registered. */
export async function launchApp(display: Display, options: LaunchOptions = {}): Promise<RunningApp> {
  const runtime = chooseRuntime();
  announce(runtime);
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'repartee-e2e-')));

  const app = await _electron.launch({
    ...startOf(runtime, display, userData, options),
    // Playwright's own default would hide the theme that the app sets.
    colorScheme: null as never,
  });

  // Asked for now: once it has ended, Playwright knows of no process any more.
  const main = app.process();
  const output: string[] = [];
  main.stdout?.on('data', (chunk) => output.push(String(chunk)));
  main.stderr?.on('data', (chunk) => output.push(String(chunk)));

  const hasEnded = () => main.exitCode !== null || main.signalCode !== null;
  const kill = async () => {
    const exited = once(main, 'exit');
    main.kill('SIGKILL');
    await exited;
  };
  const close = async () => {
    if (!hasEnded()) {
      await app.close();
    }
    if (options.userData === undefined) {
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  try {
    const palettePage = await windowPage(app, 'palette');
    const { hotkey = 'CommandOrControl+Shift+Space' } = options;
    if (hotkey !== null) {
      await until(
        () => app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), hotkey),
        `the hotkey ${hotkey} is registered`,
      );
    }
    return { app, palettePage, userData, runtime, close, kill };
  } catch (error) {
    await close();
    throw new Error(`The app did not get ready: ${String(error)}\nIt wrote:\n${output.join('')}`, {
      cause: error,
    });
  }
}
