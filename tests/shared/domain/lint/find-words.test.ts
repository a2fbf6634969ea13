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
