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

/** A way to read letters as whole syllables; the last may be begun only. */
export type Reading = readonly string[];

type IsKnown = (first: string, second: string) => boolean;

/** Readings that are kept of each beginning and end: `gangao` is `gan gao` and `gang ao`. */
const maxReadings = 4;

/**
 * Readings that one edit turns `letters` into, those with the fewest syllables first: `tuikaun` gives `tui kuan`. Only
 * readings of which `isKnown` accepts every two neighbours, so that few remain. At most `limit`.
 *
 * The edit lies inside one syllable or swaps letters across two, so only one stretch has to be replaced by a syllable
 * near it while the rest already reads well.
 */
export function correctPinyin(letters: string, limit: number, isKnown: IsKnown): Reading[] {
  const length = letters.length;
  if (length < minLength || length > maxLength) return [];
  const found = new Map<string, Reading>();
  const offer = (reading: Reading) => {
    const spelling = reading.join('');
    // Two syllables at least, and not so many that they are mere letters.
    if (reading.length < 2 || reading.length > spelling.length / 2 + 0.5 || spelling === letters) return;
    found.set(reading.join(' '), reading);
  };
  const before = readingsBefore(letters, isKnown);
  const after = readingsAfter(letters, isKnown);
  for (let start = 0; start < length; start += 1) {
    const leads = before[start] as Reading[];
    if (leads.length === 0) continue;
    for (let end = start + 1; end <= Math.min(length, start + longestSyllable + 1); end += 1) {
      const rests = after[end] as Reading[];
      if (rests.length === 0) continue;
      for (const syllable of nearSyllables(letters.slice(start, end))) {
        for (const reading of joinAll(leads, syllable, rests, isKnown)) offer(reading);
      }
    }
  }
  for (let index = 0; index + 1 < length; index += 1) {
    const swapped = letters.slice(0, index) + letters[index + 1] + letters[index] + letters.slice(index + 2);
    for (const reading of readingsBefore(swapped, isKnown)[length] as Reading[]) offer(reading);
  }
  return [...found.values()].sort((a, b) => a.length - b.length).slice(0, limit);
}

function joinAll(leads: Reading[], syllable: string, rests: Reading[], isKnown: IsKnown): Reading[] {
  const fitting = leads.filter((lead) => follows(lead, syllable, isKnown));
  if (fitting.length === 0) return [];
  return rests
    .filter((rest) => rest.length === 0 || isPair(syllable, rest[0] as string, rest.length === 1, isKnown))
    .flatMap((rest) => fitting.map((lead) => [...lead, syllable, ...rest]));
}

function follows(lead: Reading, syllable: string, isKnown: IsKnown): boolean {
  return lead.length === 0 || isKnown(lead.at(-1) as string, syllable);
}

/** A last syllable that is begun only is not known yet. */
function isPair(first: string, second: string, isLast: boolean, isKnown: IsKnown): boolean {
  return (isLast && !isSyllable(second)) || isKnown(first, second);
}

/** Readings of the text before each place, few syllables first. */
function readingsBefore(letters: string, isKnown: IsKnown): Reading[][] {
  const readings: Reading[][] = Array.from({ length: letters.length + 1 }, () => []);
  readings[0] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    const here: Reading[] = [];
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const leads = readings[start] as Reading[];
      if (leads.length === 0 || !isPiece(letters, start, end)) continue;
      const piece = letters.slice(start, end);
      for (const lead of leads) {
        const isLast = end === letters.length;
        if (lead.length === 0 || isPair(lead.at(-1) as string, piece, isLast, isKnown))
          here.push([...lead, piece]);
      }
    }
    readings[end] = shortest(here);
  }
  return readings;
}

/** Readings of the text from each place to the end, few syllables first. */
function readingsAfter(letters: string, isKnown: IsKnown): Reading[][] {
  const readings: Reading[][] = Array.from({ length: letters.length + 1 }, () => []);
  readings[letters.length] = [[]];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const here: Reading[] = [];
    for (let end = start + 1; end <= Math.min(letters.length, start + longestSyllable); end += 1) {
      const rests = readings[end] as Reading[];
      if (rests.length === 0 || !isPiece(letters, start, end)) continue;
      const piece = letters.slice(start, end);
      for (const rest of rests) {
        if (rest.length === 0 || isPair(piece, rest[0] as string, rest.length === 1, isKnown))
          here.push([piece, ...rest]);
      }
    }
    readings[start] = shortest(here);
  }
  return readings;
}

function shortest(readings: Reading[]): Reading[] {
  return readings.sort((a, b) => a.length - b.length).slice(0, maxReadings);
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
