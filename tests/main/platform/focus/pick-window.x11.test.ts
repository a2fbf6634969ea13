import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FocusDriver } from '../../../../src/main/platform/focus/focus.ts';
import { pickWindow } from '../../../../src/main/platform/focus/pick-window.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import { type Editor, openEditor, startDesktop, type XDesktop } from '../support/x-desktop.ts';

let desktop: XDesktop;
let focus: FocusDriver;
let own: Editor;

beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop?.close());

beforeEach(async () => {
  focus = createX11FocusDriver(desktop.display);
  // Stands in for our settings window: the one that has the focus when picking begins.
  own = await openEditor(desktop);
});
afterEach(async () => {
  focus.close();
  await desktop.stop(own.child);
});

function pick(timeoutMs = 20_000) {
  const stop = new AbortController();
  return { picked: pickWindow(focus, { signal: stop.signal, timeoutMs }), stop };
}

test('the window that comes to front next, as a clicked one does, is picked', async () => {
  const other = await openEditor(desktop);
  await desktop.activate(own.window);
  const { picked } = pick();
  await desktop.activate(other.window);
  expect(await picked).toMatchObject({ kind: 'picked', window: { id: other.window, app: 'mousepad' } });
  await desktop.stop(other.child);
});

test('a window that opens by itself and takes the focus is picked as well', async () => {
  const { picked } = pick();
  const other = await openEditor(desktop);
  expect(await picked).toMatchObject({ kind: 'picked', window: { id: other.window } });
  await desktop.stop(other.child);
});

test('nothing is picked when it is cancelled', async () => {
  const { picked, stop } = pick();
  stop.abort();
  expect(await picked).toEqual({ kind: 'cancelled' });
});

test('nothing is picked while our own window keeps the focus', async () => {
  expect(await pick(300).picked).toEqual({ kind: 'timeout' });
});
