import { setTimeout as delay } from 'node:timers/promises';
import type { TargetWindow } from '../focus/focus.ts';
import { isFront } from '../focus/mac-windows.ts';
import { macLibrary } from '../native/mac-library.ts';
import type { KeyDriver, KeyOutcome } from './keys.ts';
import { MAC_CHORDS, MAC_FLAG, MAC_KEY, piecesOf } from './mac-input.ts';

const HID_EVENT_TAP = 0;

/** Programs drop events that come faster than they read them. */
const TYPING_GAP_MS = 2;

/** Key driver of macOS. Needs the accessibility permission. */
export function createMacKeyDriver(): KeyDriver {
  const mac = macLibrary();

  function post(key: number, flags: number, text: string | null): void {
    for (const down of [true, false]) {
      const event = mac.createKeyEvent(null, key, down);
      mac.setEventFlags(event, flags);
      if (text !== null) {
        mac.setEventText(event, text.length, unitsOf(text));
      }
      mac.postEvent(HID_EVENT_TAP, event);
      mac.release(event);
    }
  }

  function strike(target: TargetWindow, key: number, flags: number, text: string | null = null): KeyOutcome {
    if (!mac.isTrusted()) {
      return 'no-permission';
    }
    if (!isFront(target)) {
      return 'focus-lost';
    }
    post(key, flags, text);
    return 'sent';
  }

  async function typeText(target: TargetWindow, text: string, gapMs: number): Promise<KeyOutcome> {
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) {
        const outcome = strike(target, MAC_KEY.return, MAC_FLAG.none);
        if (outcome !== 'sent') {
          return outcome;
        }
      }
      for (const piece of gapMs > 0 ? [...line] : piecesOf(line)) {
        const outcome = strike(target, 0, MAC_FLAG.none, piece);
        if (outcome !== 'sent') {
          return outcome;
        }
        await delay(Math.max(gapMs, TYPING_GAP_MS));
      }
    }
    return 'sent';
  }

  async function pressLeft(target: TargetWindow, count: number): Promise<KeyOutcome> {
    for (let pressed = 0; pressed < count; pressed += 1) {
      const outcome = strike(target, MAC_KEY.left, MAC_FLAG.none);
      if (outcome !== 'sent') {
        return outcome;
      }
    }
    return 'sent';
  }

  return {
    async pressChord(target, chord) {
      const { key, flags } = MAC_CHORDS[chord];
      return strike(target, key, flags);
    },
    async pressEnter(target) {
      return strike(target, MAC_KEY.return, MAC_FLAG.none);
    },
    pressLeft,
    typeText,
    heldKeys: () => new Set(),
    close() {},
  };
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
