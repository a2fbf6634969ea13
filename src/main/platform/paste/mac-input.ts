import type { PasteChord } from './keys.ts';

/** Key codes by position, as in HIToolbox/Events.h: V is where it is on every layout but Dvorak and its like. */
export const MAC_KEY = { v: 9, return: 36, insert: 114, left: 123 } as const;

/** Event flags as in CGEventTypes.h. */
export const MAC_FLAG = { none: 0, shift: 0x2_0000, command: 0x10_0000 } as const;

/**
 * What a chord strikes. Terminals, for which the rules say Ctrl+Shift+V, paste with Cmd+V on macOS too. The flags are part of the event, so that keys which the agent still holds do not
 * matter.
 */
export const MAC_CHORDS: Record<PasteChord, { key: number; flags: number }> = {
  'Mod+V': { key: MAC_KEY.v, flags: MAC_FLAG.command },
  'Ctrl+Shift+V': { key: MAC_KEY.v, flags: MAC_FLAG.command },
  'Shift+Insert': { key: MAC_KEY.insert, flags: MAC_FLAG.shift },
};

/** Longer texts are cut off by the system in one event. */
const MOST_UNITS = 20;

/** Splits a line into pieces for one event each, never inside a character. */
export function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (piece.length + character.length > MOST_UNITS) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
