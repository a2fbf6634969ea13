import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ClipboardContent, ClipboardDriver } from '../../../../src/main/platform/clipboard/clipboard.ts';
import { createX11ClipboardDriver } from '../../../../src/main/platform/clipboard/x11-clipboard.ts';
import type { FocusDriver, TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createX11FocusDriver } from '../../../../src/main/platform/focus/x11-focus.ts';
import type { KeyDriver, PasteChord } from '../../../../src/main/platform/paste/keys.ts';
import { createX11KeyDriver } from '../../../../src/main/platform/paste/x11-keys.ts';
import { startDesktop, type XDesktop } from './x-desktop.ts';
import { createXElectronClipboard } from './x-electron-clipboard.ts';

/** The drivers on a desktop of their own. */
export type XDrivers = {
  desktop: XDesktop;
  focus: FocusDriver;
  keys: KeyDriver;
  clipboard: ClipboardDriver;
  /** Lends the content, presses the keys, waits until it was read and gives the clipboard back; says how it ended. */
  paste: (target: TargetWindow, content: ClipboardContent, chord?: PasteChord) => Promise<string>;
};

/** The window that has the focus. */
export function captured(focus: FocusDriver): TargetWindow {
  const target = focus.capture();
  if (target === null) throw new Error('No window has the focus');
  return target;
}

/** A desktop for the tests of one file, and for each of them new drivers, with the text `copied` on the clipboard. Filled in before the tests. */
export function setUpDrivers(copied: string): XDrivers {
  const drivers = {
    async paste(target, content, chord = 'Mod+V') {
      const { clipboard, keys } = drivers;
      const saved = await clipboard.save();
      const loan = await clipboard.lend(content);
      const pressed = await keys.pressChord(target, chord);
      const read = pressed === 'sent' ? await loan?.waitUntilRead(target, 20_000) : pressed;
      loan?.end();
      await clipboard.restore(saved);
      return read ?? 'not lent';
    },
  } as XDrivers;
  let electron: ReturnType<typeof createXElectronClipboard>;
  beforeAll(async () => {
    drivers.desktop = await startDesktop();
  });
  afterAll(() => drivers.desktop?.close());
  beforeEach(async () => {
    const { display } = drivers.desktop;
    electron = createXElectronClipboard(display);
    drivers.focus = createX11FocusDriver(display);
    drivers.keys = createX11KeyDriver(display);
    drivers.clipboard = createX11ClipboardDriver(electron, display);
    await drivers.clipboard.copy({ kind: 'text', text: copied });
  });
  afterEach(() => {
    for (const driver of [drivers.focus, drivers.keys, drivers.clipboard, electron]) driver?.close();
  });
  return drivers;
}
