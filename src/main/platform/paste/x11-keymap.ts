import type { KeyboardMapping } from '../native/x-connection.ts';

/** Keysyms as in keysymdef.h. */
export const KEYSYM = {
  v: 0x76,
  insert: 0xff63,
  left: 0xff51,
  return: 0xff0d,
  tab: 0xff09,
  shift: 0xffe1,
  control: 0xffe3,
} as const;

/** Keysyms of Unicode characters beyond Latin-1 are the code point plus this. */
const UNICODE_KEYSYM = 0x0100_0000;

/** The key that gives `keysym` in any group and level, the plainest one first; null when no key has it. */
export function findKeycode(mapping: KeyboardMapping, keysym: number): number | null {
  for (let column = 0; column < mapping.width; column += 1) {
    for (let row = 0; row * mapping.width < mapping.keysyms.length; row += 1) {
      if (mapping.keysyms[row * mapping.width + column] === keysym) {
        return mapping.firstKeycode + row;
      }
    }
  }
  return null;
}

/** Keys with no meaning in the current layout, which can lend themselves to any character; highest first. */
export function spareKeycodes(mapping: KeyboardMapping): number[] {
  const spare: number[] = [];
  for (let row = 0; row * mapping.width < mapping.keysyms.length; row += 1) {
    const start = row * mapping.width;
    if (mapping.keysyms.subarray(start, start + mapping.width).every((keysym) => keysym === 0)) {
      spare.unshift(mapping.firstKeycode + row);
    }
  }
  return spare;
}

/** Keys in a row with what they mean, for one request each: every request makes all programs read the layout anew. */
export function rowsOfKeys(keysymOf: ReadonlyMap<number, number>): { first: number; keysyms: number[] }[] {
  const rows: { first: number; keysyms: number[] }[] = [];
  for (const [keycode, keysym] of [...keysymOf].sort(([one], [other]) => one - other)) {
    const row = rows.at(-1);
    if (row !== undefined && row.first + row.keysyms.length === keycode) {
      row.keysyms.push(keysym);
    } else {
      rows.push({ first: keycode, keysyms: [keysym] });
    }
  }
  return rows;
}

/** The keysym that types one character. A line break is the Return key. */
export function keysymOf(character: string): number {
  if (character === '\n') {
    return KEYSYM.return;
  }
  if (character === '\t') {
    return KEYSYM.tab;
  }
  const codePoint = character.codePointAt(0) ?? 0;
  const isLatin1 = (codePoint >= 0x20 && codePoint <= 0x7e) || (codePoint >= 0xa0 && codePoint <= 0xff);
  return isLatin1 ? codePoint : UNICODE_KEYSYM + codePoint;
}

/**
 * Splits text into runs that need at most `keys` different characters, so that each run can be typed on as many
 * spare keys without giving a key a second meaning. Line breaks are one character however they are written.
 */
export function chunkByDistinctCharacters(text: string, keys: number): string[][] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  let distinct = new Set<string>();
  for (const character of text.replace(/\r\n?/g, '\n')) {
    if (!distinct.has(character) && distinct.size >= keys) {
      chunks.push(chunk);
      chunk = [];
      distinct = new Set();
    }
    distinct.add(character);
    chunk.push(character);
  }
  if (chunk.length > 0) {
    chunks.push(chunk);
  }
  return chunks;
}
