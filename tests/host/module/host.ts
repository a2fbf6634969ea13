import { type Browser, type BrowserPage, startBrowser } from '../browser/chromium.ts';
import { call, desktopReady } from '../desktop/desktop.ts';
import { launchOptions } from '../launch-options.ts';

/** The browser behind the app, and the pages of it that no window of the app uses. */
const state: { browser: Browser | null; spare: BrowserPage | null; ending: boolean } = {
  browser: null,
  spare: null,
  ending: false,
};

/** The running browser; throws before the app is ready. */
export function browser(): Browser {
  if (!state.browser) {
    throw new Error('The browser is not running yet.');
  }
  return state.browser;
}

export function browserPid(): number {
  return state.browser?.pid ?? 0;
}

function onBrowserExit(): void {
  if (!state.ending) {
    console.error('stand-in: the browser ended unexpectedly.');
    process.exit(71);
  }
}

async function start(): Promise<void> {
  await Promise.all([desktopReady, launchOptions.mainLoaded]);
  const started = startBrowser(launchOptions.chromiumSwitches, onBrowserExit);
  state.browser = started;
  const targetId = await started.firstPage();
  state.spare = { targetId, window: await call('adoptWindow', { pid: started.pid }) };
  const { userAgent } = await started.cdp.send<{ userAgent: string }>('Browser.getVersion');
  Object.assign(process.versions, { chrome: /Chrome\/([\d.]+)/.exec(userAgent)?.[1] });
}

/** Starts the browser once the app's main module has run. */
export const hostStarted = new Promise<void>((resolve, reject) => {
  // The importing module comes first: `mainLoaded` is set when the launcher has all it needs.
  setImmediate(() => start().then(resolve, reject));
});

/** A hidden window with an empty page, for one window of the app. */
export async function takePage(): Promise<BrowserPage> {
  const spare = state.spare;
  state.spare = null;
  if (spare) {
    return spare;
  }
  const targetId = await browser().openPage();
  return { targetId, window: await call('adoptWindow', { pid: browser().pid }) };
}

/** Keeps the page of the app's last window: content_shell ends with its last window. */
export function keepPage(page: BrowserPage): void {
  state.spare = page;
}

/** Ends the browser; from now on its death is expected. */
export function endHost(): void {
  state.ending = true;
  state.browser?.kill();
}

export function isEnding(): boolean {
  return state.ending;
}

process.on('exit', endHost);
