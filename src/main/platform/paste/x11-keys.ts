import { setTimeout as delay } from 'node:timers/promises';
import type { TargetWindow } from '../focus/focus.ts';
import { hasFocus } from '../focus/x11-window.ts';
import { X } from '../native/x-connection.ts';
import { XKeyboard } from '../native/x-keyboard.ts';
import type { KeyDriver, KeyOutcome, PasteChord } from './keys.ts';
import {
  chunkByDistinctCharacters,
  findKeycode,
  KEYSYM,
  keysymOf,
  rowsOfKeys,
  spareKeycodes,
} from './x11-keymap.ts';
import { pingTarget } from './x11-ping.ts';

/** A key of a hotkey that is still down holds the keyboard for its owner; agents let go within about 100 ms. */
const KEYBOARD_GRAB_POLL_MS = 10;
const KEYBOARD_GRAB_PATIENCE_MS = 1_000;

/** The apps must have asked for the new key meanings, and typed with them, before a key gets yet another meaning. */
const REMAP_SETTLE_MS = 120;

/** A target that has not read its keys by then hangs. Nothing more is typed into it, since that could be other characters. */
const READ_PATIENCE_MS = 5_000;

/** Where a program cannot be asked whether it has read its keys: the wait grows by so many times what it came late itself. */
const SETTLE_PER_DELAY = 5;

/** Enough for a line of Chinese, few enough for the smallest layouts, which leave about 40 keys free. */
const MOST_SPARE_KEYS = 32;

/** What a chord holds down and what it strikes, as keysyms. */
const CHORDS: Record<PasteChord, { hold: number[]; strike: number }> = {
  'Mod+V': { hold: [KEYSYM.control], strike: KEYSYM.v },
  'Ctrl+Shift+V': { hold: [KEYSYM.control, KEYSYM.shift], strike: KEYSYM.v },
  'Shift+Insert': { hold: [KEYSYM.shift], strike: KEYSYM.insert },
};

/** Key driver of an X11 session, by the XTEST extension: programs cannot tell its keys from the keyboard's. */
export function createX11KeyDriver(display: string | null = null): KeyDriver {
  const x = new XKeyboard(display);
  const lent = new Set<number>();

  /**
   * Strikes keys if `target` has the focus. The check and the keys are one step for the server, so that no window can
   * come in between; the same holds for a keyboard grab (a menu, a screen locker), which would swallow the keys.
   */
  function strikeNow(
    target: TargetWindow,
    hold: number[],
    keycodes: number[],
  ): 'sent' | 'focus-lost' | 'grabbed' {
    return x.exclusively(() => {
      if (!hasFocus(x, target)) {
        return 'focus-lost';
      }
      if (!x.keyboardIsFree()) {
        return 'grabbed';
      }
      releaseHeldModifiers();
      for (const keycode of hold) {
        x.fakeKey(keycode, 'press');
      }
      for (const keycode of keycodes) {
        x.fakeKey(keycode, 'press');
        x.fakeKey(keycode, 'release');
      }
      for (const keycode of hold.toReversed()) {
        x.fakeKey(keycode, 'release');
      }
      return 'sent';
    });
  }

  function releaseHeldModifiers(): void {
    const modifiers = x.modifierKeycodes();
    const locks = new Set([...(modifiers[X.modifier.lock] ?? []), ...(modifiers[X.modifier.mod2] ?? [])]);
    const keycodes = new Set(modifiers.flat());
    for (const keycode of x.heldKeycodes()) {
      if (keycodes.has(keycode) && !locks.has(keycode)) {
        x.fakeKey(keycode, 'release');
      }
    }
  }

  async function strike(target: TargetWindow, hold: number[], keycodes: number[]): Promise<KeyOutcome> {
    if (!x.alive || !x.canFakeKeys) {
      return 'failed';
    }
    const deadline = performance.now() + KEYBOARD_GRAB_PATIENCE_MS;
    for (;;) {
      x.discardEvents();
      const outcome = strikeNow(target, hold, keycodes);
      if (outcome !== 'grabbed') {
        return x.alive ? outcome : 'failed';
      }
      if (performance.now() >= deadline) {
        return 'focus-lost';
      }
      await delay(KEYBOARD_GRAB_POLL_MS);
    }
  }

  /**
   * Keys for all `keysyms`. What the layout lacks (a Russian one alone has no V) is put on spare keys, which keep it
   * until the driver is closed. Null when there are not enough of them.
   */
  async function keycodesFor(keysyms: number[]): Promise<number[] | null> {
    const mapping = x.keyboardMapping();
    const spare = spareKeycodes(mapping);
    const keycodes: number[] = [];
    let remapped = false;
    for (const keysym of keysyms) {
      let keycode = findKeycode(mapping, keysym);
      if (keycode === null) {
        keycode = spare.shift() ?? null;
        if (keycode === null) {
          return null;
        }
        x.setKeysyms(keycode, [keysym]);
        lent.add(keycode);
        remapped = true;
      }
      keycodes.push(keycode);
    }
    if (remapped) {
      x.sync();
      // GTK looks its shortcuts up in a table that it renews only some time after the keys changed.
      await delay(REMAP_SETTLE_MS);
    }
    return keycodes;
  }

  function remap(keysymOf: ReadonlyMap<number, number>): void {
    for (const { first, keysyms } of rowsOfKeys(keysymOf)) {
      x.setKeysyms(first, keysyms);
    }
    x.sync();
  }

  function giveBack(keycodes: ReadonlySet<number>): void {
    remap(new Map([...keycodes].map((keycode) => [keycode, 0])));
  }

  /** Strikes `struck` one after the other while `hold` is down, all given as keysyms. */
  async function strikeKeysyms(target: TargetWindow, hold: number[], struck: number[]): Promise<KeyOutcome> {
    const keycodes = await keycodesFor([...hold, ...struck]);
    if (keycodes === null) {
      return 'failed';
    }
    return strike(target, keycodes.slice(0, hold.length), keycodes.slice(hold.length));
  }

  /**
   * Types through spare keys that mean one character each for a while: no layout has Chinese, and a key of the
   * layout may type something else when Caps Lock or another group is on.
   */
  async function typeText(target: TargetWindow, text: string, gapMs: number): Promise<KeyOutcome> {
    const spare = spareKeycodes(x.keyboardMapping()).slice(0, MOST_SPARE_KEYS);
    if (spare.length === 0) {
      return 'failed';
    }
    const used = new Set<number>();
    let outcome: KeyOutcome = 'sent';
    try {
      for (const chunk of chunkByDistinctCharacters(text, spare.length)) {
        const keycodeOf = new Map<string, number>();
        for (const [index, character] of [...new Set(chunk)].entries()) {
          const keycode = spare[index] ?? 0;
          keycodeOf.set(character, keycode);
          used.add(keycode);
        }
        remap(new Map([...keycodeOf].map(([character, keycode]) => [keycode, keysymOf(character)])));
        outcome = await typeChunk(
          target,
          chunk.map((character) => keycodeOf.get(character) ?? 0),
          gapMs,
        );
        if (!(await keysAreRead(target))) {
          // What it has not read yet keeps its meaning, until the driver is closed.
          for (const keycode of used) {
            lent.add(keycode);
          }
          used.clear();
          return 'failed';
        }
        if (outcome !== 'sent') {
          break;
        }
      }
    } finally {
      giveBack(used);
    }
    return outcome;
  }

  /** Waits until the keys struck so far may get another meaning; false for a target that hangs. */
  async function keysAreRead(target: TargetWindow): Promise<boolean> {
    const began = performance.now();
    const [ping] = await Promise.all([pingTarget(x, target, READ_PATIENCE_MS), delay(REMAP_SETTLE_MS)]);
    if (ping === 'unsupported') {
      const late = performance.now() - began - REMAP_SETTLE_MS;
      await delay(SETTLE_PER_DELAY * Math.max(0, late));
    }
    return ping !== 'silent';
  }

  async function typeChunk(target: TargetWindow, keycodes: number[], gapMs: number): Promise<KeyOutcome> {
    if (gapMs <= 0) {
      return strike(target, [], keycodes);
    }
    for (const keycode of keycodes) {
      const outcome = await strike(target, [], [keycode]);
      if (outcome !== 'sent') {
        return outcome;
      }
      await delay(gapMs);
    }
    return 'sent';
  }

  return {
    pressChord: (target, chord) => strikeKeysyms(target, CHORDS[chord].hold, [CHORDS[chord].strike]),
    pressEnter: (target) => strikeKeysyms(target, [], [KEYSYM.return]),
    pressLeft: (target, count) =>
      strikeKeysyms(
        target,
        [],
        Array.from({ length: Math.max(0, count) }, () => KEYSYM.left),
      ),
    typeText,
    heldKeys() {
      if (!x.alive) {
        return new Set();
      }
      const modifiers = new Set(x.modifierKeycodes().flat());
      return new Set(x.heldKeycodes().filter((keycode) => !modifiers.has(keycode)));
    },
    close() {
      if (x.alive) {
        giveBack(lent);
      }
      x.close();
    },
  };
}
