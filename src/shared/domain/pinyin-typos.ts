import { isOneEdit } from './edit-distance.ts';
import { isSyllable, isSyllablePrefix, syllables } from './pinyin.ts';

/** Shortest run of letters in which a typing error is looked for. */
const minLength = 5;
/** Longest: beyond it a reply would have been found by its beginning. */
const maxLength = 24;
/** The longest syllables have six letters (zhuang). */
const longestSyllable = 6;

/** Syllables by every text that remains when one of their letters, or none, is left out. */
let shortened: Map<string, string[]> | null = null;
const nearCache = new Map<string, readonly string[]>();
const maxCached = 2_000;

/**
 * Spellings that are one edit from `letters` and read as whole syllables (the last may be begun), those with the
 * fewest syllables first: `tuikaun` gives `tuikuan`. At most `limit`.
 *
 * The edit lies inside one syllable or swaps letters across two, so only one stretch has to be replaced by a syllable
 * near it while the rest already reads well.
 */
export function correctPinyin(letters: string, limit: number): string[] {
  const length = letters.length;
  if (length < minLength || length > maxLength) return [];
  const before = countBefore(letters);
  const after = countAfter(letters);
  const found = new Map<string, number>();
  const offer = (spelling: string, count: number) => {
    // Two syllables at least, and not so many that they are mere letters.
    if (count < 2 || count > spelling.length / 2 + 0.5 || spelling === letters) return;
    if (count < (found.get(spelling) ?? Number.POSITIVE_INFINITY)) found.set(spelling, count);
  };
  for (let start = 0; start < length; start += 1) {
    const lead = before[start] as number;
    if (!Number.isFinite(lead)) continue;
    for (let end = start + 1; end <= Math.min(length, start + longestSyllable + 1); end += 1) {
      const count = lead + 1 + (after[end] as number);
      if (!Number.isFinite(count)) continue;
      for (const syllable of nearSyllables(letters.slice(start, end))) {
        offer(letters.slice(0, start) + syllable + letters.slice(end), count);
      }
    }
  }
  for (let index = 0; index + 1 < length; index += 1) {
    const swapped = letters.slice(0, index) + letters[index + 1] + letters[index] + letters.slice(index + 2);
    offer(swapped, countBefore(swapped)[length] as number);
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .slice(0, limit)
    .map(([spelling]) => spelling);
}

/** Fewest whole syllables that cover the text before each place; the last of all may be begun only. */
function countBefore(letters: string): number[] {
  const fewest = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  fewest[0] = 0;
  for (let start = 0; start < letters.length; start += 1) {
    const count = (fewest[start] as number) + 1;
    if (!Number.isFinite(count)) continue;
    for (let end = start + 1; end <= Math.min(letters.length, start + longestSyllable); end += 1) {
      if (count < (fewest[end] as number) && isPiece(letters, start, end)) fewest[end] = count;
    }
  }
  return fewest;
}

/** Fewest whole syllables that cover the text from each place to the end. */
function countAfter(letters: string): number[] {
  const fewest = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  fewest[letters.length] = 0;
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= Math.min(letters.length, start + longestSyllable); end += 1) {
      const count = 1 + (fewest[end] as number);
      if (count < (fewest[start] as number) && isPiece(letters, start, end)) fewest[start] = count;
    }
  }
  return fewest;
}

function isPiece(letters: string, start: number, end: number): boolean {
  const piece = letters.slice(start, end);
  if (piece.length === 1) return piece === 'a' || piece === 'e' || piece === 'o' || end === letters.length;
  return isSyllable(piece) || (end === letters.length && isSyllablePrefix(piece));
}

/** Syllables one edit from `segment`. */
function nearSyllables(segment: string): readonly string[] {
  const cached = nearCache.get(segment);
  if (cached) return cached;
  shortened ??= makeShortened();
  const near = new Set<string>();
  for (const key of withoutOne(segment)) {
    for (const syllable of shortened.get(key) ?? []) {
      if (isOneEdit(segment, syllable)) near.add(syllable);
    }
  }
  const result = [...near];
  if (nearCache.size >= maxCached) nearCache.clear();
  nearCache.set(segment, result);
  return result;
}

function makeShortened(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const syllable of syllables) {
    if (syllable.length < 2) continue;
    for (const key of withoutOne(syllable)) {
      const list = map.get(key);
      if (list) list.push(syllable);
      else map.set(key, [syllable]);
    }
  }
  return map;
}

/** `text` and what remains when one letter is left out. */
function withoutOne(text: string): string[] {
  const results = [text];
  for (let index = 0; index < text.length; index += 1)
    results.push(text.slice(0, index) + text.slice(index + 1));
  return results;
}
