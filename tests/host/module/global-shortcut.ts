import type * as Electron from 'electron';
import { callSync, desktopEvents } from '../desktop/desktop.ts';

const registered = new Map<string, { id: number; callback: () => void }>();
let lastId = 0;

export const globalShortcut: Pick<
  Electron.GlobalShortcut,
  'register' | 'registerAll' | 'isRegistered' | 'unregister' | 'unregisterAll'
> = {
  register(accelerator, callback) {
    lastId += 1;
    const id = lastId;
    if (registered.has(accelerator)) {
      return false;
    }
    const outcome = callSync('grabHotkey', { id, accelerator });
    if (outcome === 'invalid') {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
    }
    if (outcome === 'taken') {
      return false;
    }
    registered.set(accelerator, { id, callback: callback as () => void });
    return true;
  },

  registerAll(accelerators, callback) {
    for (const accelerator of accelerators) {
      globalShortcut.register(accelerator, callback);
    }
  },

  isRegistered: (accelerator) => registered.has(accelerator),

  unregister(accelerator) {
    const found = registered.get(accelerator);
    if (found) {
      callSync('releaseHotkey', { id: found.id });
      registered.delete(accelerator);
    }
  },

  unregisterAll() {
    for (const accelerator of [...registered.keys()]) {
      globalShortcut.unregister(accelerator);
    }
  },
};

desktopEvents.on('hotkey', ({ id }) => {
  for (const shortcut of registered.values()) {
    if (shortcut.id === id) {
      shortcut.callback();
    }
  }
});
