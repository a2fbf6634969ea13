import type { LintPolicy } from '../../../../src/shared/domain/lint/lint-rule.ts';

/** A text as an agent would write it, and what a careful lead would say about it. */
export type LabelledSentence = {
  text: string;
  /** What differs from the policy of a new installation. */
  policy?: Partial<LintPolicy>;
  /** Ids of the rules that should object, each once; empty for a good sentence. */
  expected: readonly string[];
};
