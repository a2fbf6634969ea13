import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintTexts, worstSeverity } from '../../../../src/shared/domain/lint/lint.ts';
import type { LintFinding, LintPolicy } from '../../../../src/shared/domain/lint/lint-rule.ts';
import { policy } from './measure.ts';
import { sentencesFirst } from './sentences-first.ts';
import { sentencesSecond } from './sentences-second.ts';

const find = (text: string, changes?: Partial<LintPolicy>) => lintTexts([text], policy(changes));
const matchesOf = (findings: LintFinding[]) => findings.map(({ match }) => match);

describe('a finding', () => {
  test('points into the text as it was written, in traditional script and full width too', () => {
    const text = '實在對不起，但是這邊沒有辦法。手機０９１２３４５６７８';
    expect(find(text)).toEqual([
      expect.objectContaining({ ruleId: 'but-after-apology', range: [6, 8], match: '但是' }),
      expect.objectContaining({ ruleId: 'blunt-refusal', match: '這邊沒有辦法' }),
      expect.objectContaining({ ruleId: 'phone-number', match: '０９１２３４５６７８' }),
    ]);
  });

  test('says which of the texts it is in, in their order', () => {
    const findings = lintTexts(['这个不行。', '好的。', '是我们的失误。'], policy());
    expect(findings.map(({ text, ruleId }) => [text, ruleId])).toEqual([
      [0, 'blunt-refusal'],
      [2, 'admit-fault'],
    ]);
  });

  test("of a shop's word has the word's level and what to write instead", () => {
    const words = [{ word: '假一赔十', level: 'block' as const, instead: '正品保障' }];
    expect(find('假一賠十哦', { words })).toEqual([
      {
        ruleId: 'shop-word',
        severity: 'block',
        text: 0,
        range: [0, 4],
        match: '假一賠十',
        instead: '正品保障',
      },
    ]);
  });

  test('has an empty range where something is missing', () => {
    expect(find('非常抱歉。', { admitFault: 'encourage' })).toMatchObject([
      { ruleId: 'own-up', severity: 'info', range: [4, 4], match: '' },
    ]);
    expect(find('明天到。 \n', { on: ['closing-courtesy'] })).toMatchObject([
      { ruleId: 'closing-courtesy', range: [4, 4], match: '' },
    ]);
  });
});

describe("the shop's words", () => {
  const word = (text: string, level: 'warn' | 'block' = 'warn') => ({ word: text, level, instead: '' });

  test('are found as the longest of those that begin at a place, and once', () => {
    const words = [word('最低'), word('最低价'), word('低价')];
    expect(matchesOf(find('全店最低价', { words }))).toEqual(['最低价']);
  });

  test('of Latin letters are whole words, in any case', () => {
    const words = [word('free'), word('vip')];
    expect(matchesOf(find('FREE gift, carefree, VIP专享, vip2', { words }))).toEqual(['FREE', 'VIP']);
  });

  test('of which two are equal in another script count as the first', () => {
    const words = [word('顶级', 'block'), word('頂級')];
    expect(find('頂級', { words })).toMatchObject([{ severity: 'block' }]);
  });

  test('may be of one character, or blank, or five thousand', () => {
    expect(matchesOf(find('最', { words: [word('最'), word(' ')] }))).toEqual(['最']);
    const words = Array.from({ length: 5_000 }, (_, index) => word(`词${index}号`));
    expect(matchesOf(find('有词4999号和词50号', { words }))).toEqual(['词4999号', '词50号']);
  });
});

describe('our own placeholders', () => {
  test('are no findings, and text on both sides of them belongs together', () => {
    expect(find('{{greeting}}，{{订单号}} {{date+3d}} {{agent.name}}{{cursor}}')).toEqual([]);
    expect(matchesOf(find('抱歉{{客户名}}，但是没有货。'))).toEqual(['但是']);
  });

  test('leave the options of a choice to be checked', () => {
    expect(matchesOf(find('{{choice:全网最低价|活动价}}'))).toEqual(['全网最低']);
  });

  test('that are broken are found whole or by the half that is there', () => {
    expect(matchesOf(find('{{foo:bar}} {{订单号 号}}} }}'))).toContain('{{foo:bar}}');
    expect(matchesOf(find('订单号}}'))).toEqual(['}}']);
  });
});

describe('rules', () => {
  test('can be switched off and on', () => {
    expect(find('这个不行。', { off: ['blunt-refusal'] })).toEqual([]);
    expect(find('加微信', { off: ['shop-word'] })).toEqual([]);
    expect(find('明天到。', { on: ['closing-courtesy'], off: ['closing-courtesy'] })).toEqual([]);
  });

  test('of a message look at all its texts', () => {
    const apology = ['非常抱歉！', '是我们发错货了。'];
    expect(lintTexts(apology, policy({ admitFault: 'encourage' }))).toEqual([]);
    const thanked = ['明天到。谢谢您', '  '];
    expect(lintTexts(thanked, policy({ on: ['closing-courtesy'] }))).toEqual([]);
    expect(lintTexts([], policy({ on: ['closing-courtesy'] }))).toEqual([]);
  });
});

test('the worst severity is the gravest one, or none', () => {
  expect(worstSeverity([])).toBeNull();
  expect(worstSeverity([{ severity: 'warn' }, { severity: 'info' }])).toBe('warn');
  expect(worstSeverity([{ severity: 'info' }, { severity: 'block' }, { severity: 'warn' }])).toBe('block');
});

const pieces = [...sentencesFirst, ...sentencesSecond].map(({ text }) => text);
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('{{', '}}', '{', '<', '%', '抱歉', '但', '。', ',', '138', '\ufffc', '\ud83d', '|'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const anyPolicy = fc.record({
  off: fc.subarray(['shop-word', 'command', 'blunt-refusal']),
  on: fc.subarray(['closing-courtesy']),
  admitFault: fc.constantFrom('warn' as const, 'allow' as const, 'encourage' as const),
  words: fc.array(
    fc.record({
      word: fc.string({ unit: 'grapheme', maxLength: 3 }),
      level: fc.constantFrom('warn' as const, 'block' as const),
      instead: fc.constant(''),
    }),
    { maxLength: 5 },
  ),
});

test('whatever the text: no failure, ranges within it and matches cut out of it', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), anyPolicy, (texts, chosen) => {
      for (const { text, range, match } of lintTexts(texts, chosen)) {
        const [start, end] = range;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(texts[text]?.slice(start, end)).toBe(match);
        expect(end).toBeLessThanOrEqual(texts[text]?.length ?? -1);
      }
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test('the same text gives the same findings, whatever was checked between', () => {
  fc.assert(
    fc.property(anyText, anyText, anyPolicy, (text, other, chosen) => {
      const before = lintTexts([text], chosen);
      lintTexts([other], policy());
      expect(lintTexts([text], chosen)).toEqual(before);
    }),
    { numRuns: 200, seed: 20261122 },
  );
});
