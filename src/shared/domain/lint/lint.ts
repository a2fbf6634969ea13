import type { MatchRange } from '../search-result.ts';
import { findWords, indexWords, type WordIndex } from './find-words.ts';
import { isRuleOn } from './lint-policy.ts';
import type { LintFinding, LintPolicy, LintRule, LintSeverity } from './lint-rule.ts';
import { type MaskedText, maskPlaceholders } from './mask-placeholders.ts';
import { anyOf, overlaps, rangesOf } from './match-patterns.ts';
import { foreignPlaceholder, shopWord } from './rules/data-rules.ts';
import { closingCourtesy, ownUp } from './rules/missing-rules.ts';
import { admitFault, apologies } from './rules/tone-rules.ts';
import { lintRules } from './rules.ts';

type Matcher = { rule: LintRule; patterns: RegExp; exceptions: RegExp | null };

/** How many characters at the end of a message may hold its closing courtesy. */
const closingLength = 60;

const apology = anyOf(apologies) as RegExp;
const matchers = new Map<LintRule, Matcher>();

/**
 * Checks the texts of one message, which the customer gets one after the other. Findings come in the order of the texts and
 * their places in them; ranges are of the texts as given. Takes time linear in their length. `only` names the rules to apply.
 */
export function lintTexts(
  texts: readonly string[],
  policy: LintPolicy,
  only: readonly string[] | null = null,
): LintFinding[] {
  const masked = texts.map(maskPlaceholders);
  const words = wordsOf(policy);
  const findings: LintFinding[] = [];
  for (const rule of lintRules) {
    if (!isRuleOn(rule.id, policy) || only?.includes(rule.id) === false) continue;
    if (rule === ownUp) findings.push(...notOwnedUp(masked));
    else if (rule === closingCourtesy) findings.push(...noCourtesy(masked));
    else {
      masked.forEach((text, index) => {
        const original = texts[index] ?? '';
        if (rule === shopWord) findings.push(...wordFindings(text, words, original, index));
        else
          findings.push(...patternRanges(rule, text).map((range) => finding(rule, original, index, range)));
      });
    }
  }
  return findings.sort((a, b) => a.text - b.text || a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

const severities: readonly LintSeverity[] = ['info', 'warn', 'block'];

/** The gravest severity among findings; null when there are none. */
export function worstSeverity(findings: readonly Pick<LintFinding, 'severity'>[]): LintSeverity | null {
  const worst = Math.max(-1, ...findings.map(({ severity }) => severities.indexOf(severity)));
  return severities[worst] ?? null;
}

/** Words are filed once for a policy; a policy is never changed in place. */
const wordIndexes = new WeakMap<LintPolicy['words'], WordIndex>();

function wordsOf({ words }: LintPolicy): WordIndex {
  const known = wordIndexes.get(words);
  if (known) return known;
  const index = indexWords(words);
  wordIndexes.set(words, index);
  return index;
}

function matcherOf(rule: LintRule): Matcher | null {
  const known = matchers.get(rule);
  if (known) return known;
  const patterns = anyOf(rule.patterns);
  if (patterns === null) return null;
  const matcher = { rule, patterns, exceptions: anyOf(rule.exceptions) };
  matchers.set(rule, matcher);
  return matcher;
}

function patternRanges(rule: LintRule, { folded, unknown }: MaskedText): MatchRange[] {
  const matcher = matcherOf(rule);
  if (matcher === null) return [];
  const { verify } = rule;
  let ranges = rangesOf(folded, matcher.patterns);
  if (rule === foreignPlaceholder)
    ranges = [...unknown, ...ranges.filter((range) => !overlaps(range, unknown))];
  if (verify) ranges = ranges.filter(([start, end]) => verify(folded.slice(start, end)));
  if (ranges.length === 0 || matcher.exceptions === null) return ranges;
  const excused = rangesOf(folded, matcher.exceptions);
  return ranges.filter((range) => !overlaps(range, excused));
}

function finding(rule: LintRule, original: string, text: number, range: MatchRange): LintFinding {
  return {
    ruleId: rule.id,
    severity: rule.severity,
    text,
    range,
    match: original.slice(...range),
    instead: '',
  };
}

function wordFindings(text: MaskedText, words: WordIndex, original: string, index: number): LintFinding[] {
  return findWords(text.folded, words).map(({ range, word }) => ({
    ...finding(shopWord, original, index, range),
    severity: word.level,
    instead: word.instead,
  }));
}

/** The first apology of a message that says nowhere whose fault it was. */
function notOwnedUp(masked: readonly MaskedText[]): LintFinding[] {
  if (masked.some((text) => patternRanges(admitFault, text).length > 0)) return [];
  const exceptions = anyOf(ownUp.exceptions);
  for (const [index, { folded }] of masked.entries()) {
    const excused = exceptions ? rangesOf(folded, exceptions) : [];
    const first = rangesOf(folded, apology).find((range) => !overlaps(range, excused));
    if (first) return [finding(ownUp, '', index, [first[1], first[1]])];
  }
  return [];
}

function noCourtesy(masked: readonly MaskedText[]): LintFinding[] {
  const last = masked.findLastIndex(({ folded }) => folded.trim() !== '');
  const text = masked[last]?.folded.trimEnd();
  const courtesy = anyOf(closingCourtesy.patterns);
  if (text === undefined || courtesy === null) return [];
  if (rangesOf(text.slice(-closingLength), courtesy).length > 0) return [];
  return [finding(closingCourtesy, '', last, [text.length, text.length])];
}
