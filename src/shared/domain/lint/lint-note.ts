import type { Locale } from '../../i18n/locale.ts';
import { blockedMatches } from './blocked-matches.ts';
import { lintTexts } from './lint.ts';
import { lintDraft } from './lint-draft.ts';
import type { LintFinding, LintPolicy } from './lint-rule.ts';
import { lintRule } from './rules.ts';

/** A finding in words, for a page that does not know the rules. */
export type LintNote = LintFinding & { inTitle: boolean; message: string; suggestion: string };

/** What the lint says of one message, and of its title if it has one (else empty). */
export function lintNotes(
  title: string,
  texts: readonly string[],
  policy: LintPolicy,
  locale: Locale,
): LintNote[] {
  const parts = texts.map((text) => ({ kind: 'text' as const, text }));
  return lintDraft({ title, variants: [parts] }, policy).map(({ place, ...finding }) => {
    const words = lintRule(finding.ruleId)?.words[locale] ?? { message: '', suggestion: '' };
    return { ...finding, inTitle: place.field === 'title', ...words };
  });
}

/** The words in texts that may not be used, as written, each once. */
export function blockedWords(texts: readonly string[], policy: LintPolicy): string[] {
  return blockedMatches(lintTexts(texts, policy, ['shop-word']));
}
