import { describe, expect, test } from 'vitest';
import { fold } from '../../../../src/shared/domain/fold.ts';
import { lintRule, lintRules } from '../../../../src/shared/domain/lint/rules.ts';
import { starterWords, wordExceptions } from '../../../../src/shared/domain/lint/starter-words.ts';
import { locales } from '../../../../src/shared/i18n/locale.ts';
import { settingsTable } from '../../../../src/shared/settings.ts';

describe('the rules', () => {
  test('have ids of their own', () => {
    expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length);
    for (const rule of lintRules) expect(lintRule(rule.id)).toBe(rule);
    expect(lintRule('no-such-rule')).toBeUndefined();
  });

  test.each(lintRules)('$id has a message and a suggestion in every language', ({ words }) => {
    for (const locale of locales) {
      expect(words[locale].message.trim()).not.toBe('');
      expect(words[locale].suggestion.trim()).not.toBe('');
    }
    expect(words['zh-TW'].message).not.toBe(words['zh-CN'].message);
  });

  test('only the closing courtesy is off by default', () => {
    expect(lintRules.filter((rule) => !rule.onByDefault).map(({ id }) => id)).toEqual(['closing-courtesy']);
  });

  test('no pattern repeats without a bound, so that a text is checked in linear time', () => {
    for (const rule of lintRules) {
      for (const pattern of [...rule.patterns, ...rule.exceptions]) {
        const outsideClasses = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
        expect(outsideClasses, `${rule.id}: ${pattern}`).not.toMatch(/[*+]|\{\d+,\}/);
      }
    }
  });

  test('patterns are written as texts are matched: half-width and lower case', () => {
    const patterns = lintRules.flatMap((rule) => [...rule.patterns, ...rule.exceptions]);
    for (const pattern of [...patterns, ...[...wordExceptions.values()].flat()]) {
      expect(pattern.replace(/\\[SWDB]/g, '')).not.toMatch(/[A-Z\uff01-\uff5e]/);
    }
    for (const word of wordExceptions.keys()) expect(fold(word)).toBe(word);
  });
});

describe('the starter list', () => {
  test('is short, has each word once and is a valid setting', () => {
    expect(starterWords.length).toBeLessThanOrEqual(40);
    expect(new Set(starterWords.map(({ word }) => fold(word))).size).toBe(starterWords.length);
    expect(settingsTable['lint.words'].parse(starterWords)).toEqual(starterWords);
  });
});
