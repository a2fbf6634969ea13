import type { Locale } from '../../i18n/locale.ts';
import type { Settings } from '../../settings.ts';
import type { LintPolicy } from './lint-rule.ts';
import { lintRules } from './rules.ts';
import { starterWordsIn, wordExceptions } from './starter-words.ts';

/**
 * The policy that the settings hold; a word list that was never edited is the starter list, in the
 * script of `locale`: what it suggests is put into replies. What it finds does not depend on that.
 */
export function lintPolicy(
  settings: Pick<Settings, 'lint.admitFault' | 'lint.off' | 'lint.on' | 'lint.words'>,
  locale: Locale = 'zh-CN',
): LintPolicy {
  return {
    off: settings['lint.off'],
    on: settings['lint.on'],
    admitFault: settings['lint.admitFault'],
    words: settings['lint.words'] ?? starterWordsIn(locale),
  };
}

/** Whether a rule looks at texts under this policy. */
export function isRuleOn(id: string, policy: LintPolicy): boolean {
  if (policy.off.includes(id)) return false;
  if (id === 'admit-fault' && policy.admitFault !== 'warn') return false;
  if (id === 'own-up' && policy.admitFault !== 'encourage') return false;
  const rule = lintRules.find((candidate) => candidate.id === id);
  return rule !== undefined && (rule.onByDefault || policy.on.includes(id));
}

/**
 * A short text that is equal for policies, and rules, that find the same. For telling whether findings that were kept are
 * still good.
 */
export function policyKey(policy: LintPolicy): string {
  const active = lintRules.filter((rule) => isRuleOn(rule.id, policy));
  const rules = active.map((rule) => [rule.id, rule.severity, rule.patterns, rule.exceptions]);
  const words = policy.words.map(({ word, level, instead }) => [word, level, instead]);
  return hash(JSON.stringify([checkVersion, rules, [...wordExceptions], words]));
}

/** Raised when the code that applies the rules finds something else than before. */
const checkVersion = 2;

/** FNV-1a in two lanes of 32 bits with different starting points, 16 hex digits. */
function hash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x050c5d1f;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x01000193);
    second ^= second >>> 15;
  }
  return [first, second].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
