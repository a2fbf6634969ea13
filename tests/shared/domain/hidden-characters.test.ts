import { expect, test } from 'vitest';
import {
  hasHidden,
  hiddenNames,
  splitHidden,
  withoutHidden,
} from '../../../src/shared/domain/hidden-characters.ts';

test('controls and direction overrides are hidden characters', () => {
  for (const text of ['a\u0000b', '\u001b[31m', 'x\u0085', 'a\u202eb', '\u2067a\u2069']) {
    expect(hasHidden(text)).toBe(true);
  }
});

test('tabs, line breaks, joined emoji and directional marks are not', () => {
  for (const text of ['a\tb\nc', '👩\u200d💻', '❤\ufe0f', 'שלום\u200e!', '\ufeff你好']) {
    expect(hasHidden(text)).toBe(false);
  }
});

test('each is named once', () => {
  expect(hiddenNames('a\u202eb\u0000c\u202ed')).toEqual(['U+202E', 'U+0000']);
  expect(hiddenNames('plain')).toEqual([]);
});

test('a text can be had without them, its line breaks plain', () => {
  expect(withoutHidden('退\u202e款\r\n已\u0000到\r账')).toBe('退款\n已到\n账');
});

test('a text is cut at them, so that each can be shown by its name', () => {
  expect(splitHidden('退\u202e款\r\n')).toEqual([
    { text: '退', hidden: false },
    { text: 'U+202E', hidden: true },
    { text: '款\n', hidden: false },
  ]);
  expect(splitHidden('一切正常')).toEqual([{ text: '一切正常', hidden: false }]);
});
