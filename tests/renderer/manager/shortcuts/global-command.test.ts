import { expect, test } from 'vitest';
import { globalCommand } from '../../../../src/renderer/manager/shortcuts/global-command.ts';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>>;

function press(key: string, held: Held = {}, inText = false) {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
  return globalCommand(pressed, inText);
}

test('undo and redo take back actions, but in a text field the typing', () => {
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
  expect(press('y', { ctrlKey: true })).toBe('redo');
  expect(press('z', { ctrlKey: true }, true)).toBeNull();
  expect(press('y', { ctrlKey: true }, true)).toBeNull();
});

test('keys that write are left to a text field', () => {
  expect(press('/')).toBe('search');
  expect(press('?', { shiftKey: true })).toBe('help');
  expect(press('/', {}, true)).toBeNull();
  expect(press('?', { shiftKey: true }, true)).toBeNull();
});

test('commands with Ctrl or Cmd work everywhere', () => {
  expect(press('n', { ctrlKey: true }, true)).toBe('new-reply');
  expect(press('N', { ctrlKey: true, shiftKey: true }, true)).toBe('new-category');
  expect(press('f', { metaKey: true }, true)).toBe('search');
  expect(press('i', { ctrlKey: true }, true)).toBe('import');
  expect(press('F6', {}, true)).toBe('next-pane');
});

test('Alt Gr, which is Ctrl and Alt, writes characters', () => {
  expect(press('n', { ctrlKey: true, altKey: true })).toBeNull();
});
