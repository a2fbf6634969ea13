import { fold } from '../fold.ts';
import type { MatchRange } from '../search-result.ts';
import type { LintWord } from './lint-rule.ts';
import { anyOf, overlaps, rangesOf } from './match-patterns.ts';
import { wordExceptions } from './starter-words.ts';

type FoldedWord = { folded: string; word: LintWord; exceptions: RegExp | null };

/** The shop's words, filed under their first two code units so that a long list costs no more than a short one. */
export type WordIndex = ReadonlyMap<string, readonly FoldedWord[]>;

export type FoundWord = { range: MatchRange; word: LintWord };

/** Files the words of a policy. Of two that are equal once folded the first counts. */
export function indexWords(words: readonly LintWord[]): WordIndex {
  const index = new Map<string, FoldedWord[]>();
  const seen = new Set<string>();
  for (const word of words) {
    const folded = fold(word.word).trim();
    if (folded === '' || seen.has(folded)) continue;
    seen.add(folded);
    const exceptions = anyOf(wordExceptions.get(folded) ?? []);
    const entry = { folded, word, exceptions };
    const key = folded.slice(0, 2);
    const filed = index.get(key);
    if (filed) filed.push(entry);
    else index.set(key, [entry]);
  }
  // The longest first: 全网最低价 is one finding, not two.
  for (const filed of index.values()) filed.sort((a, b) => b.folded.length - a.folded.length);
  return index;
}

/**
 * The shop's words in a folded text, from left to right, none inside another. Of two that overlap the one that blocks counts,
 * else the first, else the longest.
 */
export function findWords(folded: string, index: WordIndex): FoundWord[] {
  if (index.size === 0) return [];
  const phrases = new Map<RegExp, readonly MatchRange[]>();
  const blocking = scan('block', []);
  const warning = scan(
    'warn',
    blocking.map(({ range }) => range),
  );
  return [...blocking, ...warning].sort((a, b) => a.range[0] - b.range[0]);

  function scan(level: LintWord['level'], taken: readonly MatchRange[]): FoundWord[] {
    const found: FoundWord[] = [];
    for (let start = 0; start < folded.length; ) {
      const entry = wordAt(folded, start, index, level);
      const range: MatchRange = [start, start + (entry?.folded.length ?? 1)];
      const isFree = entry !== null && !overlaps(range, taken);
      if (isFree && !isExcused(range, entry)) found.push({ range, word: entry.word });
      start = isFree ? range[1] : start + 1;
    }
    return found;
  }

  /** The phrases of a word are looked for once in a text, however often the word is there. */
  function isExcused(range: MatchRange, { exceptions }: FoldedWord): boolean {
    if (exceptions === null) return false;
    const known = phrases.get(exceptions) ?? rangesOf(folded, exceptions);
    phrases.set(exceptions, known);
    return overlaps(range, known);
  }
}

function wordAt(
  folded: string,
  start: number,
  index: WordIndex,
  level: LintWord['level'],
): FoldedWord | null {
  const pair = folded.slice(start, start + 2);
  for (const key of [pair, pair.slice(0, 1)]) {
    for (const entry of index.get(key) ?? []) {
      const isHere = entry.word.level === level && folded.startsWith(entry.folded, start);
      if (isHere && standsAlone(folded, start, entry.folded)) return entry;
    }
  }
  return null;
}

/** A word of Latin letters or digits must not be a piece of a longer one. */
function standsAlone(text: string, start: number, word: string): boolean {
  const before = text.charAt(start - 1) + word.charAt(0);
  const after = word.slice(-1) + text.charAt(start + word.length);
  return !/^[a-z0-9]{2}$/.test(before) && !/^[a-z0-9]{2}$/.test(after);
}
