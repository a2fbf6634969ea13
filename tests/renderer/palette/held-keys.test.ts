import { expect, test } from 'vitest';
import { createHeldKeys } from '../../../src/renderer/palette/held-keys.ts';

const down = (repeat: boolean) => ({ code: 'Enter', repeat });

test('the repeats of a held key are repeats', () => {
  const keys = createHeldKeys(() => true);
  expect([keys.isRepeat(down(false)), keys.isRepeat(down(true)), keys.isRepeat(down(true))]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a key whose release went to the chat is pressed anew in the next opening, whatever the browser says', () => {
  const keys = createHeldKeys(() => true);
  keys.isRepeat(down(false));
  keys.opened();
  expect(keys.isRepeat(down(true))).toBe(false);
  expect(keys.isRepeat(down(true))).toBe(true);
});

test('a key that was released before the palette closed and is reported as held is held', () => {
  const keys = createHeldKeys(() => true);
  keys.isRepeat(down(false));
  keys.released('Enter');
  keys.opened();
  expect(keys.isRepeat(down(true))).toBe(true);
});

test('a key that the palette never saw going down is held when the browser says so', () => {
  const keys = createHeldKeys(() => true);
  keys.opened();
  expect(keys.isRepeat(down(true))).toBe(true);
});

test('where the system itself says which key is held it is believed', () => {
  const keys = createHeldKeys(() => false);
  keys.isRepeat(down(false));
  keys.opened();
  expect(keys.isRepeat(down(true))).toBe(true);
});

test('a release that is seen after all makes the key one that can be held', () => {
  const keys = createHeldKeys(() => true);
  keys.isRepeat(down(false));
  keys.opened();
  keys.released('Enter');
  expect(keys.isRepeat(down(true))).toBe(true);
});
