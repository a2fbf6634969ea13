import { isAbbreviation, isOneEditFromPrefix, withoutVowels } from './edit-distance.ts';
import { matchUnits, type UnitMatch } from './matcher.ts';
import type { Term } from './query.ts';
import {
  approximatePoints,
  classPoints,
  rareReadingPoints,
  startingInitialsPoints,
  wholeTitlePoints,
} from './ranking.ts';
import type { MatchClass, MatchRange } from './search-result.ts';
import type { Unit } from './units.ts';

/** What a reply is judged by, taken apart once. */
export type Judged = {
  title: string;
  titleUnits: readonly Unit[];
  tagUnits: readonly (readonly Unit[])[];
  categoryUnits: readonly (readonly Unit[])[];
};

/** How one term met one reply. */
export type TermMatch = {
  matchClass: MatchClass;
  points: number;
  titleRanges: MatchRange[];
  /** First and last unit of the title that it met, if any. */
  titleUnits: [first: number, last: number] | null;
  /** Breaks ties between rows of equal points, use and recency: 0 (far) to about 2. */
  closeness: number;
};

/** Shortest word that may hold a typing error; shorter ones are one edit from nearly anything. */
const minTypoLength = 5;
/** Shortest abbreviation without vowels: `rfd`. */
const minAbbreviationLength = 3;

/**
 * Judges a term against title, tags and categories; null when it meets none of them. With `spellings` it may also be
 * a misspelt or abbreviated Latin word, or mean one of the given corrected spellings.
 */
export function judgeTerm(term: Term, reply: Judged, spellings: readonly string[] | null): TermMatch | null {
  const title = term.tagOnly ? null : judgeTitle(term, reply, term.text);
  if (title && title.matchClass !== 'initials') return title;
  const label = judgeLabels(term, reply);
  if (title && label) return title.points >= label.points ? title : label;
  const proper = title ?? label;
  if (proper || !spellings || term.tagOnly) return proper;
  return judgeApproximately(term, reply, spellings);
}

function judgeTitle(term: Term, reply: Judged, text: string): TermMatch | null {
  const match = matchUnits(reply.titleUnits, text) ?? matchSkeleton(reply.titleUnits, text);
  if (!match) return null;
  const matchClass = match.quality === 'initials' ? 'initials' : match.first === 0 ? 'title-prefix' : 'title';
  return {
    matchClass,
    points: classPoints[matchClass] + nuance(match, matchClass),
    titleRanges: match.ranges,
    titleUnits: [match.first, match.last],
    closeness: closenessOf(term, reply, match),
  };
}

/** What a match counts more or less than others of its class. */
function nuance(match: UnitMatch, matchClass: MatchClass): number {
  let points = 0;
  if (match.whole && matchClass === 'title-prefix') points += wholeTitlePoints;
  if (match.first === 0 && matchClass === 'initials') points += startingInitialsPoints;
  if (match.rareReading) points -= rareReadingPoints;
  return points;
}

/** A title word that begins like the term once its vowels are left out: `rfnd` meets `refund`. */
function matchSkeleton(units: readonly Unit[], text: string): UnitMatch | null {
  if (text.length < 2) return null;
  const first = units.findIndex(
    (unit) => unit.kind === 'word' && unit.text[0] === text[0] && withoutVowels(unit.text).startsWith(text),
  );
  const unit = units[first];
  if (!unit) return null;
  return {
    quality: 'initials',
    first,
    last: first,
    whole: false,
    rareReading: false,
    ranges: [[unit.start, unit.end]],
  };
}

/** Whether the terms meet the title one after the other from its beginning. */
export function isPhrase(matches: readonly TermMatch[]): boolean {
  let next = 0;
  for (const { titleUnits } of matches) {
    if (!titleUnits || titleUnits[0] !== next) return false;
    next = titleUnits[1] + 1;
  }
  return true;
}

/** In the script that was typed, early, covering much of the title, from and to a break: `换绑` in 手机换绑（模板）. */
function closenessOf(term: Term, { title, titleUnits }: Judged, { first, last }: UnitMatch): number {
  const covered = (last - first + 1) / titleUnits.length;
  const early = 1 / (1 + first);
  const sameScript = term.traditional !== null && title.includes(term.traditional) ? 1 : 0;
  const breaks = (isBreak(titleUnits, first - 1) ? 1 : 0) + (isBreak(titleUnits, last) ? 1 : 0);
  return sameScript + covered * 0.6 + early * 0.4 + breaks * 0.2;
}

/** Whether something separates a unit from the next one, or one of them does not exist. */
function isBreak(units: readonly Unit[], index: number): boolean {
  const before = units[index];
  const after = units[index + 1];
  return !before || !after || before.end < after.start;
}

function judgeLabels(term: Term, reply: Judged): TermMatch | null {
  const labels = term.tagOnly ? reply.tagUnits : [...reply.tagUnits, ...reply.categoryUnits];
  let closeness = -1;
  for (const units of labels) {
    const match = matchUnits(units, term.text);
    if (!match) continue;
    const here =
      (match.whole ? 1 : 0) + (match.first === 0 ? 0.5 : 0) + (match.quality === 'literal' ? 0.25 : 0);
    closeness = Math.max(closeness, here);
  }
  if (closeness < 0) return null;
  return {
    matchClass: 'tag-or-category',
    points: classPoints['tag-or-category'],
    titleRanges: [],
    titleUnits: null,
    closeness,
  };
}

function judgeApproximately(term: Term, reply: Judged, spellings: readonly string[]): TermMatch | null {
  for (const spelling of spellings) {
    const match = judgeTitle(term, reply, spelling);
    if (match) return { ...match, matchClass: 'initials', points: approximatePoints };
  }
  if (term.runs.length !== 1 || term.runs[0]?.kind !== 'letters') return null;
  const typed = term.text;
  const place = reply.titleUnits.findIndex((unit) => unit.kind === 'word' && isMeant(typed, unit.text));
  const unit = reply.titleUnits[place];
  if (!unit) return null;
  return {
    matchClass: 'title',
    points: approximatePoints,
    titleRanges: [[unit.start, unit.end]],
    titleUnits: [place, place],
    closeness: 1 / reply.titleUnits.length,
  };
}

/** Whether `typed` may stand for `word`: an abbreviation, or one typing error. */
export function isMeant(typed: string, word: string): boolean {
  if (typed.length >= minAbbreviationLength && isAbbreviation(typed, word)) return true;
  return typed.length >= minTypoLength && isOneEditFromPrefix(typed, word);
}
