import { describe, expect, test } from 'vitest';
import {
  type Command,
  commandFor,
  type KeyContext,
  type KeyLike,
} from '../../../src/renderer/palette/palette-keys.ts';

function key(name: string, rest: Partial<KeyLike> = {}): KeyLike {
  return {
    key: name,
    code: name,
    keyCode: 0,
    isComposing: false,
    repeat: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    timeStamp: 10_000,
    ...rest,
  };
}

function context(rest: Partial<KeyContext> = {}): KeyContext {
  return {
    mode: 'search',
    place: { kind: 'search' },
    platform: 'linux',
    hasSelection: false,
    compositionEndedAt: null,
    ...rest,
  };
}

const press = (pressed: KeyLike, rest: Partial<KeyContext> = {}) => commandFor(pressed, context(rest));
const ctrl = { ctrlKey: true };
const paste: Command = { kind: 'insert', action: 'paste' };

describe('keys in the search box', () => {
  const table: [string, KeyLike, Command | null][] = [
    ['Enter pastes', key('Enter'), paste],
    ['Ctrl+Enter pastes and sends', key('Enter', ctrl), { kind: 'insert', action: 'paste-and-send' }],
    ['Shift+Enter appends', key('Enter', { shiftKey: true }), { kind: 'insert', action: 'append' }],
    ['Tab enters pick mode', key('Tab'), { kind: 'pick-mode' }],
    ['Shift+Tab is left to the page', key('Tab', { shiftKey: true }), null],
    ['Alt+1 picks the first row', key('1', { altKey: true, code: 'Digit1' }), { kind: 'pick', offset: 0 }],
    ['Alt+0 picks the tenth row', key('0', { altKey: true, code: 'Digit0' }), { kind: 'pick', offset: 9 }],
    ['a bare digit is typed', key('1', { code: 'Digit1' }), null],
    ['a letter is typed', key('a'), null],
    ['the down arrow moves down', key('ArrowDown'), { kind: 'move', by: 1 }],
    ['the up arrow moves up', key('ArrowUp'), { kind: 'move', by: -1 }],
    ['Page Down moves a page', key('PageDown'), { kind: 'page', by: 1 }],
    ['Home is left to the caret', key('Home'), null],
    ['Ctrl+Home goes to the first row', key('Home', ctrl), { kind: 'first' }],
    ['Ctrl+End goes to the last row', key('End', ctrl), { kind: 'last' }],
    ['Alt+Down shows the next variant', key('ArrowDown', { altKey: true }), { kind: 'variant', by: 1 }],
    ['Ctrl+E edits', key('e', ctrl), { kind: 'edit' }],
    ['Ctrl+C copies the reply', key('c', ctrl), { kind: 'insert', action: 'copy' }],
    ['Ctrl+N writes a new reply', key('n', ctrl), { kind: 'new-reply' }],
    ['Ctrl+, opens the settings', key(',', ctrl), { kind: 'settings' }],
    ['Ctrl+M opens the manager', key('m', ctrl), { kind: 'manager' }],
    [
      'Ctrl+Shift+E opens the reply in the manager',
      key('E', { ctrlKey: true, shiftKey: true }),
      { kind: 'manage-reply' },
    ],
    ['Escape goes back', key('Escape'), { kind: 'escape' }],
    ['AltGr with a digit types a character', key('1', { ...ctrl, altKey: true, code: 'Digit1' }), null],
  ];
  test.each(table)('%s', (_title, pressed, command) => {
    expect(press(pressed)).toEqual(command);
  });

  test('Ctrl+C is the native copy while text is selected', () => {
    expect(press(key('c', ctrl), { hasSelection: true })).toBeNull();
  });

  test('on macOS Cmd takes the place of Ctrl, and Ctrl is left to the text system', () => {
    expect(press(key('e', { metaKey: true }), { platform: 'mac' })).toEqual({ kind: 'edit' });
    expect(press(key('e', ctrl), { platform: 'mac' })).toBeNull();
    expect(press(key('Enter', { metaKey: true }), { platform: 'mac' })).toEqual({
      kind: 'insert',
      action: 'paste-and-send',
    });
  });

  test('on macOS Option+1 picks although it types another character', () => {
    expect(press(key('¡', { altKey: true, code: 'Digit1' }), { platform: 'mac' })).toEqual({
      kind: 'pick',
      offset: 0,
    });
  });
});

describe('input methods', () => {
  const keys = ['Enter', 'ArrowDown', 'PageDown', 'Tab', 'Escape', '1', 'c'];

  test.each(keys)('%s does nothing while composing', (name) => {
    for (const modifier of [{}, { ctrlKey: true }, { altKey: true }, { shiftKey: true }]) {
      expect(press(key(name, { isComposing: true, ...modifier }))).toBeNull();
    }
  });

  test.each(keys)('%s with key code 229 does nothing', (name) => {
    expect(press(key(name, { keyCode: 229 }))).toBeNull();
  });

  test('a key that an input method has taken under the name Process does nothing', () => {
    expect(press(key('Process', { code: 'Enter' }))).toBeNull();
  });

  test('the Enter that ended a composition in the same key press does nothing', () => {
    expect(press(key('Enter', { timeStamp: 5_003 }), { compositionEndedAt: 5_000 })).toBeNull();
  });

  test('an Enter pressed some time after the composition ended pastes', () => {
    expect(press(key('Enter', { timeStamp: 5_300 }), { compositionEndedAt: 5_000 })).toEqual(paste);
  });

  test('digits in pick mode do nothing while composing', () => {
    expect(press(key('2', { code: 'Digit2', isComposing: true }), { mode: 'pick' })).toBeNull();
  });
});

describe('held keys', () => {
  test('a held Enter pastes once', () => {
    expect(press(key('Enter', { repeat: true }))).toEqual({ kind: 'ignore' });
  });

  test('a held arrow goes on moving', () => {
    expect(press(key('ArrowDown', { repeat: true }))).toEqual({ kind: 'move', by: 1 });
  });
});

describe('pick mode', () => {
  const pick = (pressed: KeyLike) => press(pressed, { mode: 'pick', place: { kind: 'list' } });

  test('a digit picks, from the number pad too', () => {
    expect(pick(key('3', { code: 'Digit3' }))).toEqual({ kind: 'pick', offset: 2 });
    expect(pick(key('3', { code: 'Numpad3' }))).toEqual({ kind: 'pick', offset: 2 });
  });

  test('another key leaves it', () => {
    expect(pick(key('x'))).toEqual({ kind: 'to-search' });
  });

  test('a lone modifier changes nothing', () => {
    expect(pick(key('Shift'))).toBeNull();
  });

  test('Tab goes on into the preview', () => {
    expect(pick(key('Tab'))).toEqual({ kind: 'enter-preview' });
  });
});

describe('the preview', () => {
  const inPreview = (pressed: KeyLike) => press(pressed, { place: { kind: 'preview' } });

  test('scrolls by the arrows and the space bar', () => {
    for (const name of ['ArrowDown', 'PageDown', ' ', 'Home', 'Tab']) expect(inPreview(key(name))).toBeNull();
  });

  test('a character typed there goes on searching, Enter pastes', () => {
    expect(inPreview(key('x'))).toEqual({ kind: 'to-search' });
    expect(inPreview(key('Enter'))).toEqual(paste);
  });
});

describe('fields, edits and the new reply', () => {
  test('Enter in a field leaves that field', () => {
    expect(press(key('Enter'), { place: { kind: 'field', name: 'order' } })).toEqual({
      kind: 'leave-field',
      name: 'order',
    });
  });

  test('Tab, arrows and typing in a field are left to the page', () => {
    const place = { kind: 'field', name: 'order' } as const;
    for (const name of ['Tab', 'ArrowDown', 'a', 'Home']) expect(press(key(name), { place })).toBeNull();
  });

  test('Enter on a button presses the button', () => {
    expect(press(key('Enter'), { place: { kind: 'button' } })).toBeNull();
  });

  test('while editing Enter breaks the line and Ctrl+Enter pastes', () => {
    const editing = { mode: 'edit', place: { kind: 'edit' } } as const;
    expect(press(key('Enter'), editing)).toBeNull();
    expect(press(key('Enter', ctrl), editing)).toEqual(paste);
    expect(press(key('c', ctrl), editing)).toBeNull();
    expect(press(key('1', { altKey: true, code: 'Digit1' }), editing)).toBeNull();
  });

  test('in the new reply Ctrl+Enter and Ctrl+S save, Enter is left to the page', () => {
    const writing = { mode: 'new', place: { kind: 'new-reply' } } as const;
    expect(press(key('Enter'), writing)).toBeNull();
    expect(press(key('Enter', ctrl), writing)).toEqual({ kind: 'save-new-reply' });
    expect(press(key('s', ctrl), writing)).toEqual({ kind: 'save-new-reply' });
  });
});
