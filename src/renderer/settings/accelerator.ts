import { type KeptKey, keptKey } from '../../shared/domain/kept-keys.ts';
import type { SettingsView } from '../../shared/ipc.ts';

type Platform = SettingsView['platform'];

/** The part of a DOM KeyboardEvent that a hotkey is made of. */
export type PressedKey = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/** What a key press means while a hotkey is being recorded. */
export type Recording =
  /** Modifiers are held, the key is still to come; `held` is an accelerator without its key. */
  | { kind: 'waiting'; held: string }
  | { kind: 'recorded'; accelerator: string }
  /** `accelerator` cannot be a hotkey. */
  | { kind: 'unusable'; accelerator: string; reason: UnusableReason };

export type UnusableReason =
  /** A key alone, or with Shift only, is what people type. */
  | 'needs-modifier'
  | KeptKey
  /** A key that no accelerator can name. */
  | 'unknown-key';

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'OS']);

// Names of Electron's accelerators for keys whose DOM code is another word.
const keyByCode: Record<string, string> = {
  Space: 'Space',
  Enter: 'Return',
  NumpadEnter: 'Return',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Escape',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backquote: '`',
};

/** Reads a key press as a hotkey in Electron's spelling, for example `CommandOrControl+Shift+Space`. */
export function recordKey(pressed: PressedKey, platform: Platform): Recording {
  const modifiers = heldModifiers(pressed, platform);
  if (modifierKeys.has(pressed.key)) return { kind: 'waiting', held: modifiers.join('+') };

  const key = keyName(pressed);
  const accelerator = [...modifiers, key ?? pressed.key].join('+');
  if (key === null) return { kind: 'unusable', accelerator, reason: 'unknown-key' };

  const strong = modifiers.some((modifier) => modifier !== 'Shift');
  if (!strong && !/^F\d+$/.test(key)) return { kind: 'unusable', accelerator, reason: 'needs-modifier' };
  const kept = keptKey(accelerator);
  return kept === null ? { kind: 'recorded', accelerator } : { kind: 'unusable', accelerator, reason: kept };
}

function heldModifiers(pressed: PressedKey, platform: Platform): string[] {
  const mac = platform === 'mac';
  const modifiers: string[] = [];
  if (mac ? pressed.metaKey : pressed.ctrlKey) modifiers.push('CommandOrControl');
  if (mac && pressed.ctrlKey) modifiers.push('Control');
  if (!mac && pressed.metaKey) modifiers.push('Super');
  if (pressed.altKey) modifiers.push('Alt');
  if (pressed.shiftKey) modifiers.push('Shift');
  return modifiers;
}

/**
 * The name of the key. A Latin letter goes by what the layout types; everything else by its place, since with Option on a
 * Mac, or an input method open, the typed character is something else.
 */
function keyName({ key, code }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letterOrDigit = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (letterOrDigit) return letterOrDigit;
  const numpadDigit = /^Numpad(\d)$/.exec(code)?.[1];
  if (numpadDigit) return `num${numpadDigit}`;
  if (/^F(?:[1-9]|1\d|2[0-4])$/.test(code)) return code;
  return keyByCode[code] ?? null;
}
