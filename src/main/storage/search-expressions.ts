import { isWholeSyllable, parsePinyin, syllablesFrom } from '../../shared/domain/pinyin.ts';
import type { Run, Term } from '../../shared/domain/query.ts';
import { initialsWindow, longestStart, longestWord, marker } from './search-tokens.ts';

/*
 * Terms as FTS5 expressions over marked tokens. A term holds only letters, digits and ideographs, so nothing in it can
 * be FTS5 syntax; each token is quoted all the same. Expressions may find too much (neighbours in the wrong place), never
 * too little: the judging has the last word. Exact tokens and prefixes of up to three characters after the marker are
 * read straight from the index in rank order; longer prefixes have to be gathered first.
 *
 * Begun syllables are spelt out, but only into pairs that some title has: of the hundreds of ways to go on from `xunfangsh`
 * a library knows a handful.
 */

/** Spellings of neighbouring syllables that occur in titles, joined. */
export type KnownPairs = ReadonlySet<string>;

/** More ways to read a run of letters than this are noise. */
const maxParses = 6;
/** Letters of a run that are looked up as initials; longer runs are not typed as initials only. */
const maxInitials = 12;

function exact(mark: string, text: string): string {
  return `"${mark}${text}"`;
}

function prefix(mark: string, text: string): string {
  return `"${mark}${text}" *`;
}

function all(parts: readonly string[]): string {
  const distinct = [...new Set(parts)];
  return distinct.length === 1 ? (distinct[0] as string) : `(${distinct.join(' AND ')})`;
}

function any(parts: readonly (string | null)[]): string | null {
  const distinct = [...new Set(parts.filter((part) => part !== null))];
  if (distinct.length < 2) return distinct[0] ?? null;
  return `(${distinct.join(' OR ')})`;
}

/** All expressions at once; null if one of them cannot match anything. */
export function conjunction(parts: readonly (string | null)[]): string | null {
  const present = parts.filter((part) => part !== null);
  return present.length === parts.length && present.length > 0 ? all(present) : null;
}

/** What any of the parts finds; null where none of them asks for anything. */
export function disjunction(parts: readonly (string | null)[]): string | null {
  return any(parts);
}

function ideographs(text: string, mark: string): string {
  const characters = [...text];
  if (characters.length === 1) return prefix(mark, text);
  return all(characters.slice(1).map((character, index) => exact(mark, `${characters[index]}${character}`)));
}

function words(text: string, mark: string): string {
  return prefix(mark, text.slice(0, longestWord));
}

/** The title has the term's own characters, or the whole syllables that it spells. */
export function titleExpression(term: Term, known: KnownPairs): string | null {
  return conjunction(
    term.runs.map((run) => {
      if (run.kind === 'ideographs') return ideographs(run.text, marker.titleGram);
      if (run.kind === 'digits') return words(run.text, marker.titleWord);
      return any([words(run.text, marker.titleWord), ...spellings(run.text, 'whole', known)]);
    }),
  );
}

/** The title reads as the term where letters may also be initials; null when the term has no letters. */
export function initialsExpression(term: Term, known: KnownPairs): string | null {
  if (!term.runs.some((run) => run.kind === 'letters')) return null;
  return conjunction(
    term.runs.map((run) => {
      if (run.kind === 'ideographs') return ideographs(run.text, marker.titleGram);
      if (run.kind === 'digits')
        return any([words(run.text, marker.titleWord), prefix(marker.initials, run.text[0] ?? '')]);
      return any([
        words(run.text, marker.titleWord),
        ...spellings(run.text, 'begun', known),
        initials(run.text),
        skeleton(run.text),
      ]);
    }),
  );
}

/** The title begins with the term, read in any way. */
export function startExpression(term: Term, known: KnownPairs): string | null {
  const [run, second] = term.runs;
  if (!run) return null;
  const rest =
    term.runs.length > 1 ? (initialsExpression(term, known) ?? titleExpression(term, known)) : null;
  const start = startOf(run, second, known);
  return rest && start ? all([start, rest]) : start;
}

function startOf(run: Run, second: Run | undefined, known: KnownPairs): string | null {
  if (run.kind === 'ideographs') {
    const characters = [...run.text];
    const start = characters.slice(0, 2).join('');
    if (characters.length === 1) return prefix(marker.titleStart, start);
    const grams = ideographs(run.text, marker.titleGram);
    return all([exact(marker.titleStart, start), grams]);
  }
  if (run.kind === 'digits' || second) return prefix(marker.spellingStart, run.text.slice(0, longestStart));
  return any([startSpelling(run.text, known), startInitials(run.text)]);
}

/** The first two units together are the beginning of what was typed, or the other way round. */
function startSpelling(letters: string, known: KnownPairs): string | null {
  if (letters.length <= 3) return prefix(marker.spellingStart, letters);
  const narrowed = any(spellings(letters, 'whole', known));
  const beginnings: string[] = [];
  for (let length = 2; length <= Math.min(letters.length, longestStart); length += 1) {
    beginnings.push(exact(marker.spellingStart, letters.slice(0, length)));
  }
  const begins = any([...beginnings, prefix(marker.spellingStart, letters.slice(0, longestStart))]) as string;
  return narrowed && letters.length > longestStart ? all([begins, narrowed]) : begins;
}

function startInitials(letters: string): string | null {
  if (letters.length < 2 || letters.length > maxInitials) return null;
  if (letters.length <= initialsWindow) return prefix(marker.initialsStart, letters);
  return all([exact(marker.initialsStart, letters.slice(0, initialsWindow)), ...windows(letters.slice(1))]);
}

function windows(letters: string): string[] {
  if (letters.length <= initialsWindow) return [prefix(marker.initials, letters)];
  const parts: string[] = [];
  for (let start = 0; start + initialsWindow <= letters.length; start += 1) {
    parts.push(exact(marker.initials, letters.slice(start, start + initialsWindow)));
  }
  return parts;
}

function initials(letters: string): string | null {
  return letters.length > maxInitials ? null : all(windows(letters));
}

/** A title word without its vowels; a single letter would say too little. */
function skeleton(letters: string): string | null {
  return letters.length < 2 ? null : words(letters, marker.skeleton);
}

/**
 * The ways to read letters as pinyin. `whole`: syllables only, the last may be begun. `begun`: also initials between
 * them; a run of nothing but initials is left to `initials`.
 */
function spellings(letters: string, mode: 'whole' | 'begun', known: KnownPairs): string[] {
  const expressions: string[] = [];
  for (const pieces of parsePinyin(letters, maxParses)) {
    const begun = pieces.slice(0, -1).some((piece) => !isWholeSyllable(piece));
    if (mode === 'whole' && begun) continue;
    const expression = spellingOf(pieces, known);
    if (expression) expressions.push(expression);
  }
  return expressions;
}

/** Null when two of the pieces are neighbours in no title. */
function spellingOf(pieces: readonly string[], known: KnownPairs): string | null {
  const [only] = pieces;
  if (pieces.length === 1 && only) return prefix(marker.spelling, only);
  const parts: string[] = [];
  let begun = false;
  for (let index = 0; index + 1 < pieces.length; index += 1) {
    const here = pieces[index] as string;
    const next = pieces[index + 1] as string;
    const isBegun = !isWholeSyllable(here) && !isWholeSyllable(next);
    if (!isWholeSyllable(here) || !isWholeSyllable(next)) begun = true;
    // Two begun syllables can be many pairs; among more pieces the initials narrow down as well.
    if (isBegun && (pieces.length > 2 || here.length + next.length === 2)) continue;
    const tokens = pairs(here, next, index + 2 === pieces.length, known);
    if (tokens === null) return null;
    parts.push(tokens);
  }
  if (begun && (parts.length === 0 || pieces.length >= initialsWindow)) {
    parts.push(...windows(pieces.map((piece) => piece.slice(0, 1)).join('')));
  }
  return all(parts);
}

/** Two neighbouring syllables; `isLast`: the second may go on. */
function pairs(here: string, next: string, isLast: boolean, known: KnownPairs): string | null {
  const firsts = isWholeSyllable(here) ? [here] : syllablesFrom(here);
  const seconds = isWholeSyllable(next) && !isLast ? [next] : syllablesFrom(next);
  const tokens: string[] = [];
  for (const first of firsts) {
    for (const second of seconds) {
      if (known.has(first + second)) tokens.push(exact(marker.spelling, first + second));
    }
  }
  return any(tokens);
}

/** One of several readings of whole syllables. */
export function readingsExpression(
  readings: readonly (readonly string[])[],
  known: KnownPairs,
): string | null {
  return any(readings.map((reading) => spellingOf(reading, known)));
}

/** The title has one of these whole words. */
export function wordsExpression(texts: readonly string[]): string | null {
  return any(texts.map((text) => exact(marker.titleWord, text)));
}

/** The first letters of a run begin the spelling of some unit; for runs that mix words and initials (`vipkh`). */
export function beginningExpression(letters: string): string | null {
  return letters.length < 4 ? null : prefix(marker.spelling, letters.slice(0, 3));
}

/** A tag or category has the term. */
export function labelExpression(term: Term): string | null {
  if (term.tagOnly) return prefix(marker.tag, term.text.slice(0, longestWord));
  return conjunction(
    term.runs.map((run) =>
      run.kind === 'ideographs' ? ideographs(run.text, marker.labelGram) : words(run.text, marker.labelWord),
    ),
  );
}

/** The body has the term's own characters. */
export function bodyExpression(term: Term): string | null {
  if (term.tagOnly) return null;
  return conjunction(
    term.runs.map((run) =>
      run.kind === 'ideographs' ? ideographs(run.text, marker.bodyGram) : words(run.text, marker.bodyWord),
    ),
  );
}

/** A shortcode begins with `key`, which has up to three characters. */
export function shortcodeExpression(key: string): string {
  return prefix(marker.shortcode, key);
}
