import type { InsertAction } from '../../shared/insert.ts';
import type { PaletteOpening } from '../../shared/ipc.ts';
import type { Mode } from './palette-state.ts';

/** What a key asks the palette to do. */
export type Command =
  | { kind: 'insert'; action: InsertAction }
  /** Enter in a field: to the next empty one, or paste from the last. */
  | { kind: 'leave-field'; name: string }
  /** Row by digit, counted from the first visible one. */
  | { kind: 'pick'; offset: number }
  | { kind: 'move'; by: number }
  | { kind: 'page'; by: -1 | 1 }
  | { kind: 'first' }
  | { kind: 'last' }
  | { kind: 'variant'; by: -1 | 1 }
  | { kind: 'pick-mode' }
  /** A key that means nothing here: back to the search box, where it does what it always does. */
  | { kind: 'to-search' }
  | { kind: 'enter-preview' }
  | { kind: 'edit' }
  | { kind: 'new-reply' }
  | { kind: 'save-new-reply' }
  /** Leaves the new reply and forgets what was written; Escape keeps it for the next time. */
  | { kind: 'discard-new-reply' }
  | { kind: 'settings' }
  | { kind: 'manager' }
  /** Opens the reply on show in the manager. */
  | { kind: 'manage-reply' }
  | { kind: 'escape' }
  /** The repeat of a held key that acts once: nothing happens, in the page neither. */
  | { kind: 'ignore' };

/** The part of a DOM KeyboardEvent that decides. */
export type KeyLike = {
  key: string;
  /** Physical key: Option+1 types `¡` on macOS, the code is still `Digit1`. */
  code: string;
  keyCode: number;
  isComposing: boolean;
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** Milliseconds on the page's clock. */
  timeStamp: number;
};

/** Where in the palette the key was pressed. */
export type KeyPlace =
  | { kind: 'search' | 'list' | 'preview' | 'edit' | 'new-reply' | 'choice' | 'button' }
  | { kind: 'field'; name: string };

export type KeyContext = {
  mode: Mode;
  place: KeyPlace;
  platform: PaletteOpening['platform'];
  /** Text is selected, so that Ctrl+C means that text. */
  hasSelection: boolean;
  /** When the last composition ended with no key released since, else null. */
  compositionEndedAt: number | null;
};

/** Key code of every key that an input method has taken. */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * WebKit ends the composition before it reports the Enter that confirmed the candidate, so that this Enter looks like one
 * outside any composition. Both come from one key press, a few milliseconds apart; nobody presses twice this fast.
 */
const SAME_KEY_PRESS_MS = 80;

/** True for a key that belongs to an input method and must do nothing here. */
export function belongsToInputMethod(key: KeyLike, compositionEndedAt: number | null): boolean {
  if (key.isComposing || key.keyCode === INPUT_METHOD_KEY_CODE || key.key === 'Process') return true;
  return compositionEndedAt !== null && key.timeStamp - compositionEndedAt < SAME_KEY_PRESS_MS;
}

/** Zero-based row of a digit key: 1 to 9 are the first nine, 0 is the tenth; null for another key. */
function digitOffset(key: KeyLike): number | null {
  const match = /^(?:Digit|Numpad)(\d)$/.exec(key.code) ?? /^(\d)$/.exec(key.key);
  if (match === null) return null;
  return (Number(match[1]) + 9) % 10;
}

function enterCommand(key: KeyLike, primary: boolean, context: KeyContext): Command | null {
  const { place } = context;
  if (context.mode === 'new') return primary ? { kind: 'save-new-reply' } : null;
  if (context.mode === 'edit') return primary ? { kind: 'insert', action: 'paste' } : null;
  if (place.kind === 'button') return null;
  if (primary) return { kind: 'insert', action: 'paste-and-send' };
  if (key.shiftKey) return { kind: 'insert', action: 'append' };
  if (place.kind === 'field') return { kind: 'leave-field', name: place.name };
  return { kind: 'insert', action: 'paste' };
}

function primaryCommand(key: KeyLike, context: KeyContext): Command | null {
  const writing = context.mode === 'new' || context.mode === 'edit';
  switch (key.key.toLowerCase()) {
    case 'e':
      if (key.shiftKey) return writing ? null : { kind: 'manage-reply' };
      return context.mode === 'new' ? null : { kind: 'edit' };
    case 'n':
      return context.mode === 'edit' ? null : { kind: 'new-reply' };
    case 's':
      return context.mode === 'new' ? { kind: 'save-new-reply' } : null;
    case 'c':
      return writing || context.hasSelection ? null : { kind: 'insert', action: 'copy' };
    case 'm':
      return { kind: 'manager' };
    case ',':
      return { kind: 'settings' };
    case 'home':
      return writing ? null : { kind: 'first' };
    case 'end':
      return writing ? null : { kind: 'last' };
    default:
      return null;
  }
}

function listCommand(key: KeyLike): Command | null {
  switch (key.key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1 };
    case 'ArrowUp':
      return { kind: 'move', by: -1 };
    case 'PageDown':
      return { kind: 'page', by: 1 };
    case 'PageUp':
      return { kind: 'page', by: -1 };
    default:
      return null;
  }
}

function isCharacter(key: KeyLike): boolean {
  return key.key.length === 1 && key.key !== ' ';
}

function pickModeCommand(key: KeyLike): Command | null {
  const offset = digitOffset(key);
  if (offset !== null) return { kind: 'pick', offset };
  if (key.key === 'Tab') return { kind: 'enter-preview' };
  const onlyModifier = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'].includes(key.key);
  return listCommand(key) ?? (onlyModifier ? null : { kind: 'to-search' });
}

/** Commands that act again and again while their key is held down. */
const repeatable: ReadonlySet<Command['kind']> = new Set(['move', 'page', 'to-search']);

function commandOf(key: KeyLike, context: KeyContext): Command | null {
  const mac = context.platform === 'mac';
  const primary = mac ? key.metaKey : key.ctrlKey;
  const otherModifier = mac ? key.ctrlKey : key.metaKey;
  if (otherModifier) return null;
  if (key.key === 'Escape') return { kind: 'escape' };

  const writing = context.mode === 'new' || context.mode === 'edit';
  if (key.altKey) {
    if (writing || primary) return null;
    if (key.key === 'ArrowDown') return { kind: 'variant', by: 1 };
    if (key.key === 'ArrowUp') return { kind: 'variant', by: -1 };
    const offset = digitOffset(key);
    return offset === null ? null : { kind: 'pick', offset };
  }
  if (key.key === 'Enter') return enterCommand(key, primary, context);
  if (primary) return primaryCommand(key, context);
  if (context.mode === 'pick' && context.place.kind !== 'field') return pickModeCommand(key);
  if (writing) return null;
  // What is typed outside any input is meant for the search; the preview scrolls by its own keys.
  const outside = context.place.kind === 'preview' || context.place.kind === 'list';
  if (outside && isCharacter(key)) return { kind: 'to-search' };
  if (context.place.kind !== 'search' && context.place.kind !== 'list') return null;
  if (key.key === 'Tab') return key.shiftKey ? null : { kind: 'pick-mode' };
  return listCommand(key);
}

/**
 * Says what a pressed key asks for; null when it is left to the page (typing, the caret, the native copy) or belongs to an
 * input method. A held key repeats moves and nothing else, so that a long Enter pastes once.
 */
export function commandFor(key: KeyLike, context: KeyContext): Command | null {
  if (belongsToInputMethod(key, context.compositionEndedAt)) return null;
  const command = commandOf(key, context);
  if (command === null) return null;
  return key.repeat && !repeatable.has(command.kind) ? { kind: 'ignore' } : command;
}
