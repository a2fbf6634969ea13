import { expect, test } from 'vitest';
import { blockedMatches } from '../../../../src/shared/domain/lint/blocked-matches.ts';
import { blockedWords, lintNotes } from '../../../../src/shared/domain/lint/lint-note.ts';
import { lintRule } from '../../../../src/shared/domain/lint/rules.ts';
import { policy } from './measure.ts';

test.each(['zh-CN', 'zh-TW', 'en'] as const)('notes have the words of their rule in %s', (locale) => {
  const notes = lintNotes('找13812345678', ['好的', '这个不行。'], policy(), locale);
  expect(notes).toEqual([
    expect.objectContaining({ inTitle: true, text: 0, match: '13812345678' }),
    expect.objectContaining({
      inTitle: false,
      text: 1,
      match: '这个不行',
      ...lintRule('blunt-refusal')?.words[locale],
    }),
  ]);
});

test('blocked words are those of level block, each once as it was written', () => {
  const words = [
    { word: '假一赔十', level: 'block' as const, instead: '' },
    { word: '最低价', level: 'warn' as const, instead: '' },
  ];
  const texts = ['假一赔十，最低价', '假一賠十，假一赔十'];
  expect(blockedWords(texts, policy({ words }))).toEqual(['假一赔十', '假一賠十']);
  expect(blockedMatches([])).toEqual([]);
});
