import type { Locale } from '../../i18n/locale.ts';
import type { MatchRange } from '../search-result.ts';

/** `info` is a hint, `warn` asks to look again, `block` keeps the text from being saved or pasted after an edit. */
export type LintSeverity = 'info' | 'warn' | 'block';

/** One place in a text that a rule objects to. */
export type LintFinding = {
  ruleId: string;
  severity: LintSeverity;
  /** Which of the checked texts, counted from 0. */
  text: number;
  /** Where in it; an empty range where something is missing rather than wrong. */
  range: MatchRange;
  /** The words that were found, empty where something is missing. */
  match: string;
  /** For the shop's own words: what to write instead, empty when it names nothing. */
  instead: string;
};

/** Words of a rule in the interface's languages. */
export type LintWords = Record<Locale, { message: string; suggestion: string }>;

/** The shop's own list. */
export type LintWord = { word: string; level: 'warn' | 'block'; instead: string };

/** How the team wants its texts, from the settings. */
export type LintPolicy = {
  /** Ids of rules that are switched off. */
  off: readonly string[];
  /** Ids of rules that are on although they are off by default. */
  on: readonly string[];
  /** Whether a text may say that the shop was wrong. */
  admitFault: 'warn' | 'allow' | 'encourage';
  words: readonly LintWord[];
};

/** A rule as data. Patterns are matched against the folded text, see `fold.ts`: half-width, lower case, simplified. */
export type LintRule = {
  id: string;
  /** The shop's words bring their own level; this is what the others have. */
  severity: LintSeverity;
  onByDefault: boolean;
  words: LintWords;
  /** What the rule objects to. Every quantifier is bounded, so that a text is checked in linear time. */
  patterns: readonly string[];
  /** Phrases in which it is fine: a match that lies within or across one of them does not count. */
  exceptions: readonly string[];
  /** For numbers: whether what was matched really is one, by its checksum. */
  verify?: (match: string) => boolean;
};
