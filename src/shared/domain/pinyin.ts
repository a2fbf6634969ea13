import { readingLines } from './tables/readings.ts';

/** Every syllable of the standard language without tone, `ü` as `v` and as `u`, in alphabetical order. */
export const syllables: readonly string[] = readingLines
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(' ')));

const syllableSet = new Set(syllables);
const prefixSet = new Set(syllables.flatMap(prefixesOf));
const noReadings: readonly string[] = [];

/** Readings of each folded ideograph, the commonest first. */
const readingTable = makeReadingTable();
const expansions = new Map<string, readonly string[]>();

function prefixesOf(syllable: string): string[] {
  return [...syllable].map((_, index) => syllable.slice(0, index + 1));
}

function makeReadingTable(): Map<number, readonly string[]> {
  // Most characters have one reading: they share one array a syllable.
  const table = new Map<number, readonly string[]>();
  const several = new Map<number, string[]>();
  for (const line of readingLines.split('\n')) {
    const space = line.indexOf(' ');
    const syllable = line.slice(0, space);
    const alone = [syllable];
    for (let index = space + 1; index < line.length; index += 1) {
      const code = line.charCodeAt(index);
      const digit = line.charCodeAt(index + 1) - 0x30;
      const place = digit >= 1 && digit <= 9 ? digit : 0;
      if (place > 0) index += 1;
      const known = table.get(code);
      if (!known && place === 0) {
        table.set(code, alone);
        continue;
      }
      const list = several.get(code) ?? [...(known ?? [])];
      if (list[place] === undefined) list[place] = syllable;
      else list.push(syllable);
      several.set(code, list);
      table.set(code, list);
    }
  }
  for (const [code, list] of several)
    table.set(
      code,
      list.filter((syllable) => syllable !== undefined),
    );
  return table;
}

/** Readings of a folded ideograph, the commonest first; none for other characters. */
export function readingsOf(character: string): readonly string[] {
  return readingTable.get(character.charCodeAt(0)) ?? noReadings;
}

/** Whether letters are a whole syllable, without its tone. */
export function isSyllable(text: string): boolean {
  return syllableSet.has(text);
}

/** Whether letters are the beginning of a syllable, or all of one. */
export function isSyllablePrefix(text: string): boolean {
  return prefixSet.has(text);
}

/** Syllables that start with `prefix`, which may be complete itself. */
export function syllablesFrom(prefix: string): readonly string[] {
  let found = expansions.get(prefix);
  if (!found) {
    found = syllables.filter((syllable) => syllable.startsWith(prefix));
    expansions.set(prefix, found);
  }
  return found;
}

/**
 * Whether a piece of a reading is a whole syllable. A single letter is more often an initial than one of the syllables
 * a, e and o.
 */
export function isWholeSyllable(piece: string): boolean {
  return piece.length > 1 && syllableSet.has(piece);
}

/** A single letter, or one of the digraphs that people type for an initial. */
function isInitial(token: string): boolean {
  if (token.length === 1) return !/[iuv]/.test(token) && prefixSet.has(token);
  return token === 'zh' || token === 'ch' || token === 'sh';
}

/**
 * The ways to read `letters` as a run of syllables and initials, fewest pieces first: `tuik` gives `tui k`, `xian`
 * gives `xian` and `xi an`. The last piece may be the beginning of a syllable. At most `limit` ways.
 */
export function parsePinyin(letters: string, limit = 8): string[][] {
  const length = letters.length;
  const isPiece = (start: number, end: number) => {
    const token = letters.slice(start, end);
    return syllableSet.has(token) || isInitial(token) || (end === length && prefixSet.has(token));
  };
  // Fewest pieces from each place to the end; Infinity where no reading gets through.
  const rest = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  rest[length] = 0;
  for (let start = length - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= Math.min(length, start + 6); end += 1) {
      if (isPiece(start, end)) rest[start] = Math.min(rest[start] as number, 1 + (rest[end] as number));
    }
  }
  const fewest = rest[0] as number;
  const parses: string[][] = [];
  const walk = (start: number, pieces: string[], budget: number) => {
    if (parses.length >= limit) return;
    if (start === length) {
      if (budget === 0) parses.push([...pieces]);
      return;
    }
    for (let end = Math.min(length, start + 6); end > start; end -= 1) {
      if ((rest[end] as number) > budget - 1 || !isPiece(start, end)) continue;
      pieces.push(letters.slice(start, end));
      walk(end, pieces, budget - 1);
      pieces.pop();
    }
  };
  // Ways with up to three pieces more than the fewest are worth a look; beyond that they are noise.
  for (let count = fewest; count <= Math.min(length, fewest + 3); count += 1) walk(0, [], count);
  return parses;
}
