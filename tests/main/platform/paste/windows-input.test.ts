import { expect, test } from 'vitest';
import {
  encodeInputs,
  releaseOf,
  strikeOf,
  typingOf,
  VK,
} from '../../../../src/main/platform/paste/windows-input.ts';

const LEFT_SHIFT = 0xa0;
const LEFT_ALT = 0xa4;

test('a key is pressed and then released', () => {
  expect(strikeOf(VK.v)).toEqual([
    { key: VK.v, up: false },
    { key: VK.v, up: true },
  ]);
});

test('held modifiers are released', () => {
  expect(releaseOf([LEFT_SHIFT])).toEqual([{ key: LEFT_SHIFT, up: true }]);
});

test('a lone Alt would open the menu on release, so another key is struck before', () => {
  expect(releaseOf([LEFT_ALT])).toEqual([...strikeOf(VK.mask), { key: LEFT_ALT, up: true }]);
});

test('text is typed as UTF-16 units, line breaks as Return however they are written', () => {
  expect(typingOf('好\r\n👇\n')).toEqual([
    { unit: 0x597d, up: false },
    { unit: 0x597d, up: true },
    ...strikeOf(VK.return),
    { unit: 0xd83d, up: false },
    { unit: 0xd83d, up: true },
    { unit: 0xdc47, up: false },
    { unit: 0xdc47, up: true },
    ...strikeOf(VK.return),
  ]);
});

test('an input is 40 bytes: kind, key, scan code, flags', () => {
  const bytes = encodeInputs(
    [
      { key: VK.insert, up: true },
      { unit: 0x597d, up: false },
    ],
    () => 0x52,
  );
  expect(bytes.length).toBe(80);
  expect([0, 8, 10, 12].map((offset) => bytes.readUInt16LE(offset))).toEqual([1, VK.insert, 0x52, 0x3]);
  expect([40, 48, 50, 52].map((offset) => bytes.readUInt16LE(offset))).toEqual([1, 0, 0x597d, 0x4]);
});
