import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Display, startDisplay } from '../e2e/support/display.ts';
import { until } from '../e2e/support/poll.ts';
import {
  type FixtureApp,
  type FixtureGlobals,
  type FixturePage,
  launchFixture,
} from './support/fixture-app.ts';

let display: Display;
let fixture: FixtureApp;

beforeAll(async () => {
  display = await startDisplay();
  fixture = await launchFixture(display);
});

afterAll(async () => {
  await fixture?.close();
  await display?.stop();
});

/** Its width once the page has done with it; 0 for one that could not be loaded. */
async function imageWidth(id: string): Promise<number> {
  const image = fixture.page.locator(`#${id}`);
  await until(
    () => image.evaluate((element) => (element as HTMLImageElement).complete),
    `${id} is done with`,
  );
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
}

test('a page of the app own scheme loads with its styles, modules and pictures', async () => {
  await fixture.page.waitForLoadState('load');
  expect(await fixture.page.evaluate(() => (globalThis as unknown as FixturePage).moduleAnswer)).toBe(42);
  expect(await fixture.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(1, 2, 3)',
  );
  expect(await imageWidth('relative')).toBe(8);
  expect(await imageWidth('absolute')).toBe(8);
});

test('the app sees its own addresses only', async () => {
  const { requests } = await fixture.seen();
  expect(requests).toContain('app://main/index.html');
  expect(requests.filter((url) => !url.startsWith('app://main/'))).toEqual([]);
  const url = await fixture.app.evaluate(() =>
    (globalThis as unknown as FixtureGlobals).mainWindow.webContents.getURL(),
  );
  expect(url).toBe('app://main/index.html');
});

test('fetch takes relative addresses and absolute ones of the scheme', async () => {
  const statuses = await fixture.page.evaluate(() =>
    Promise.all(
      ['./style.css', 'app://main/style.css', './missing'].map(async (url) => (await fetch(url)).status),
    ),
  );
  expect(statuses).toEqual([200, 200, 404]);
});

test('the content security policy keeps inline scripts and other hosts out', async () => {
  expect(
    await fixture.page.evaluate(() => (globalThis as unknown as FixturePage).inlineScriptRan),
  ).toBeUndefined();
  expect(await imageWidth('foreign')).toBe(0);
  const error = await fixture.page.evaluate(() =>
    fetch('https://example.org/').catch((reason) => String(reason)),
  );
  expect(error).toContain('TypeError');
});

test('the page is isolated from the preload and gets a frozen copy of what it exposes', async () => {
  const seen = await fixture.page.evaluate(() => {
    const { fixture: exposed } = globalThis as unknown as FixturePage;
    return {
      keys: Object.keys(exposed),
      frozen: Object.isFrozen(exposed),
      platform: exposed.platform,
      leaks: ['require', 'process', '__standInSend', '__standInReceive'].filter((name) => name in globalThis),
    };
  });
  expect(seen).toEqual({
    keys: ['platform', 'call', 'say', 'onSaid'],
    frozen: true,
    platform: 'linux',
    leaks: [],
  });
});

test('an invocation carries values both ways and says who asked', async () => {
  const answer = await fixture.page.evaluate(async () => {
    const { call } = (globalThis as unknown as FixturePage).fixture;
    const value = (await call('echo', {
      bytes: new Uint8Array([1, 2]),
      map: new Map([['a', undefined]]),
      nothing: undefined,
    })) as {
      bytes: Uint8Array;
      map: Map<string, unknown>;
    };
    return {
      bytes: [...value.bytes],
      isBytes: value.bytes instanceof Uint8Array,
      entries: [...value.map],
      keys: Object.keys(value),
    };
  });
  expect(answer).toEqual({
    bytes: [1, 2],
    isBytes: true,
    entries: [['a', undefined]],
    keys: ['bytes', 'map', 'nothing'],
  });
  const { senders } = await fixture.seen();
  expect(senders.at(-1)).toMatchObject({ url: 'app://main/index.html', origin: 'app://main' });
});

test('failures reach the page with the text that Electron gives them', async () => {
  const messages = await fixture.page.evaluate(() => {
    const { call } = (globalThis as unknown as FixturePage).fixture;
    const failure = (channel: string, ...args: unknown[]) =>
      call(channel, ...args).catch((error: Error) => error.message);
    return Promise.all([failure('fail'), failure('missing')]);
  });
  expect(messages).toEqual([
    "Error invoking remote method 'fail': TypeError: no such thing",
    "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  ]);
});

test('a page can send, listen and stop listening', async () => {
  const heard = await fixture.page.evaluate(async () => {
    const { say, onSaid, call } = (globalThis as unknown as FixturePage).fixture;
    const values: unknown[] = [];
    const stop = onSaid((value) => values.push(value));
    say('first');
    await call('echo', 1);
    stop();
    say('second');
    await call('echo', 1);
    return values;
  });
  expect(heard).toEqual(['first']);
});

test('worker threads of the app run', async () => {
  expect(
    await fixture.page.evaluate(() => (globalThis as unknown as FixturePage).fixture.call('worker')),
  ).toBe(42);
});

test('a navigation that the app forbids does not happen', async () => {
  await fixture.page.evaluate(() => document.getElementById('away')?.click());
  await until(async () => (await fixture.seen()).navigations.length > 0, 'the app was asked');
  expect((await fixture.seen()).navigations).toEqual(['https://example.org/']);
  expect(await fixture.page.evaluate(() => document.title)).toBe('Fixture');
});

test('a window that the app forbids is closed again', async () => {
  const clients = () => display.run('xprop', '-root', '_NET_CLIENT_LIST');
  const before = await clients();
  const opened = fixture.app.waitForEvent('window');
  await fixture.page.evaluate(() => {
    globalThis.open('https://example.org/popup');
  });
  await until(async () => (await fixture.seen()).opened.length > 0, 'the app was asked');
  expect((await fixture.seen()).opened).toEqual(['https://example.org/popup']);
  const popup = await opened;
  await until(() => popup.isClosed(), 'the page is closed');
  await until(async () => (await clients()) === before, 'and its window gone');
});

test('the theme of the app and of the desktop reach the page', async () => {
  const isDark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  await fixture.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await until(isDark, 'the page is dark');
  await fixture.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'system';
  });
  await until(async () => !(await isDark()), 'the page is light again');
  await fixture.app.evaluate(() => standIn?.setSystemDark(true));
  await until(isDark, 'the page follows the desktop');
});

test('the preferences of a window can be read back', async () => {
  const preferences = await fixture.app.evaluate(() =>
    (
      (globalThis as unknown as FixtureGlobals).mainWindow.webContents as unknown as {
        getLastWebPreferences: () => object;
      }
    ).getLastWebPreferences(),
  );
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true });
});

test('a page is printed with the styles and pictures that the app serves', async () => {
  const pdf = await fixture.app.evaluate(async () => {
    const window = (globalThis as unknown as FixtureGlobals).openWindow({});
    await window.loadURL('app://main/index.html');
    const bytes = await window.webContents.printToPDF({ pageSize: 'A4' });
    window.destroy();
    return { head: bytes.subarray(0, 5).toString('latin1'), text: bytes.toString('latin1') };
  });
  expect(pdf.head).toBe('%PDF-');
  // A4 in points.
  expect(pdf.text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
});
