import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebPreferences } from 'electron';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Wire } from '../../src/shared/ipc.ts';
import { setClipboardText } from './support/clipboard.ts';
import { pressKeys, typeText } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { plainPicture } from './support/pictures.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { openSettings, type SettingsDriver } from './support/settings.ts';
import { setUpStage } from './support/stage.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* What a page may not do, and what never leaves the app's own files. */

const onStandIn = test.runIf(chooseRuntime().kind === 'stand-in');

const html = '<img src=x onerror="globalThis.broken=1"><b>粗</b>';
const replyMark = 'replymark-8d1f';
const queryMark = 'querymark-3c77';
const clipboardMark = 'clipmark-52aa';
const titleMark = 'titlemark-e90b';

/** Electron has it; its typings leave it out. */
type WithPreferences = { getLastWebPreferences: () => WebPreferences | null };

type PageGlobals = typeof globalThis & { repartee: Wire; broken?: unknown; stopped?: boolean };

const stage = setUpStage(
  [
    { title: html, shortcode: 'html', text: html, note: html, tags: ['<b>标签</b>'] },
    { title: '图片', shortcode: 'tp', variants: [[{ kind: 'png', png: plainPicture(9, 9, 9) }]] },
    { title: '记号', shortcode: 'jh', text: `${replyMark} {{clipboard}}` },
  ],
  {
    // Something to warn of, so that there is a log to look into.
    prepare: (folder) =>
      inDatabase(folder, (db) => db.exec(`INSERT INTO setting VALUES ('no.such.setting', '1')`)),
  },
);

let settings: SettingsDriver;
const pages = (): Page[] => [stage.palette.page, settings.page];

beforeAll(async () => {
  settings = await openSettings(stage);
});

/** Calls main from a page, past everything that types and the page's own code keep from happening. */
function callFrom(page: Page, name: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(([called, given]) => (globalThis as PageGlobals).repartee.call(called, ...given), [
    name,
    args,
  ] as const);
}

test('every window has a sandbox, a context of its own for the preload script, and no node', async () => {
  const all = await stage.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as WithPreferences).getLastWebPreferences(),
    ),
  );
  expect(all).toHaveLength(2);
  for (const preferences of all) {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
  }
});

test('a page sees the wire and nothing of node or Electron', async () => {
  for (const page of pages()) {
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      wire: Object.keys((globalThis as PageGlobals).repartee).sort(),
    }));
    expect(seen).toEqual({ node: [], wire: ['call', 'on'] });
  }
});

describe('the policy of the pages', () => {
  test('runs no inline script, no handler in an attribute and no text as code', async () => {
    for (const page of pages()) {
      const outcome = await page.evaluate(async () => {
        const attempt = (action: () => unknown): string => {
          try {
            return String(action());
          } catch (error) {
            return (error as Error).name;
          }
        };
        const script = document.createElement('script');
        script.append('globalThis.broken = "inline script"');
        const image = document.createElement('img');
        attempt(() => document.body.append(script));
        attempt(() => image.setAttribute('onerror', 'globalThis.broken = "attribute"'));
        const failed = new Promise((resolve) => image.addEventListener('error', resolve));
        image.src = 'data:image/png;base64,AAAA';
        document.body.append(image);
        await failed;
        // In a task of its own: what a debugger evaluates may be exempt from the policy.
        const [evaluated, html] = await new Promise<string[]>((resolve) => {
          setTimeout(() => {
            const evaluate = Reflect.get(globalThis, 'eval') as (code: string) => unknown;
            const paragraph = document.createElement('p');
            resolve([
              attempt(() => evaluate('1 + 1')),
              attempt(() => {
                paragraph.innerHTML = '<b>bold</b>';
              }),
            ]);
          });
        });
        script.remove();
        image.remove();
        return { evaluated, html, broken: (globalThis as PageGlobals).broken };
      });
      expect(outcome.evaluated).toBe('EvalError');
      expect(outcome.html).toBe('TypeError');
      expect(outcome.broken).toBeUndefined();
    }
  });

  test('loads nothing from elsewhere', async () => {
    for (const page of pages()) {
      const blocked = await page.evaluate(async () => {
        const violations = new Set<string>();
        const all = new Promise<string[]>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            violations.add(effectiveDirective);
            if (violations.size === 3) resolve([...violations].sort());
          });
        });
        new Image().src = 'https://example.com/pixel.png';
        fetch('https://example.com/').catch(() => {});
        const frame = document.createElement('iframe');
        frame.src = 'https://example.com/';
        document.body.append(frame);
        const seen = await all;
        frame.remove();
        return seen;
      });
      expect(blocked).toEqual(['connect-src', 'frame-src', 'img-src']);
    }
  });
});

describe('a page that tries to get out', () => {
  test('is not taken to another address', async () => {
    for (const page of pages()) {
      const window = await stage.running.app.browserWindow(page);
      const address = await window.evaluate(({ webContents }) => webContents.getURL());
      await window.evaluate(({ webContents }) => {
        webContents.once('will-frame-navigate', (event: { defaultPrevented: boolean }) => {
          (globalThis as PageGlobals).stopped = event.defaultPrevented;
        });
      });
      await page.evaluate(() => {
        location.href = 'https://example.com/';
      });
      const stopped = () => stage.running.app.evaluate(() => (globalThis as PageGlobals).stopped);
      expect(await until(stopped, 'the app was asked about the navigation')).toBe(true);
      await stage.running.app.evaluate(() => {
        delete (globalThis as PageGlobals).stopped;
      });
      expect(await window.evaluate(({ webContents }) => webContents.getURL())).toBe(address);
    }
  });

  test('opens no window and no browser', async () => {
    const count = () =>
      stage.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    for (const page of pages()) {
      await page.evaluate(() => {
        globalThis.open('https://example.com/');
      });
    }
    await until(async () => (await count()) === 2, 'only the windows of the app are open');
    const addresses = stage.running.app.windows().map((page) => page.url());
    expect(addresses.filter((address) => address.includes('example.com'))).toEqual([]);
    if (chooseRuntime().kind === 'stand-in') {
      const opened = () => globalThis.standIn?.records.openedExternally;
      expect(await stage.running.app.evaluate(opened)).toEqual([]);
    }
  });

  onStandIn('is given no permission', async () => {
    const granted = await stage.running.app.evaluate(async () => {
      const names = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid'];
      const answers = names.map(async (name) => {
        const asked = await globalThis.standIn?.askPermission(name);
        const checked = globalThis.standIn?.checkPermission(name, 'app://repartee');
        return asked !== false || checked !== false ? name : null;
      });
      return (await Promise.all(answers)).filter((name) => name !== null);
    });
    expect(granted).toEqual([]);
  });

  test('gets no file but the built pages and the pictures of the library', async () => {
    const [hash] = inDatabase(stage.userData, (db) => db.prepare('SELECT hash FROM media').pluck().all());
    const status = (url: string) =>
      stage.palette.page.evaluate(async (address) => {
        try {
          return (await fetch(address)).status;
        } catch {
          return 'refused';
        }
      }, url);
    expect(await status(`app://repartee/media/${hash}`)).toBe(200);
    expect(await status('app://repartee/palette/index.html')).toBe(200);
    for (const path of [
      '../package.json',
      '../../../../etc/passwd',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      'palette/..%2f..%2fmain%2findex.js',
      'palette/..\\..\\main\\index.js',
      'main/index.js',
      `media/${'0'.repeat(64)}`,
      `media/${String(hash).toUpperCase()}`,
      'media/..%2frepartee.db',
      'media/../repartee.db',
      `media/${String(hash).slice(0, 2)}/${hash}`,
      '',
    ]) {
      expect(await status(`app://repartee/${path}`), path).toBe(404);
    }
    expect(['refused', 404]).toContain(await status('app://elsewhere/palette/index.html'));
  });
});

describe('a call to main', () => {
  test.each([
    ['searchReplies', [5, false]],
    ['searchReplies', []],
    ['searchReplies', ['a', false, 'one too many']],
    ['searchReplies', ['x'.repeat(1_001), false]],
    ['openReply', [{ id: 'x' }]],
    ['createReply', [{ title: 'T', text: 5, shortcode: '', categoryId: null }]],
    ['createReply', [{ title: 'T', text: 'T', shortcode: '', categoryId: 5 }]],
    ['insertReply', [1, { replyId: 'x', revision: -1 }]],
  ])('%s with arguments that do not fit is rejected', async (name, args) => {
    await expect(callFrom(stage.palette.page, name, ...args)).rejects.toThrow('do not fit the contract');
  });

  test('that was rejected has reached no handler', async () => {
    const rows = inDatabase(stage.userData, (db) => ({
      replies: db.prepare('SELECT count(*) FROM reply').pluck().get(),
      pastes: db.prepare('SELECT count(*) FROM paste_log').pluck().get(),
    }));
    expect(rows).toEqual({ replies: 3, pastes: 0 });
  });

  test('belongs to one window: the other page cannot make it', async () => {
    await expect(callFrom(stage.palette.page, 'readSettings')).rejects.toThrow('readSettings');
    await expect(callFrom(stage.palette.page, 'changeSetting', 'theme', 'dark')).rejects.toThrow(
      'changeSetting',
    );
    await expect(callFrom(settings.page, 'searchReplies', '', false)).rejects.toThrow('searchReplies');
    await expect(callFrom(settings.page, 'createReply', {})).rejects.toThrow('createReply');
  });

  test('from a window that only looks like the palette is refused', async () => {
    const answer = await stage.running.app.evaluate(async ({ BrowserWindow }) => {
      const [palette] = BrowserWindow.getAllWindows();
      const contents = palette?.webContents as unknown as WithPreferences;
      const { preload = '' } = contents.getLastWebPreferences() ?? {};
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await other.loadURL(palette?.webContents.getURL() ?? '');
      const called = other.webContents.executeJavaScript(
        `repartee.call('searchReplies', '', false).then(() => 'answered', (error) => error.message)`,
      );
      const words: unknown = await called;
      other.destroy();
      return String(words);
    });
    expect(answer).toContain('is not for this page');
  });
});

test('a reply written in HTML is shown as the text it is', async () => {
  const { page } = stage.palette;
  await stage.palette.open();
  await stage.palette.find('html', html);
  for (const place of ['.preview h2', '.preview .text', '.preview .note p']) {
    await until(async () => (await page.locator(place).textContent()) === html, `${place} shows the text`);
  }
  expect(await page.locator('.preview img, .preview b, .row img, .row b').count()).toBe(0);
  expect(await page.evaluate(() => (globalThis as PageGlobals).broken)).toBeUndefined();
  await pressKeys(stage.display, 'Escape', 'Escape');
  await stage.palette.gone();
});

test('after a session no file holds a query, the clipboard or a window title, and the log no reply text', async () => {
  const editor = await openTextEditor(stage.display, titleMark);
  try {
    await setClipboardText(stage.display, clipboardMark);
    await stage.palette.open();
    await typeText(stage.display, queryMark);
    await stage.palette.page.getByText(`没有找到“${queryMark}”`).waitFor();
    await pressKeys(stage.display, 'Escape');
    await stage.palette.find('jh', '记号');
    await pressKeys(stage.display, 'Return');
    await stage.palette.gone();
    await until(async () => (await editor.text()) === `${replyMark} ${clipboardMark}`, 'the reply arrived');
    const pastes = () =>
      inDatabase(stage.userData, (db) => db.prepare('SELECT count(*) FROM paste_log').pluck().get());
    await until(() => pastes() === 1, 'the paste is counted');
  } finally {
    await editor.close();
  }
  await settings.close();
  await stage.running.app.close();

  const files = readdirSync(stage.userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const holding = (mark: string) => files.filter((file) => readFileSync(file).includes(mark));
  const logs = files.filter((file) => file.includes('/logs/'));
  expect(logs).not.toEqual([]);
  expect(holding(replyMark)).not.toEqual([]);
  expect(holding(replyMark).filter((file) => logs.includes(file))).toEqual([]);
  for (const mark of [queryMark, clipboardMark, titleMark]) expect(holding(mark), mark).toEqual([]);
});
