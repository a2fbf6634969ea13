import type { XEvent } from 'x11';
import { type Connection, reply } from './connection.ts';
import type { DesktopHandlers, Emit } from './contract.ts';

type KeyCombination = { modifiers: number; keycode: number };

const shift = 1;
const capsLock = 2;
const control = 4;
const alt = 8;
const numLock = 16;
const superKey = 64;

// A grab matches the exact modifier state, so it is made for every state of the two locks.
const lockStates = [0, capsLock, numLock, capsLock | numLock];

const modifierNames: Record<string, number> = {
  alt,
  cmdorctrl: control,
  commandorcontrol: control,
  control,
  ctrl: control,
  meta: superKey,
  option: alt,
  shift,
  super: superKey,
};

/** Key names of Electron's accelerators whose X keysym is called otherwise. */
const keysymNames: Record<string, string> = {
  '\\': 'backslash',
  ',': 'comma',
  '-': 'minus',
  '.': 'period',
  '/': 'slash',
  ';': 'semicolon',
  '=': 'equal',
  '[': 'bracketleft',
  ']': 'bracketright',
  '`': 'grave',
  "'": 'apostrophe',
  delete: 'Delete',
  down: 'Down',
  end: 'End',
  enter: 'Return',
  esc: 'Escape',
  escape: 'Escape',
  home: 'Home',
  insert: 'Insert',
  left: 'Left',
  pagedown: 'Page_Down',
  pageup: 'Page_Up',
  plus: 'plus',
  return: 'Return',
  right: 'Right',
  space: 'space',
  tab: 'Tab',
  up: 'Up',
};

function keysymName(key: string): string {
  const name = key.toLowerCase();
  return keysymNames[name] ?? (/^f\d+$/.test(name) ? name.toUpperCase() : name);
}

/** Reads an accelerator such as `CommandOrControl+Shift+Space`; `null` when the keyboard has no such key. */
function parseAccelerator(accelerator: string, keycodeOf: (keysym: string) => number): KeyCombination | null {
  const parts = accelerator.split('+').map((part) => part.trim());
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => modifierNames[part.toLowerCase()]);
  const keycode = keycodeOf(keysymName(key));
  if (keycode === 0 || modifiers.includes(undefined)) {
    return null;
  }
  return { modifiers: modifiers.reduce<number>((all, one) => all | (one ?? 0), 0), keycode };
}

/** Global hotkeys: passive grabs on the root window. */
export function manageHotkeys(
  connection: Connection,
  emit: Emit,
): { handlers: Pick<DesktopHandlers, 'grabHotkey' | 'releaseHotkey'>; onEvent: (event: XEvent) => void } {
  const { x, root } = connection;
  const grabbed = new Map<number, KeyCombination>();

  function release({ keycode, modifiers }: KeyCombination): void {
    for (const locks of lockStates) {
      x.UngrabKey(root, keycode, modifiers | locks);
    }
  }

  async function grab({ keycode, modifiers }: KeyCombination): Promise<boolean> {
    const asynchronous = 1;
    const attempts = lockStates.map((locks) =>
      reply<undefined>((done) =>
        x.GrabKey(root, 0, modifiers | locks, keycode, asynchronous, asynchronous, (error) =>
          done(error, undefined),
        ),
      ),
    );
    const results = await Promise.allSettled(attempts);
    return results.every((result) => result.status === 'fulfilled');
  }

  return {
    handlers: {
      async grabHotkey({ id, accelerator }) {
        const combination = parseAccelerator(accelerator, connection.keycode);
        if (!combination) {
          return 'invalid';
        }
        if (!(await grab(combination))) {
          release(combination);
          return 'taken';
        }
        grabbed.set(id, combination);
        return 'grabbed';
      },

      async releaseHotkey({ id }) {
        const combination = grabbed.get(id);
        grabbed.delete(id);
        if (combination) {
          release(combination);
          await connection.sync();
        }
      },
    },

    onEvent(event) {
      if (event.name !== 'KeyPress') {
        return;
      }
      const modifiers = event.buttons & (shift | control | alt | superKey);
      for (const [id, combination] of grabbed) {
        if (combination.keycode === event.keycode && combination.modifiers === modifiers) {
          emit('hotkey', { id });
        }
      }
    },
  };
}
