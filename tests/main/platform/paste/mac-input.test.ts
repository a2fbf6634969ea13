import { expect, test } from 'vitest';
import { MAC_CHORDS, MAC_FLAG, piecesOf } from '../../../../src/main/platform/paste/mac-input.ts';

test('paste is Cmd+V and no other modifier, in terminals as well', () => {
  expect(MAC_CHORDS['Mod+V']).toEqual({ key: 9, flags: MAC_FLAG.command });
  expect(MAC_CHORDS['Ctrl+Shift+V']).toEqual({ key: 9, flags: MAC_FLAG.command });
});

test('long lines are split into pieces of at most twenty units, never inside a character', () => {
  const pieces = piecesOf(`${'a'.repeat(19)}👇${'好'.repeat(20)}`);
  expect(pieces).toEqual(['a'.repeat(19), `👇${'好'.repeat(18)}`, '好好']);
});

test('an empty line needs no event', () => {
  expect(piecesOf('')).toEqual([]);
});
