import { expect, test } from 'vitest';
import {
  fitted,
  maxPngBytes,
  sidesFor,
  smaller,
} from '../../../../src/renderer/manager/editor/picture-size.ts';

test('a picture is scaled down in proportion, by its longest side', () => {
  expect(fitted({ width: 4_000, height: 3_000 }, 1_600)).toEqual({ width: 1_600, height: 1_200 });
  expect(fitted({ width: 1_000, height: 5_000 }, 1_600)).toEqual({ width: 320, height: 1_600 });
});

test('a picture is never enlarged', () => {
  const small = { width: 300, height: 200 };
  expect(fitted(small, 1_600)).toBe(small);
  expect(fitted({ width: 9_000, height: 2 }, null)).toEqual({ width: 9_000, height: 2 });
});

test('no side vanishes', () => {
  expect(fitted({ width: 20_000, height: 3 }, 720)).toEqual({ width: 720, height: 1 });
});

test('a PNG that is too large gets smaller with every try', () => {
  let size = { width: 4_000, height: 3_000 };
  for (const bytes of [40_000_000, maxPngBytes + 1]) {
    const next = smaller(size, bytes);
    expect(next.width).toBeLessThan(size.width);
    size = next;
  }
});

test('only sizes that make a picture smaller are offered beside its own', () => {
  expect(sidesFor({ width: 2_400, height: 1_800 })).toEqual([null, 1_600, 1_080, 720]);
  expect(sidesFor({ width: 1_080, height: 800 })).toEqual([null, 720]);
  expect(sidesFor({ width: 10, height: 10 })).toEqual([null]);
});
