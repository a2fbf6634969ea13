import { describe, expect, test } from 'vitest';
import { lintTexts } from '../../../../src/shared/domain/lint/lint.ts';
import { isRuleOn, lintPolicy, policyKey } from '../../../../src/shared/domain/lint/lint-policy.ts';
import { starterWords } from '../../../../src/shared/domain/lint/starter-words.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { policy } from './measure.ts';

describe('the policy of the settings', () => {
  test('has the starter list until the list was edited, even to nothing', () => {
    expect(lintPolicy(defaultSettings()).words).toBe(starterWords);
    expect(lintPolicy({ ...defaultSettings(), 'lint.words': [] }).words).toEqual([]);
  });

  test('suggests in the script of the page, and finds the same in both', () => {
    const text = '全网最低价，加个微信，私下转账。';
    const inTaiwan = lintPolicy(defaultSettings(), 'zh-TW');
    expect(inTaiwan.words).toContainEqual({ word: '全網最低', level: 'warn', instead: '活動價' });
    expect(JSON.stringify(inTaiwan.words)).not.toMatch(/[级优价质别绝万缓无线单转账帐评]/);
    const found = (words: typeof inTaiwan) => lintTexts([text], words).map(({ match }) => match);
    expect(found(inTaiwan)).toEqual(found(lintPolicy(defaultSettings())));
    expect(found(inTaiwan)).toHaveLength(3);
  });

  test('decides which of the rules on fault looks at texts', () => {
    const on = (admitFault: 'warn' | 'allow' | 'encourage') =>
      ['admit-fault', 'own-up'].filter((id) => isRuleOn(id, policy({ admitFault })));
    expect(on('warn')).toEqual(['admit-fault']);
    expect(on('allow')).toEqual([]);
    expect(on('encourage')).toEqual(['own-up']);
  });

  test('leaves ids of another version alone', () => {
    expect(isRuleOn('no-such-rule', policy({ on: ['no-such-rule'] }))).toBe(false);
  });
});

describe('the key of a policy', () => {
  test('is short and the same for policies that find the same', () => {
    expect(policyKey(policy())).toMatch(/^[0-9a-f]{16}$/);
    expect(policyKey(policy({ off: ['command', 'admit-fault'] }))).toBe(
      policyKey(policy({ off: ['admit-fault', 'command', 'no-such-rule'] })),
    );
  });

  test('changes with everything that changes what is found', () => {
    const word = { word: '假一赔十', level: 'warn' as const, instead: '' };
    const keys = [
      policy(),
      policy({ off: ['command'] }),
      policy({ on: ['closing-courtesy'] }),
      policy({ admitFault: 'allow' }),
      policy({ admitFault: 'encourage' }),
      policy({ words: [] }),
      policy({ words: [word] }),
      policy({ words: [{ ...word, level: 'block' }] }),
      policy({ words: [{ ...word, instead: '正品' }] }),
    ].map(policyKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
