import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Display, splitMonitors, startDisplay } from '../e2e/support/display.ts';
import { pressKeys, typeText } from '../e2e/support/keys.ts';
import { until } from '../e2e/support/poll.ts';
import { standIn as standInRuntime } from '../e2e/support/runtime.ts';
import type { Target } from '../e2e/support/targets/target.ts';
import { openTerminal } from '../e2e/support/targets/terminal.ts';
import { type FixtureApp, type FixtureGlobals, fixtureFolder, launchFixture } from './support/fixture-app.ts';

const hotkey = 'ctrl+shift+space';

let display: Display;
let terminal: Target;
let fixture: FixtureApp;

beforeAll(async () => {
  display = await startDisplay();
  terminal = await openTerminal(display);
  fixture = await launchFixture(display);
});

afterAll(async () => {
  await fixture?.close();
  await terminal?.close();
  await display?.stop();
});

const state = () =>
  fixture.app.evaluate(() => {
    const { mainWindow } = globalThis as unknown as FixtureGlobals;
    return {
      visible: mainWindow.isVisible(),
      focused: mainWindow.isFocused(),
      bounds: mainWindow.getBounds(),
    };
  });
const hide = () => fixture.app.evaluate(() => (globalThis as unknown as FixtureGlobals).mainWindow.hide());

async function openByHotkey(): Promise<string> {
  const window = await fixture.nativeWindow();
  await pressKeys(display, hotkey);
  await until(async () => (await display.activeWindow()) === window, 'the window has the focus');
  await until(async () => (await state()).focused, 'the app knows that its window has the focus');
  return window;
}

async function hideAgain(): Promise<void> {
  await hide();
  await until(
    async () => (await display.activeWindow()) === terminal.window,
    'the terminal has the focus again',
  );
  await until(async () => !(await state()).focused, 'the app knows that its window has lost it');
}

test('starting hidden leaves the focus where it is and fires ready-to-show', async () => {
  expect(await display.activeWindow()).toBe(terminal.window);
  expect(await state()).toMatchObject({ visible: false, focused: false });
  await until(async () => (await fixture.seen()).windowEvents.includes('ready-to-show'), 'ready-to-show');
});

test('a hotkey shows the window where it was told to be, on top, out of the taskbar, without a frame', async () => {
  const window = await openByHotkey();
  expect(await display.run('xdotool', 'getwindowgeometry', '--shell', window)).toMatch(
    /X=20\nY=30\nWIDTH=400\nHEIGHT=300/,
  );
  const properties = await display.run('xprop', '-id', window, '_NET_WM_STATE', '_NET_FRAME_EXTENTS');
  expect(properties).toContain('_NET_WM_STATE_ABOVE');
  expect(properties).toContain('_NET_WM_STATE_SKIP_TASKBAR');
  expect(properties).toMatch(/EXTENTS\(CARDINAL\) = 0, 0, 0, 0/);
  await hideAgain();
});

test('typed keys arrive in the page while it is shown, and elsewhere after it is hidden', async () => {
  await openByHotkey();
  await typeText(display, 'inside');
  await until(async () => (await fixture.page.inputValue('#field')) === 'inside', 'the page has the text');
  await hideAgain();
  await typeText(display, 'outside');
  await until(async () => (await terminal.text()) === 'outside', 'the terminal has the text');
  expect(await fixture.page.inputValue('#field')).toBe('inside');
});

test('fifty openings in a row each take the focus and give it back', async () => {
  for (let round = 0; round < 50; round += 1) {
    await openByHotkey();
    await hideAgain();
  }
  await until(async () => !(await state()).focused, 'the window knows that it has lost the focus');
  expect(await state()).toMatchObject({ visible: false, focused: false });
});

test('the app hears show, focus, hide and blur in order', async () => {
  await fixture.app.evaluate(() => {
    (globalThis as unknown as FixtureGlobals).seen.windowEvents.length = 0;
  });
  await openByHotkey();
  await hideAgain();
  expect((await fixture.seen()).windowEvents).toEqual(['show', 'focus', 'hide', 'blur']);
});

test('the page learns of focus and visibility when no debugger emulates them', async () => {
  const args = [join(fixtureFolder, 'visibility.js')];
  const { stdout } = await promisify(execFile)(standInRuntime.executablePath, args, { env: display.env });
  expect(JSON.parse(stdout)).toEqual({
    initially: 'visible',
    events: [['focus'], ['blur', 'hidden'], ['focus', 'visible'], ['blur', 'hidden']],
    withoutThrottling: 'visible',
  });
});

test('showInactive shows without taking the focus', async () => {
  await fixture.app.evaluate(() => (globalThis as unknown as FixtureGlobals).mainWindow.showInactive());
  const window = await fixture.nativeWindow();
  await until(
    async () => (await display.run('xwininfo', '-id', window)).includes('IsViewable'),
    'the window is on the screen',
  );
  expect(await display.activeWindow()).toBe(terminal.window);
  await hide();
});

test('a hotkey that another program holds cannot be registered, an impossible one throws', async () => {
  const outcome = await fixture.app.evaluate(({ globalShortcut }) => {
    let error = '';
    try {
      globalShortcut.register('NoSuchKey', () => {});
    } catch (thrown) {
      error = String(thrown);
    }
    return {
      taken: globalShortcut.register('Alt+F4', () => {}),
      free: globalShortcut.register('Alt+F8', () => {}),
      error,
    };
  });
  expect(outcome).toMatchObject({ taken: false, free: true });
  expect(outcome.error).toMatch(/^TypeError/);
});

test('an unregistered hotkey goes to the focused program again', async () => {
  await fixture.app.evaluate(({ globalShortcut }) => {
    globalShortcut.register('Ctrl+Shift+X', () => {});
    globalShortcut.unregister('Ctrl+Shift+X');
  });
  await terminal.focus();
  const before = await terminal.text();
  await pressKeys(display, 'ctrl+shift+x');
  await until(async () => (await terminal.text()) === `${before}\x18`, 'the terminal has the key');
});

test('two monitors are two displays, and the pointer says which is meant', async () => {
  const joinMonitors = await splitMonitors(display);
  await display.run('xdotool', 'mousemove', '900', '300');
  const displays = await fixture.app.evaluate(({ screen }) => ({
    all: screen.getAllDisplays().map(({ bounds }) => bounds),
    pointer: screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).bounds.x,
    matching: screen.getDisplayMatching({ x: 600, y: 0, width: 100, height: 10 }).bounds.x,
  }));
  await joinMonitors();
  expect(displays.all).toEqual([
    { x: 0, y: 0, width: 640, height: 800 },
    { x: 640, y: 0, width: 640, height: 800 },
  ]);
  expect(displays).toMatchObject({ pointer: 640, matching: 640 });
});

test('a second window opens beside the first, can refuse to close, and closes alone', async () => {
  const outcome = await fixture.app.evaluate(async ({ BrowserWindow }) => {
    const { openWindow } = globalThis as unknown as FixtureGlobals;
    const window = openWindow({ title: 'Second' });
    await window.loadURL('app://main/index.html?second');
    const count = BrowserWindow.getAllWindows().length;
    const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
    window.on('close', refuse);
    window.close();
    const survived = !window.isDestroyed();
    window.off('close', refuse);
    window.close();
    return { count, survived, destroyed: window.isDestroyed(), left: BrowserWindow.getAllWindows().length };
  });
  expect(outcome).toEqual({ count: 2, survived: true, destroyed: true, left: 1 });
  await until(() => fixture.app.windows().length === 1, 'the second page is gone');
});

test('a picture of a hidden window can be taken', async () => {
  const size = await fixture.app.evaluate(async () => {
    const { mainWindow } = globalThis as unknown as FixtureGlobals;
    return (await mainWindow.webContents.capturePage()).getSize();
  });
  expect(size).toEqual({ width: 400, height: 300 });
});
