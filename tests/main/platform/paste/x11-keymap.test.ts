import { expect, test } from 'vitest';
import {
  chunkByDistinctCharacters,
  findKeycode,
  KEYSYM,
  keysymOf,
  rowsOfKeys,
  spareKeycodes,
} from '../../../../src/main/platform/paste/x11-keymap.ts';

/** Three keys of two columns: empty, Cyrillic with v in its second column, v. */
const mapping = {
  firstKeycode: 8,
  width: 2,
  keysyms: Uint32Array.of(0, 0, 0x6cd, KEYSYM.v, KEYSYM.v, 0x56),
};

test('the key that has the letter in its plainest column is found', () => {
  expect(findKeycode(mapping, KEYSYM.v)).toBe(10);
});

test('a letter in another group is found as well', () => {
  const russian = { ...mapping, keysyms: mapping.keysyms.slice(0, 4) };
  expect(findKeycode(russian, KEYSYM.v)).toBe(9);
});

test('a letter that no key has is not found', () => {
  expect(findKeycode(mapping, KEYSYM.insert)).toBeNull();
});

test('keys without any meaning are spare, the highest first', () => {
  expect(spareKeycodes({ firstKeycode: 8, width: 1, keysyms: Uint32Array.of(0, 5, 0) })).toEqual([10, 8]);
});

test('keys that stand in a row are changed by one request', () => {
  const keysyms = new Map([
    [248, 1],
    [93, 2],
    [247, 3],
    [250, 4],
  ]);
  expect(rowsOfKeys(keysyms)).toEqual([
    { first: 93, keysyms: [2] },
    { first: 247, keysyms: [3, 1] },
    { first: 250, keysyms: [4] },
  ]);
});

test.each([
  ['a', 0x61],
  ['é', 0xe9],
  ['您', 0x0100_60a8],
  ['👇', 0x0101_f447],
  ['\n', KEYSYM.return],
  ['\t', KEYSYM.tab],
])('the keysym of %j', (character, keysym) => {
  expect(keysymOf(character)).toBe(keysym);
});

test('text is split where it needs more different characters than there are keys', () => {
  expect(chunkByDistinctCharacters('aabbcab', 2)).toEqual([['a', 'a', 'b', 'b'], ['c', 'a'], ['b']]);
});

test('characters beyond the basic plane stay whole, CR LF is one character', () => {
  expect(chunkByDistinctCharacters('👇\r\n👇', 5)).toEqual([['👇', '\n', '👇']]);
});
