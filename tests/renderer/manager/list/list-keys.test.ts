import { expect, test } from 'vitest';
import { listCommand } from '../../../../src/renderer/manager/list/list-keys.ts';

const position = { active: 5, total: 100, pageRows: 10 };

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
  at: Partial<typeof position> = {},
) {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
  return listCommand(pressed, { ...position, ...at });
}

test('arrows, pages and ends select one row', () => {
  const indices = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => press(key));
  expect(indices.map((command) => command?.kind === 'go' && command.index)).toEqual([6, 4, 15, 0, 0, 99]);
});

test('the keyboard stays in the list', () => {
  expect(press('ArrowDown', {}, { active: 99 })).toMatchObject({ index: 99 });
  expect(press('ArrowUp', {}, { active: 0 })).toMatchObject({ index: 0 });
});

test('the first arrow in an untouched list goes to its first or last row', () => {
  expect(press('ArrowDown', {}, { active: -1 })).toMatchObject({ index: 0 });
  expect(press('ArrowUp', {}, { active: -1 })).toMatchObject({ index: 99 });
});

test('Shift extends, Ctrl only moves', () => {
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ kind: 'go', index: 6, how: 'extend' });
  expect(press('ArrowDown', { ctrlKey: true })).toEqual({ kind: 'go', index: 6, how: 'only-move' });
  expect(press('End', { shiftKey: true, ctrlKey: true })).toEqual({ kind: 'go', index: 99, how: 'extend' });
});

test('the space bar takes the row of the keyboard in and out', () => {
  expect(press(' ', { ctrlKey: true })).toEqual({ kind: 'toggle', index: 5 });
  expect(press(' ', {}, { active: -1 })).toBeNull();
});

test('commands have their keys, with Ctrl or Cmd', () => {
  expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' });
  expect(press('A', { metaKey: true })).toEqual({ kind: 'all' });
  expect(press('d', { ctrlKey: true })).toEqual({ kind: 'duplicate' });
  expect(press('M', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'move' });
  expect(press('Delete')).toEqual({ kind: 'delete' });
  expect(press('Enter')).toEqual({ kind: 'edit' });
  expect(press('Escape')).toEqual({ kind: 'one' });
  expect(press('F10', { shiftKey: true })).toEqual({ kind: 'menu' });
});

test('other keys and an empty list ask for nothing', () => {
  expect(press('x')).toBeNull();
  expect(press('ArrowDown', { altKey: true })).toBeNull();
  expect(press('a', { ctrlKey: true }, { total: 0 })).toBeNull();
});
