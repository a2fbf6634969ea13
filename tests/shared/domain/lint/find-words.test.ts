import { expect, test, vi } from 'vitest';
import { findWords, indexWords } from '../../../../src/shared/domain/lint/find-words.ts';
import { starterWords } from '../../../../src/shared/domain/lint/starter-words.ts';

test('a word that is there a hundred times is looked up among its phrases as often as one that is there once', () => {
  const index = indexWords(starterWords);
  const lookUps = (text: string) => {
    const matchAll = vi.spyOn(String.prototype, 'matchAll');
    findWords(text, index);
    const times = matchAll.mock.calls.length;
    matchAll.mockRestore();
    return times;
  };
  expect(lookUps('质量最好。')).toBe(1);
  expect(lookUps('质量最好。'.repeat(100))).toBe(1);
});

test('each of many uses of a word is judged by its own phrase', () => {
  const text = '第一次购买，销量第一，第一时间发货，全店第一';
  const found = findWords(text, indexWords(starterWords));
  expect(found.map(({ range }) => range[0])).toEqual([8, 20]);
});

test('a word that blocks is not hidden by a longer one that only warns', () => {
  const index = indexWords([
    { word: '全国最好', level: 'warn', instead: '' },
    { word: '国最', level: 'block', instead: '' },
    { word: '顶级', level: 'warn', instead: '' },
  ]);
  const found = findWords('顶级,全国最好,顶级', index);
  expect(found.map(({ range, word }) => [range, word.level])).toEqual([
    [[0, 2], 'warn'],
    [[4, 6], 'block'],
    [[8, 10], 'warn'],
  ]);
});
