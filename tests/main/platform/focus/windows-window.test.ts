import { expect, test } from 'vitest';
import { isHigher } from '../../../../src/main/platform/focus/windows-window.ts';

const MEDIUM = 0x2000;
const HIGH = 0x3000;

test.each([
  ['an ordinary program', MEDIUM, MEDIUM, false],
  ['a program run as administrator', HIGH, MEDIUM, true],
  ['a sandboxed program', 0x1000, MEDIUM, false],
  ['an administrator beside an administrator', HIGH, HIGH, false],
  ['a program whose rights may not be seen', null, MEDIUM, true],
  ['a system that knows no levels', null, null, false],
])('%s stands above us: %#', (_what, theirs, own, expected) => {
  expect(isHigher(theirs, own)).toBe(expected);
});
