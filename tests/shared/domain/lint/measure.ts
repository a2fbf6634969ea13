import { lintTexts } from '../../../../src/shared/domain/lint/lint.ts';
import { lintPolicy } from '../../../../src/shared/domain/lint/lint-policy.ts';
import type { LintPolicy } from '../../../../src/shared/domain/lint/lint-rule.ts';
import { lintRules } from '../../../../src/shared/domain/lint/rules.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import type { LabelledSentence } from './labelled-sentence.ts';

/** The policy of a new installation, changed as `changes` says. */
export function policy(changes: Partial<LintPolicy> = {}): LintPolicy {
  return { ...lintPolicy(defaultSettings()), ...changes };
}

/** Ids of the rules that object to a sentence, each once. */
export function foundRules(sentence: LabelledSentence): string[] {
  const findings = lintTexts([sentence.text], policy(sentence.policy));
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
}

/** Right and wrong objections: of a rule to a sentence, whatever their number in it. */
export type Score = { right: number; wrong: number; missed: number };

/** Share of objections that are right, and of those that should be there. 1 where there is nothing to judge. */
export function precisionAndRecall({ right, wrong, missed }: Score): { precision: number; recall: number } {
  const share = (whole: number) => (whole === 0 ? 1 : right / whole);
  return { precision: share(right + wrong), recall: share(right + missed) };
}

/** Scores of every rule, and of all together under `overall`. */
export function scoresOf(sentences: readonly LabelledSentence[]): Map<string, Score> {
  const scores = new Map(lintRules.map((rule) => [rule.id, { right: 0, wrong: 0, missed: 0 }]));
  const overall = { right: 0, wrong: 0, missed: 0 };
  for (const sentence of sentences) {
    const found = foundRules(sentence);
    for (const [id, score] of scores) {
      const outcome = outcomeOf(found.includes(id), sentence.expected.includes(id));
      if (outcome === null) continue;
      score[outcome] += 1;
      overall[outcome] += 1;
    }
  }
  return scores.set('overall', overall);
}

function outcomeOf(found: boolean, expected: boolean): keyof Score | null {
  if (found) return expected ? 'right' : 'wrong';
  return expected ? 'missed' : null;
}

/** A table to read: one line a rule. */
export function scoreTable(title: string, sentences: readonly LabelledSentence[]): string {
  const lines = [...scoresOf(sentences)].map(([id, score]) => {
    const { precision, recall } = precisionAndRecall(score);
    const counts = `${score.right} right, ${score.wrong} wrong, ${score.missed} missed`;
    return `  ${id.padEnd(20)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  (${counts})`;
  });
  const clean = sentences.filter(({ expected }) => expected.length === 0).length;
  return [`${title}: ${sentences.length} sentences, ${clean} of them clean`, ...lines].join('\n');
}
