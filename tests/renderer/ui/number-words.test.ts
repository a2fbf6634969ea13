import { expect, test } from 'vitest';
import { byteWords, numberWords } from '../../../src/renderer/ui/number-words.ts';

test.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_024, '1 KB'],
  [300 * 1_024, '300 KB'],
  [3.24 * 1_024 ** 2, '3.2 MB'],
  [50 * 1_024 ** 2, '50 MB'],
  [0xffff_ffff, '4 GB'],
  [2_000 * 1_024 ** 3, '2000 GB'],
])('%i bytes are written as %s', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words);
});

test('a number is written with separators and at most one decimal', () => {
  expect(numberWords(12_345.67, 'en')).toBe('12,345.7');
});
