import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oncePerPress } from '../../src/main/once-per-press.ts';

const space = 65;
const letter = 38;

let held: Set<number>;
let calls: number;
let hotkey: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  held = new Set();
  calls = 0;
  hotkey = oncePerPress(
    () => {
      calls += 1;
    },
    () => new Set(held),
  );
});
afterEach(() => vi.useRealTimers());

test('a key that is held down acts once, however often the system calls', () => {
  held.add(space);
  for (let time = 0; time < 50; time += 1) {
    hotkey();
    vi.advanceTimersByTime(33);
  }
  expect(calls).toBe(1);
});

test('each press acts, also while another key stays down', () => {
  for (let time = 0; time < 3; time += 1) {
    held.add(space);
    hotkey();
    held.delete(space);
    vi.advanceTimersByTime(50);
    held.add(letter);
    vi.advanceTimersByTime(50);
  }
  expect(calls).toBe(3);
});

test('a press acts although the key was up again when the call came', () => {
  hotkey();
  hotkey();
  expect(calls).toBe(2);
});

test('nothing looks at the keyboard once the key is up', () => {
  held.add(space);
  hotkey();
  held.clear();
  vi.advanceTimersByTime(20);
  expect(vi.getTimerCount()).toBe(0);
});

test('where the system does not tell of keys every call acts', () => {
  const plain = oncePerPress(
    () => {
      calls += 1;
    },
    () => new Set(),
  );
  plain();
  plain();
  expect(calls).toBe(2);
});
