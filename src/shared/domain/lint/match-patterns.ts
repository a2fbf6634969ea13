import { fold } from '../fold.ts';
import type { MatchRange } from '../search-result.ts';

const hanCharacters = /[一-龥]+/g;

/**
 * One expression for any of `patterns`; null when there are none. Their Chinese characters are folded here as texts are, which
 * also folds a few that simplified texts have (么).
 */
export function anyOf(patterns: readonly string[]): RegExp | null {
  if (patterns.length === 0) return null;
  return new RegExp(patterns.map((pattern) => `(?:${pattern.replace(hanCharacters, fold)})`).join('|'), 'g');
}

/** Where an expression with the flag `g` matches, from left to right; empty matches are left out. */
export function rangesOf(text: string, expression: RegExp): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] !== '') ranges.push([match.index, match.index + match[0].length]);
  }
  return ranges;
}

/** Whether `range` shares a code unit with one of `others`, which come from left to right and apart from each other. */
export function overlaps(range: MatchRange, others: readonly MatchRange[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] as MatchRange)[1] <= range[0]) low = middle + 1;
    else high = middle;
  }
  const next = others[low];
  return next !== undefined && next[0] < range[1];
}
