import { expect, test } from 'vitest';
import { centreOf, paletteBounds } from '../../../src/main/windows/palette-bounds.ts';

test('the palette opens centred, a little above the middle', () => {
  expect(paletteBounds({ x: 0, y: 0, width: 1920, height: 1080 })).toEqual({
    x: 580,
    y: 180,
    width: 760,
    height: 480,
  });
});

test('it stays on its screen, left of or above the first one too', () => {
  expect(paletteBounds({ x: -1280, y: -800, width: 1280, height: 800 })).toMatchObject({ x: -1020, y: -704 });
});

test('it is never larger than the work area', () => {
  expect(paletteBounds({ x: 10, y: 30, width: 640, height: 400 })).toEqual({
    x: 10,
    y: 30,
    width: 640,
    height: 400,
  });
});

test('the centre of a window tells its screen', () => {
  expect(centreOf({ x: 100, y: 50, width: 301, height: 200 })).toEqual({ x: 251, y: 150 });
});
