import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SettingError, SettingsView } from '../../../src/shared/ipc.ts';
import type { PasteRule } from '../../../src/shared/paste-rule.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { defaultSettings, isSettingKey, settingsTable } from '../../../src/shared/settings.ts';
import { servePage } from '../../support/serve-page.ts';
import { type Answers, sampleAnswers } from './sample-answers.ts';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The built settings page behind a server that answers as the app's own scheme does, policy included. */
type SettingsSite = {
  open: (options?: OpenOptions) => Promise<OpenPage>;
  close: () => Promise<void>;
};

export type OpenOptions = {
  view?: Partial<SettingsView>;
  /** Hotkeys that another program holds. */
  takenHotkeys?: string[];
  /** What a taken hotkey is answered with. */
  suggestion?: string | null;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Makes writing fail as a full disk does, or the call itself break. */
  failure?: 'storage' | 'call';
  /** Answers of main to the other calls, in place of those of `sampleAnswers`. */
  answers?: Partial<Answers>;
};

export type OpenPage = {
  page: Page;
  /** What main holds by now. */
  view: () => SettingsView;
  /** Calls in order, for example `changeSetting theme dark`. */
  calls: string[];
  /** Messages of the page's console that are errors: violations of the policy among them. */
  complaints: string[];
  /** Tells the page that main's settings changed. */
  announce: (view: SettingsView) => Promise<void>;
  /** Tells the page anything else. */
  tell: (name: string, payload: unknown) => Promise<void>;
};

/** Builds the page once and starts a browser; pages are opened from it. */
async function startSettingsSite(): Promise<SettingsSite> {
  const server = await servePage('src/renderer/settings/index.html');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  return {
    open: (options = {}) => openPage(browser, server.url, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** What a settings window shows on a machine where nothing was set yet. */
export function freshView(): SettingsView {
  const settings = { ...defaultSettings(), 'holding.replyId': 'holding-1' };
  return {
    settings,
    locale: 'zh-CN',
    platform: 'linux',
    hotkeys: {
      palette: { accelerator: settings['hotkey.palette'], state: 'registered', suggestion: null },
      holding: { accelerator: settings['hotkey.holding'], state: 'registered', suggestion: null },
      manager: { accelerator: '', state: 'off', suggestion: null },
    },
    holdingChoices: [
      { id: 'holding-1', title: '请稍候，正在为您查询' },
      { id: 'holding-2', title: '正在核实订单，请给我一分钟' },
    ],
    version: '0.1.0',
    dataFolder: '/home/lin/.config/Repartee',
    pastePermission: null,
    notices: [],
  };
}

async function openPage(browser: Browser, url: string, options: OpenOptions): Promise<OpenPage> {
  let view: SettingsView = { ...freshView(), ...options.view };
  const answers = { ...sampleAnswers(), ...options.answers };
  const calls: string[] = [];
  const complaints: string[] = [];

  function changeSetting(key: string, value: unknown): Result<SettingsView, SettingError> {
    if (options.failure === 'call') throw new Error('The call broke');
    if (options.failure === 'storage') return err({ kind: 'storage-failed' });
    if (!isSettingKey(key)) return err({ kind: 'unknown-key' });
    const parsed = settingsTable[key].safeParse(value);
    if (!parsed.success) return err({ kind: 'invalid-value', key });
    if (options.takenHotkeys?.includes(String(value))) {
      return err({ kind: 'hotkey-taken', suggestion: options.suggestion ?? null });
    }
    view = changedView(view, key, parsed.data);
    return ok(view);
  }

  const context = await newContext(browser, options);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('callMain', (name: string, ...args: unknown[]) => {
    calls.push([name, ...args].map(String).join(' '));
    if (name === 'changeSetting') return changeSetting(String(args[0]), args[1]);
    if (name === 'requestPastePermission') view = { ...view, pastePermission: 'granted' };
    if (name === 'savePasteRules') return answers.savePasteRules(args[0] as PasteRule[]);
    const answer = (answers as Record<string, (...given: unknown[]) => unknown>)[name];
    return answer ? answer(...args) : view;
  });
  await page.addInitScript(installWire);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('h1, [role=alert]') !== null);
  return {
    page,
    calls,
    complaints,
    view: () => view,
    announce: async (next) => {
      view = next;
      await tell(page, 'settingsChanged', next);
    },
    tell: (name, payload) => tell(page, name, payload),
  };
}

function newContext(browser: Browser, options: OpenOptions): Promise<BrowserContext> {
  return browser.newContext({
    viewport: options.viewport ?? { width: 860, height: 640 },
    colorScheme: options.colorScheme ?? 'light',
  });
}

function tell(page: Page, name: string, payload: unknown): Promise<void> {
  return page.evaluate(
    ({ name, payload }) => {
      const { listeners } = window as unknown as { listeners: Map<string, Set<(payload: unknown) => void>> };
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    { name, payload },
  );
}

/** Runs in the page in place of the preload script. */
function installWire(): void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const { callMain } = window as unknown as { callMain: (...args: unknown[]) => Promise<unknown> };
  Object.assign(window, {
    listeners,
    repartee: {
      call: callMain,
      on: (name: string, listener: (payload: unknown) => void) => {
        const known = listeners.get(name) ?? new Set();
        listeners.set(name, known.add(listener));
        return () => known.delete(listener);
      },
    },
  });
}

function changedView(view: SettingsView, key: string, value: unknown): SettingsView {
  const settings = { ...view.settings, [key]: value };
  const hotkey = (name: 'palette' | 'holding' | 'manager'): SettingsView['hotkeys']['palette'] => {
    const accelerator = settings[`hotkey.${name}`];
    return { accelerator, state: accelerator === '' ? 'off' : 'registered', suggestion: null };
  };
  return {
    ...view,
    settings,
    locale: settings.language === 'system' ? view.locale : settings.language,
    hotkeys: { palette: hotkey('palette'), holding: hotkey('holding'), manager: hotkey('manager') },
  };
}

/** The settings page for the tests of one file; each opens it as often as it wants to, and what it opened is closed after it. */
export function setUpSettings() {
  let site: SettingsSite;
  let opened: Page[] = [];
  beforeAll(async () => {
    site = await startSettingsSite();
  });
  afterAll(() => site?.close());
  afterEach(async () => {
    await Promise.all(opened.map((page) => page.context().close()));
    opened = [];
  });

  async function open(options?: OpenOptions): Promise<OpenPage> {
    const settings = await site.open(options);
    settings.page.setDefaultTimeout(20_000);
    opened.push(settings.page);
    return settings;
  }

  /** Opens the page on the section with this name on its tab. */
  async function openSection(name: string, options?: OpenOptions): Promise<OpenPage> {
    const settings = await open(options);
    await settings.page.getByRole('tab', { name, exact: true }).click();
    return settings;
  }

  return { open, openSection };
}
