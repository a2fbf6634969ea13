import { expect, test } from 'vitest';
import { savedTime } from '../../../src/shared/domain/saved-time.ts';

test('the time saved is typing the characters less finding the replies', () => {
  expect(savedTime({ pastes: 10, characters: 600 })).toEqual({
    seconds: 370,
    characters: 600,
    pastes: 10,
    charactersPerSecond: 1.5,
    secondsPerPaste: 3,
  });
});

test('replies shorter than their search save nothing rather than less than nothing', () => {
  expect(savedTime({ pastes: 100, characters: 100 }).seconds).toBe(0);
});
