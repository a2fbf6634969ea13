import { setTimeout as delay } from 'node:timers/promises';
import { activeWindow } from '../../src/main/platform/focus/x11-window.ts';
import { X, type XWindow } from '../../src/main/platform/native/x-connection.ts';
import { XKeyboard } from '../../src/main/platform/native/x-keyboard.ts';
import { findKeycode, keysymOf } from '../../src/main/platform/paste/x11-keymap.ts';

/** Names of keys that are no characters, as X keysyms. */
const namedKeys: Record<string, number> = {
  ctrl: 0xffe3,
  shift: 0xffe1,
  alt: 0xffe9,
  Return: 0xff0d,
  Escape: 0xff1b,
  BackSpace: 0xff08,
  Tab: 0xff09,
};

/** How often a state of the X server is looked at, in milliseconds: a time so taken is at most about this much late. */
const pollMs = 1;

/** Keyboard and focus of a display, over one connection of its own: no process is started for a key or a look. */
export type Desk = {
  x: XKeyboard;
  /**
   * Presses a combination, `ctrl+shift+space`, and lets it go `heldMs` later. Returns when its last key went down, by
   * `performance.now()`; the server has handled the press by then.
   */
  press: (combination: string, heldMs?: number) => Promise<number>;
  /** Types lower-case letters and digits in one go. */
  type: (text: string) => void;
  /** The window that the window manager calls active; 0 when none is. */
  active: () => XWindow;
  /** True when keys go to this window or to one inside it, as the X server itself says. */
  hasKeyboard: (window: XWindow) => boolean;
  /** Asks the window manager to raise a window and give it the focus, as a task bar does. */
  raise: (window: XWindow) => void;
  /** The time, by `performance.now()`, at which `condition` was first seen to hold. */
  when: (condition: () => boolean, what: string, timeoutMs?: number) => Promise<number>;
  close: () => void;
};

/** Connects to a display: `:3`. */
export function openDesk(display: string): Desk {
  const x = new XKeyboard(display);
  const keycodes = new Map<string, number>();

  function keycodeOf(key: string): number {
    const known = keycodes.get(key);
    if (known !== undefined) return known;
    const keysym = namedKeys[key] ?? keysymOf(key === 'space' ? ' ' : key);
    const found = findKeycode(x.keyboardMapping(), keysym);
    if (found === null) throw new Error(`The keyboard of ${display} has no key "${key}".`);
    keycodes.set(key, found);
    return found;
  }

  function isInside(window: XWindow, ancestor: XWindow): boolean {
    let current: XWindow | null = window;
    while (current !== null && current > 1 && current !== x.root) {
      if (current === ancestor) return true;
      current = x.parentOf(current);
    }
    return false;
  }

  async function press(combination: string, heldMs = 0): Promise<number> {
    const keys = combination.split('+').map(keycodeOf);
    const last = keys.at(-1) ?? 0;
    for (const keycode of keys.slice(0, -1)) x.fakeKey(keycode, 'press');
    x.sync();
    const pressedAt = performance.now();
    x.fakeKey(last, 'press');
    x.sync();
    if (heldMs > 0) await delay(heldMs);
    for (const keycode of keys.toReversed()) x.fakeKey(keycode, 'release');
    x.sync();
    return pressedAt;
  }

  return {
    x,
    press,
    type(text) {
      for (const character of text) {
        x.fakeKey(keycodeOf(character), 'press');
        x.fakeKey(keycodeOf(character), 'release');
      }
      x.sync();
    },
    active: () => activeWindow(x) ?? X.none,
    hasKeyboard: (window) => isInside(x.inputFocus(), window),
    raise(window) {
      const message = Buffer.alloc(32);
      message.writeUInt8(X.event.clientMessage, 0);
      message.writeUInt8(32, 1);
      message.writeUInt32LE(window, 4);
      message.writeUInt32LE(x.atom('_NET_ACTIVE_WINDOW'), 8);
      // "On behalf of the user", which no window manager refuses.
      message.writeUInt32LE(2, 12);
      x.sendEvent(x.root, X.mask.substructureNotify | X.mask.substructureRedirect, message);
      x.flush();
    },
    async when(condition, what, timeoutMs = 5_000) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const seen = condition();
        const now = performance.now();
        if (seen) return now;
        if (now > deadline) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}`);
        await delay(pollMs);
      }
    },
    close: () => x.close(),
  };
}
