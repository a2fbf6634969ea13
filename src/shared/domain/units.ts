import { fold } from './fold.ts';

/**
 * The smallest thing that a search term can match: one ideograph (or emoji), one word, or one number.
 * `text` is folded; `start` and `end` are offsets in the original string.
 */
export type Unit = { kind: UnitKind; text: string; start: number; end: number };
export type UnitKind = 'ideograph' | 'word' | 'number';

type CharacterClass = UnitKind | 'pair' | 'other';

/** Letters of the scripts that write words with spaces, below the ideographs. */
const letters = makeLetterTable();

function makeLetterTable(): Uint8Array {
  const limit = 0x2000;
  const table = new Uint8Array(limit);
  for (let code = 0x80; code < limit; code += 1) {
    if (/[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))) table[code] = 1;
  }
  return table;
}

/** Whether a folded code unit is a character that is matched alone: ideographs, kana, Hangul. */
export function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

/** Whether a folded code unit is a digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a folded code unit is a letter of an alphabet. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return code < letters.length && letters[code] === 1;
}

/** Whether a folded code unit belongs to some unit; everything else only separates. */
export function isMeaningful(code: number): boolean {
  return isLetter(code) || isDigit(code) || isIdeograph(code) || (code >= 0xd800 && code <= 0xdfff);
}

function classOf(text: string, index: number): CharacterClass {
  const code = text.charCodeAt(index);
  if (isLetter(code)) return 'word';
  if (isDigit(code)) return 'number';
  if (isIdeograph(code)) return 'ideograph';
  if (code >= 0xd800 && code <= 0xdbff) {
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) return 'pair';
  }
  return 'other';
}

/** Splits `text` into its units, at most `limit` of them. White space, punctuation and controls separate. */
export function splitUnits(text: string, limit = Number.POSITIVE_INFINITY): Unit[] {
  const folded = fold(text);
  const units: Unit[] = [];
  let start = 0;
  while (start < folded.length && units.length < limit) {
    const kind = classOf(folded, start);
    let end = start + 1;
    if (kind === 'other') {
      start = end;
      continue;
    }
    if (kind === 'pair') end = start + 2;
    else if (kind !== 'ideograph') while (end < folded.length && classOf(folded, end) === kind) end += 1;
    units.push({ kind: kind === 'pair' ? 'ideograph' : kind, text: folded.slice(start, end), start, end });
    start = end;
  }
  return units;
}
