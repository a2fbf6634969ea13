import { setTimeout as delay } from 'node:timers/promises';
import type { TargetWindow } from '../focus/focus.ts';
import { isForeground } from '../focus/windows-window.ts';
import { windowsLibrary } from '../native/windows-library.ts';
import type { KeyDriver, KeyOutcome, PasteChord } from './keys.ts';
import {
  encodeInputs,
  inputBytes,
  type KeyInput,
  MODIFIERS,
  ordinaryKeys,
  releaseOf,
  strikeOf,
  typingOf,
  VK,
} from './windows-input.ts';

const CHORDS: Record<PasteChord, { hold: number[]; strike: number }> = {
  'Mod+V': { hold: [VK.control], strike: VK.v },
  'Ctrl+Shift+V': { hold: [VK.control, VK.shift], strike: VK.v },
  'Shift+Insert': { hold: [VK.shift], strike: VK.insert },
};

/** Text goes out in runs of so many inputs, with a look at the focus before each: what is sent cannot be called back. */
const RUN_INPUTS = 64;

/** Key driver of Windows, by SendInput. */
export function createWindowsKeyDriver(): KeyDriver {
  const windows = windowsLibrary();
  const scanCode = (key: number): number => windows.mapVirtualKey(key, 0);

  function send(target: TargetWindow, inputs: KeyInput[]): KeyOutcome {
    if (target.elevated) {
      return 'elevated-target';
    }
    const held = MODIFIERS.filter((key) => (windows.asyncKeyState(key) & 0x8000) !== 0);
    const all = [...releaseOf(held), ...inputs];
    const encoded = encodeInputs(all, scanCode);
    // Nothing may come between this look and the keys.
    if (!isForeground(target)) {
      return 'focus-lost';
    }
    return windows.sendInput(all.length, encoded, inputBytes) === all.length ? 'sent' : 'failed';
  }

  async function typeText(target: TargetWindow, text: string, gapMs: number): Promise<KeyOutcome> {
    const inputs = typingOf(text);
    const run = gapMs > 0 ? 2 : RUN_INPUTS;
    for (let start = 0; start < inputs.length; start += run) {
      const outcome = send(target, inputs.slice(start, start + run));
      if (outcome !== 'sent') {
        return outcome;
      }
      await delay(gapMs);
    }
    return 'sent';
  }

  return {
    async pressChord(target, chord) {
      const { hold, strike } = CHORDS[chord];
      return send(target, [
        ...hold.map((key) => ({ key, up: false })),
        ...strikeOf(strike),
        ...hold.toReversed().map((key) => ({ key, up: true })),
      ]);
    },
    async pressEnter(target) {
      return send(target, strikeOf(VK.return));
    },
    async pressLeft(target, count) {
      return send(target, Array.from({ length: Math.max(0, count) }, () => strikeOf(VK.left)).flat());
    },
    typeText,
    heldKeys: () => new Set(ordinaryKeys.filter((key) => (windows.asyncKeyState(key) & 0x8000) !== 0)),
    close() {},
  };
}
