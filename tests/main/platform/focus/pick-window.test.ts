import { expect, test } from 'vitest';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { pickWindow } from '../../../../src/main/platform/focus/pick-window.ts';

const window = (id: string, app: string, pid: number): TargetWindow => ({
  id,
  childId: null,
  pid,
  app,
  appName: app,
  title: '',
  bounds: null,
  elevated: false,
});

const settings = window('1', 'repartee.exe', 10);
const chat = window('3', 'wechat.exe', 20);

/** A desktop on which windows come to front one after the other, a look each; the last one stays. */
function desktopWith(windows: (TargetWindow | null)[]) {
  let look = 0;
  return { capture: () => windows[Math.min(look++, windows.length - 1)] ?? null };
}

const pick = (windows: (TargetWindow | null)[]) =>
  pickWindow(desktopWith(windows), { signal: new AbortController().signal, timeoutMs: 10_000 });

test('the taskbar, the desktop and a window that was only passed are not picked', async () => {
  const passed = window('2', 'notepad.exe', 30);
  const taskbar = window('9', 'explorer.exe', 40);
  const taskbarLong = Array.from({ length: 5 }, () => taskbar);
  // A window counts as passed that is seen twice in a row: the third look at it comes after a fifth of a second.
  expect(await pick([settings, settings, ...taskbarLong, passed, passed, null, chat])).toEqual({
    kind: 'picked',
    window: chat,
  });
});

test('another window of our own process is not picked', async () => {
  const palette = window('5', 'repartee.exe', 10);
  const long = Array.from({ length: 6 }, () => palette);
  expect(await pick([settings, ...long, chat])).toMatchObject({ window: { id: '3' } });
});
