import { findInBody } from '../../shared/domain/body-match.ts';
import { isMeant, isPhrase, judgeTerm, type TermMatch } from '../../shared/domain/judge.ts';
import { mergeRanges } from '../../shared/domain/matcher.ts';
import { correctPinyin } from '../../shared/domain/pinyin-typos.ts';
import { parseQuery, type Query, type Term } from '../../shared/domain/query.ts';
import {
  classPoints,
  combinePoints,
  phrasePoints,
  scoreOfKey,
  usageLift,
} from '../../shared/domain/ranking.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import { validityAt } from '../../shared/domain/reply.ts';
import type { MatchClass } from '../../shared/domain/search-result.ts';
import { isMeaningful } from '../../shared/domain/units.ts';
import type { Entry, SearchEntries } from './search-entries.ts';
import * as expressions from './search-expressions.ts';
import { bestFirst, type Found } from './search-found.ts';

/** When so few proper matches were found, misspelt and abbreviated words are looked for as well. */
const fewRows = 9;
/** Entries looked at for each one wanted, before a list full of near misses is given up. */
const triesPerRow = 3;
const leastTries = 120;
/** Corrected spellings that are looked up for one run of letters. */
const maxCorrections = 32;
/** Dictionary words that one misspelt term may mean. */
const maxMeantWords = 24;

const weakest: readonly MatchClass[] = [
  'body',
  'tag-or-category',
  'initials',
  'title',
  'title-prefix',
  'shortcode-prefix',
  'shortcode-exact',
];

/**
 * Finds the best `limit` replies for a query that is not empty, best first. Those that are not valid at `now` are left out
 * unless `alsoInvalid`; only by its whole shortcode such a reply is always found.
 */
export function findReplies(
  entries: SearchEntries,
  text: string,
  now: Instant,
  limit: number,
  alsoInvalid = false,
): Found[] {
  const query = parseQuery(text);
  const search = new Search(entries, now, limit, alsoInvalid);
  search.run(query);
  return bestFirst(search.found.values()).slice(0, limit);
}

/** One run of one query: collects matches class by class until there are enough. */
class Search {
  private readonly entries: SearchEntries;
  private readonly now: Instant;
  private readonly nowMs: number;
  private readonly limit: number;
  private readonly alsoInvalid: boolean;
  readonly found = new Map<number, Found>();
  private readonly termExpressions = new Map<Term, string | null>();

  constructor(entries: SearchEntries, now: Instant, limit: number, alsoInvalid: boolean) {
    this.entries = entries;
    this.now = now;
    this.nowMs = Date.parse(now);
    this.limit = limit;
    this.alsoInvalid = alsoInvalid;
  }

  run({ terms, shortcode }: Query): void {
    if (shortcode !== null) this.takeShortcodes(shortcode);
    const [only] = terms;
    if (!only) return;
    const proper = (entry: Entry) => this.judge(entry, terms, null);
    const known = this.entries.syllablePairs();
    if (only.tagOnly && terms.length === 1) {
      this.take(expressions.labelExpression(only), proper);
    } else if (terms.length === 1) {
      this.take(expressions.startExpression(only, known), proper);
      this.take(expressions.titleExpression(only, known), proper);
      this.take(
        expressions.initialsExpression(only, known),
        proper,
        this.found.size < this.limit ? this.limit : fewRows * 2,
      );
      if (this.isShort()) this.take(expressions.labelExpression(only), proper);
    } else {
      this.take(
        all(terms, (term) => this.anywhere(term)),
        proper,
      );
    }
    if (this.found.size < fewRows) this.takeApproximate(terms);
    if (this.isShort()) {
      const loose = (entry: Entry) => this.judge(entry, terms, { body: true });
      this.take(
        all(terms, (term) => or(this.anywhere(term), expressions.bodyExpression(term))),
        loose,
      );
    }
    if (this.found.size < fewRows) this.takeCorrected(terms);
  }

  /** A term among several: anywhere in title, tags and categories. */
  private anywhere(term: Term): string | null {
    const known = this.termExpressions.get(term);
    if (known !== undefined) return known;
    const pairs = this.entries.syllablePairs();
    const title = term.tagOnly
      ? null
      : (expressions.initialsExpression(term, pairs) ?? expressions.titleExpression(term, pairs));
    const expression = or(title, expressions.labelExpression(term));
    this.termExpressions.set(term, expression);
    return expression;
  }

  private isListed(entry: Entry): boolean {
    return this.alsoInvalid || isValid(entry, this.now);
  }

  private isShort(): boolean {
    return this.found.size < this.limit;
  }

  /** Reads matches of an expression in rank order until `wanted` of them passed the judging. */
  private take(
    expression: string | null,
    judge: (entry: Entry) => Found | null,
    wanted: number = this.limit,
  ): void {
    if (expression === null) return;
    let tries = Math.max(leastTries, wanted * triesPerRow);
    let taken = 0;
    for (const entry of this.entries.matching(expression)) {
      if (taken >= wanted || tries <= 0) break;
      tries -= 1;
      if (this.found.has(entry.rank)) {
        taken += 1;
        continue;
      }
      if (!this.isListed(entry)) continue;
      const found = judge(entry);
      if (!found) continue;
      this.found.set(entry.rank, found);
      taken += 1;
    }
  }

  private takeShortcodes(key: string): void {
    for (const entry of this.entries.byShortcode(key)) {
      // An exact shortcode finds a reply that may not be pasted now, too: the row says so.
      this.add(entry, 'shortcode-exact', key);
    }
    const longer =
      key.length <= 3 && [...key].every((character) => isMeaningful(character.charCodeAt(0)))
        ? this.firstMatching(expressions.shortcodeExpression(key))
        : this.entries.byShortcodePrefix(key, this.limit);
    for (const entry of longer) {
      if (this.found.has(entry.rank) || !this.isListed(entry)) continue;
      if (entry.shortcodeKey?.startsWith(key)) this.add(entry, 'shortcode-prefix', key);
    }
  }

  private firstMatching(expression: string): Entry[] {
    const first: Entry[] = [];
    for (const entry of this.entries.matching(expression)) {
      first.push(entry);
      if (first.length >= this.limit) break;
    }
    return first;
  }

  private add(entry: Entry, matchClass: 'shortcode-exact' | 'shortcode-prefix', key: string): void {
    this.found.set(entry.rank, {
      entry,
      matchClass,
      points: classPoints[matchClass] + this.lift(entry),
      closeness: key.length / (entry.shortcodeKey?.length ?? key.length),
      titleRanges: [],
      shortcodeLength: key.length,
      bodyTerms: [],
    });
  }

  /** Misspelt and abbreviated Latin words. */
  private takeApproximate(terms: readonly Term[]): void {
    const meant = new Map(terms.map((term) => [term, this.wordsMeantBy(term)]));
    if ([...meant.values()].every((words) => words.length === 0)) return;
    this.take(
      all(terms, (term) => or(this.anywhere(term), expressions.wordsExpression(meant.get(term) ?? []))),
      (entry) => this.judge(entry, terms, { spellings: [] }),
    );
  }

  private wordsMeantBy(term: Term): string[] {
    const run = term.runs[0];
    if (term.tagOnly || term.runs.length !== 1 || run?.kind !== 'letters' || run.text.length < 3) return [];
    const words: string[] = [];
    for (const word of this.entries.words()) {
      if (isMeant(run.text, word) && words.push(word) >= maxMeantWords) break;
    }
    return words;
  }

  /** Pinyin with one typing error, then letters that mix words with initials. */
  private takeCorrected(terms: readonly Term[]): void {
    for (const term of terms) {
      const letters = term.runs.length === 1 && term.runs[0]?.kind === 'letters' ? term.text : '';
      if (letters === '' || term.tagOnly) continue;
      const rest = terms.filter((other) => other !== term).map((other) => this.anywhere(other));
      const pairs = this.entries.syllablePairs();
      const readings = correctPinyin(letters, maxCorrections, (first, second) => pairs.has(first + second));
      const corrected = [...new Set(readings.map((reading) => reading.join('')))];
      this.take(
        expressions.conjunction([expressions.readingsExpression(readings, pairs), ...rest]),
        (entry) => this.judge(entry, terms, { spellings: corrected }),
        fewRows,
      );
      if (this.found.size > 0) continue;
      this.take(
        expressions.conjunction([expressions.beginningExpression(letters), ...rest]),
        (entry) => this.judge(entry, terms, null),
        fewRows,
      );
    }
  }

  /** The match of an entry with all terms, or null if one is nowhere in it. */
  private judge(
    entry: Entry,
    terms: readonly Term[],
    also: { body?: true; spellings?: readonly string[] } | null,
  ): Found | null {
    const matches: TermMatch[] = [];
    const bodyTerms: Term[] = [];
    for (const term of terms) {
      const match = judgeTerm(term, entry, also?.spellings ?? null);
      if (match) matches.push(match);
      else if (also?.body && !term.tagOnly) bodyTerms.push(term);
      else return null;
    }
    let closeness = matches.reduce((sum, match) => sum + match.closeness, 0);
    if (bodyTerms.length > 0) {
      const body = this.entries.bodyOf(entry.rank);
      if (!bodyTerms.every((term) => findInBody(body, term.text))) return null;
      // The shorter the body, the more of it was typed.
      for (const term of bodyTerms) closeness += term.text.length / body.length;
    }
    const classes = matches.map((match) => match.matchClass);
    if (bodyTerms.length > 0) classes.push('body');
    const points = matches.map((match) => match.points);
    if (bodyTerms.length > 0) points.push(classPoints.body);
    const phrase =
      terms.length > 1 && matches.length === terms.length && isPhrase(matches) ? phrasePoints : 0;
    return {
      entry,
      matchClass: weakest.find((candidate) => classes.includes(candidate)) as MatchClass,
      points: combinePoints(points) + phrase + this.lift(entry),
      closeness: closeness / terms.length,
      titleRanges: mergeRanges(matches.flatMap((match) => match.titleRanges)),
      shortcodeLength: 0,
      bodyTerms,
    };
  }

  private lift(entry: Entry): number {
    return entry.useKey === null ? 0 : usageLift(scoreOfKey(entry.useKey, this.nowMs));
  }
}

function isValid(entry: Entry, now: Instant): boolean {
  const { validFrom, validUntil } = entry;
  if (validFrom === null && validUntil === null) return true;
  return validityAt({ validFrom, validUntil }, now) === 'valid';
}

function or(...parts: (string | null)[]): string | null {
  return expressions.disjunction(parts);
}

function all(terms: readonly Term[], expressionOf: (term: Term) => string | null): string | null {
  return expressions.conjunction(terms.map(expressionOf));
}
