import type { LintRule } from './lint-rule.ts';
import { cardNumber, foreignPlaceholder, identityNumber, phoneNumber, shopWord } from './rules/data-rules.ts';
import { closingCourtesy, ownUp } from './rules/missing-rules.ts';
import { admitFault, blame, bluntRefusal, butAfterApology, command } from './rules/tone-rules.ts';

/** Every rule, in the order in which settings and findings name them. */
export const lintRules: readonly LintRule[] = [
  shopWord,
  butAfterApology,
  bluntRefusal,
  blame,
  command,
  admitFault,
  ownUp,
  foreignPlaceholder,
  phoneNumber,
  identityNumber,
  cardNumber,
  closingCourtesy,
];

/** The rule with this id; undefined for one of another version. */
export function lintRule(id: string): LintRule | undefined {
  return lintRules.find((rule) => rule.id === id);
}
