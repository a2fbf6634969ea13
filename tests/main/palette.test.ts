import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createPalette, type PaletteSurroundings } from '../../src/main/palette.ts';
import { quirkFor } from '../../src/main/platform/paste/app-quirks.ts';
import type { PaletteWindow } from '../../src/main/windows/palette-window.ts';
import type { PaletteOpening } from '../../src/shared/ipc.ts';
import { createFakeDesktop } from '../fakes/fake-desktop.ts';

// The palette tells its page by a function of the module that also answers the page's calls.
vi.mock('electron', () => ({ ipcMain: {} }));

/** A palette over two windows, whose page answers only when it is told to. */
function openDesk() {
  const desktop = createFakeDesktop();
  desktop.raise(desktop.chat);
  const opened: PaletteOpening[] = [];
  const shown = vi.fn();
  const webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    send: (channel: string, payload: PaletteOpening) => {
      if (channel === 'palette:opened') opened.push(payload);
    },
  });
  const window = { webContents, isVisible: () => shown.mock.calls.length > 0, isFocused: () => false };
  const view = {
    window,
    ready: Promise.resolve(),
    show: shown,
    showWithoutFocus: () => {},
    hide: () => {},
  } as unknown as PaletteWindow;
  const around: PaletteSurroundings = {
    focus: desktop.drivers.focus,
    quirkFor: (app) => quirkFor(app, []),
    clipboardText: async () => '',
    opening: () => ({}) as ReturnType<PaletteSurroundings['opening']>,
    keysIdle: async () => {},
    ended: () => {},
  };
  const palette = createPalette(view, around);
  const told = (count: number) => expect.poll(() => opened.length).toBe(count);
  return { desktop, palette, opened, shown, told };
}

test('the window that had the focus when the hotkey came is the target', async () => {
  const { palette, desktop, opened, shown, told } = openDesk();
  const opening = palette.open();
  await told(1);
  palette.openingTaken();
  await opening;
  expect(palette.session()?.window?.id).toBe(desktop.chat.id);
  expect(opened).toHaveLength(1);
  expect(shown).toHaveBeenCalledTimes(1);
});

test('who goes to another window before the palette is there gets it over that one, as its target', async () => {
  const { palette, desktop, opened, shown, told } = openDesk();
  const opening = palette.open();
  await told(1);
  desktop.raise(desktop.other);
  palette.openingTaken();
  await told(2);
  expect(shown).not.toHaveBeenCalled();
  palette.openingTaken();
  await opening;
  expect(palette.session()?.window?.id).toBe(desktop.other.id);
  expect(opened.map(({ target }) => target?.app)).toEqual([desktop.chat.appName, desktop.other.appName]);
  expect(palette.session()?.number).toBe(opened[1]?.number);
  expect(shown).toHaveBeenCalledTimes(1);
});

test('a palette that is closed while it opens stays closed', async () => {
  const { palette, desktop, opened, shown, told } = openDesk();
  const opening = palette.open();
  await told(1);
  desktop.raise(desktop.other);
  palette.close();
  await opening;
  expect(shown).not.toHaveBeenCalled();
  expect(opened).toHaveLength(1);
});

test('windows that change places all the time do not keep it from opening', async () => {
  const { palette, desktop, shown } = openDesk();
  let front = desktop.chat;
  desktop.drivers.focus.capture = () => {
    front = front === desktop.chat ? desktop.other : desktop.chat;
    return front;
  };
  await palette.open();
  expect(shown).toHaveBeenCalledTimes(1);
});
