import { type DraftFinding, lintDraft } from '../../../shared/domain/lint/lint-draft.ts';
import type { LintPolicy } from '../../../shared/domain/lint/lint-rule.ts';
import { MAX_BODY_LENGTH, type ReplyDraft, textOf } from '../../../shared/domain/reply.ts';
import { type DraftProblem, draftProblems, normalizeDraft } from '../../../shared/domain/reply-draft.ts';
import { isReversed } from './instants.ts';

/** What keeps a draft from being saved, by the place that says so. */
export type FieldProblems = {
  title: DraftProblem | null;
  shortcode: DraftProblem | null;
  /** One per variant, in their order. */
  variants: (DraftProblem | null)[];
  validity: 'reversed' | null;
  /** Findings that the shop forbids saving with. */
  blocked: DraftFinding[];
};

/** Checks a draft as storage will. */
export function fieldProblems(draft: ReplyDraft, findings: readonly DraftFinding[]): FieldProblems {
  const normal = normalizeDraft(draft);
  const all = draftProblems(normal);
  const ofField = (field: DraftProblem['field']) => all.find((problem) => problem.field === field) ?? null;
  return {
    title: ofField('title'),
    shortcode: ofField('shortcode'),
    variants: normal.variants.map(
      (parts) =>
        draftProblems({ ...normal, variants: [parts] }).find(({ field }) => field === 'text') ?? null,
    ),
    validity: isReversed(draft.validFrom, draft.validUntil) ? 'reversed' : null,
    blocked: findings.filter(({ severity }) => severity === 'block'),
  };
}

/** Whether nothing keeps the draft from being saved. */
export function isSavable(problems: FieldProblems): boolean {
  return (
    problems.title === null &&
    problems.shortcode === null &&
    problems.validity === null &&
    problems.blocked.length === 0 &&
    problems.variants.every((problem) => problem === null)
  );
}

/** Everything the check has to say about a draft, gravest places included. */
export function findingsOf(draft: ReplyDraft, policy: LintPolicy): DraftFinding[] {
  return lintDraft(draft, policy);
}

/** Characters of a variant's text, and whether they come near the limit or pass it. */
export function lengthOf(parts: ReplyDraft['variants'][number]): {
  length: number;
  level: 'far' | 'near' | 'over';
} {
  const { length } = textOf(parts);
  if (length > MAX_BODY_LENGTH) return { length, level: 'over' };
  return { length, level: length > MAX_BODY_LENGTH * 0.9 ? 'near' : 'far' };
}
