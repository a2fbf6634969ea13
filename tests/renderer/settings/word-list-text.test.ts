import { expect, test } from 'vitest';
import { readWordList, writeWordList } from '../../../src/renderer/settings/word-list-text.ts';
import type { LintWord } from '../../../src/shared/domain/lint/lint-rule.ts';
import { starterWords } from '../../../src/shared/domain/lint/starter-words.ts';

test('what is written is read back the same', () => {
  expect(readWordList(writeWordList(starterWords))).toEqual({ words: [...starterWords], problems: [] });
});

test('tabs and bars separate, level and suggestion may be left out, in either language', () => {
  const text = '最好\n顶级|warn|高品质\n私下交易\t禁止\t在平台下单\n刷单｜block';
  expect(readWordList(text).words).toEqual([
    { word: '最好', level: 'warn', instead: '' },
    { word: '顶级', level: 'warn', instead: '高品质' },
    { word: '私下交易', level: 'block', instead: '在平台下单' },
    { word: '刷单', level: 'block', instead: '' },
  ]);
});

test('empty lines, comments, a byte-order mark and Windows line ends do no harm', () => {
  expect(readWordList('\uFEFF# 我们的词\r\n\r\n最好\r\n').words).toEqual([
    { word: '最好', level: 'warn', instead: '' },
  ]);
});

test('a word that comes again counts as it was said last', () => {
  expect(readWordList('最好\n最好|block|很好').words).toEqual([
    { word: '最好', level: 'block', instead: '很好' },
  ]);
});

test.each([
  ['an unknown level', '最好|maybe|很好'],
  ['no word', '|warn|很好'],
  ['a word that is too long', `${'好'.repeat(61)}|warn`],
  ['a suggestion that is too long', `最好|warn|${'好'.repeat(201)}`],
])('a line with %s is named by its number', (_what, line) => {
  const { words, problems } = readWordList(`第一\n${line}`);
  expect(words).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 2 }]);
});

test('a bar in a word or in what to write instead separates nothing where there are tabs', () => {
  const words: LintWord[] = [
    { word: 'A|B', level: 'warn', instead: '' },
    { word: '五折', level: 'block', instead: '请用 x｜y' },
  ];
  expect(readWordList(writeWordList(words))).toEqual({ words, problems: [] });
});
