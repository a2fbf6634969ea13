import type { ReplyDraft } from '../reply.ts';
import { lintTexts } from './lint.ts';
import type { LintFinding, LintPolicy } from './lint-rule.ts';

/** A finding in a reply: `text` counts the text parts of its variant, the place says which part that is. */
export type DraftFinding = LintFinding & {
  place: { field: 'title' } | { field: 'text'; variant: number; part: number };
};

/** A title is never sent; but customers' data have no place in it, nor words that would end in a reply. */
const titleRules = ['shop-word', 'phone-number', 'identity-number', 'card-number'];

/** Checks everything of a reply that is read by customers, and the title for words and personal data. */
export function lintDraft(draft: Pick<ReplyDraft, 'title' | 'variants'>, policy: LintPolicy): DraftFinding[] {
  const inTitle = lintTexts([draft.title], policy, titleRules).map(
    (finding): DraftFinding => ({ ...finding, place: { field: 'title' } }),
  );
  const inTexts = draft.variants.flatMap((parts, variant) => {
    const texts = parts.flatMap((part, position) =>
      part.kind === 'text' ? [{ text: part.text, position }] : [],
    );
    const findings = lintTexts(
      texts.map(({ text }) => text),
      policy,
    );
    return findings.map((finding): DraftFinding => {
      const part = texts[finding.text]?.position ?? 0;
      return { ...finding, place: { field: 'text', variant, part } };
    });
  });
  return [...inTitle, ...inTexts];
}
