import { fold } from './fold.ts';
import type { MatchRange } from './search-result.ts';
import { isDigit, isLetter, isMeaningful } from './units.ts';

/**
 * Finds `text` (folded, without separators) in a body: the characters in a row, or with separators between them that
 * the term has not. A term that starts with a letter or digit has to start at the beginning of a word.
 * Returns the range in `body`, or null.
 */
export function findInBody(body: string, text: string): MatchRange | null {
  const folded = fold(body);
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) {
    if (startsWord(folded, start)) return [start, start + text.length];
  }
  const first = text[0] as string;
  for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
    const end = startsWord(folded, start) ? endOfLoose(folded, start, text) : -1;
    if (end > start) return [start, end];
  }
  return null;
}

function startsWord(folded: string, start: number): boolean {
  if (start === 0) return true;
  const here = folded.charCodeAt(start);
  const before = folded.charCodeAt(start - 1);
  if (isLetter(here)) return !isLetter(before);
  return !isDigit(here) || !isDigit(before);
}

function endOfLoose(folded: string, start: number, text: string): number {
  let place = start;
  for (let index = 0; index < text.length; index += 1) {
    if (index > 0) while (place < folded.length && !isMeaningful(folded.charCodeAt(place))) place += 1;
    if (folded[place] !== text[index]) return -1;
    place += 1;
  }
  return place;
}

/** Characters of a body that a row shows, about a line. */
const snippetLength = 120;

/** So much of the beginning of a body is enough to cut the snippet of a row whose match is elsewhere. */
export const bodyStartLength = snippetLength + 2;
/** Characters shown before the match, so that it has some context. */
const leadLength = 24;

/**
 * Cuts the line to show out of a body whose white space is collapsed: the beginning, or the surroundings of the first
 * match. Ranges come back relative to the snippet, cut to it.
 */
export function cutSnippet(
  body: string,
  ranges: readonly MatchRange[],
): { snippet: string; ranges: MatchRange[] } {
  const first = ranges[0]?.[0] ?? 0;
  const wanted = first + leadLength < snippetLength ? 0 : first - leadLength;
  const start = isLowSurrogate(body, wanted) ? wanted + 1 : wanted;
  const cut = Math.min(body.length, start + snippetLength);
  const end = isLowSurrogate(body, cut) ? cut - 1 : cut;
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const shown = ranges
    .filter((range) => range[0] >= start && range[0] < end)
    .map((range): MatchRange => [range[0] + shift, Math.min(range[1], end) + shift]);
  return { snippet: lead + body.slice(start, end) + (end < body.length ? '…' : ''), ranges: shown };
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
