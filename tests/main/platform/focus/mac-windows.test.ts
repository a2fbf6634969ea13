import { expect, test } from 'vitest';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import {
  frontWindowOf,
  isFrontWindow,
  type MacWindow,
} from '../../../../src/main/platform/focus/mac-windows.ts';

const window = (number: number, pid: number, layer = 0): MacWindow => ({
  number,
  pid,
  layer,
  title: '',
  bounds: null,
});

const target = { id: '11', pid: 1 } as TargetWindow;

test('the front window of an application is its first on the document layer', () => {
  expect(frontWindowOf(1, [window(9, 1, 25), window(20, 2), window(11, 1), window(12, 1)])?.number).toBe(11);
  expect(frontWindowOf(3, [window(20, 2)])).toBeNull();
});

test('a target is in front only when its application and its very window are', () => {
  expect(isFrontWindow(target, 1, [window(11, 1), window(12, 1)])).toBe(true);
  expect(isFrontWindow(target, 1, [window(12, 1), window(11, 1)])).toBe(false);
  expect(isFrontWindow(target, 2, [window(11, 1)])).toBe(false);
  expect(isFrontWindow(target, 1, [])).toBe(false);
  expect(isFrontWindow(target, null, [window(11, 1)])).toBe(false);
});
