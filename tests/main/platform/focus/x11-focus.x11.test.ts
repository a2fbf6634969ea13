import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FocusDriver } from '../../../../src/main/platform/focus/focus.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import { eventually } from '../support/poll.ts';
import { type Editor, openEditor, startDesktop, type XDesktop } from '../support/x-desktop.ts';
import { captured } from '../support/x-drivers.ts';

let desktop: XDesktop;
let focus: FocusDriver;
let editor: Editor;

beforeAll(async () => {
  desktop = await startDesktop();
});

afterAll(async () => {
  await desktop?.close();
});

beforeEach(async () => {
  focus = createX11FocusDriver(desktop.display);
  editor = await openEditor(desktop);
});

afterEach(async () => {
  focus.close();
  await desktop.stop(editor.child);
});

const capture = () => captured(focus);

test('a captured window is known by number, process, app, title and place', async () => {
  await desktop.run('xdotool', 'windowmove', '--sync', editor.window, '200', '120');
  const target = capture();
  expect(target).toMatchObject({
    id: editor.window,
    pid: editor.child.pid,
    app: 'mousepad',
    appName: 'Mousepad',
    elevated: false,
  });
  expect(target.title).toContain('chat-');
  const info = await desktop.run('xwininfo', '-id', editor.window);
  const number = (label: string) => Number(new RegExp(`${label}: +(-?\\d+)`).exec(info)?.[1]);
  const [x, y] = [number('Absolute upper-left X'), number('Absolute upper-left Y')];
  const [width, height] = [number('Width'), number('Height')];
  expect(target.bounds).toEqual({ x, y, width, height });
});

test('titles in Chinese are read', async () => {
  await desktop.run('xdotool', 'set_window', '--name', '淘宝客服 · 张女士', editor.window);
  expect(capture().title).toBe('淘宝客服 · 张女士');
});

test('no window is captured when none has the focus', async () => {
  await desktop.stop(editor.child);
  await eventually('the window manager to name no window', () => focus.capture() === null);
});

test('a window that was hidden is no target, even while the manager still calls it active', async () => {
  await desktop.run('xdotool', 'windowunmap', '--sync', editor.window);
  await desktop.run(
    'xprop',
    '-root',
    '-f',
    '_NET_ACTIVE_WINDOW',
    '32x',
    '-set',
    '_NET_ACTIVE_WINDOW',
    editor.window,
  );
  expect(focus.capture()).toBeNull();
});

test('a window of our own is no target', () => {
  const own = createX11FocusDriver(desktop.display, editor.child.pid);
  try {
    expect(own.capture()).toBeNull();
  } finally {
    own.close();
  }
});

test('a window covered by another one is brought back', async () => {
  const target = capture();
  const other = await openEditor(desktop);
  expect(focus.isFront(target)).toBe(false);
  expect(await focus.bringBack(target, 20_000)).toBe('front');
  expect(focus.isFront(target)).toBe(true);
  expect((await desktop.run('xdotool', 'getactivewindow')).trim()).toBe(editor.window);
  await desktop.stop(other.child);
});

test('a minimised window is brought back', async () => {
  const target = capture();
  await desktop.run('xdotool', 'windowminimize', '--sync', editor.window);
  expect(await focus.bringBack(target, 20_000)).toBe('front');
});

test('a closed window is gone, and stays so when its number is asked for again', async () => {
  const target = capture();
  await desktop.stop(editor.child);
  expect(await focus.bringBack(target, 20_000)).toBe('gone');
  expect(focus.isFront(target)).toBe(false);
});

test('a window that may not take the focus is refused once the time is up', async () => {
  const target = capture();
  await desktop.run('xdotool', 'windowunmap', '--sync', editor.window);
  expect(await focus.bringBack(target, 300)).not.toBe('front');
});

test('a missing X server is an error that says so', () => {
  expect(() => createX11FocusDriver(':4711')).toThrow(/DISPLAY/);
});
