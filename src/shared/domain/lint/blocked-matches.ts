import type { LintFinding } from './lint-rule.ts';

/** The words that findings forbid, as written, each once. */
export function blockedMatches(findings: readonly Pick<LintFinding, 'severity' | 'match'>[]): string[] {
  const blocking = findings.filter(({ severity }) => severity === 'block');
  return [...new Set(blocking.map(({ match }) => match))];
}
