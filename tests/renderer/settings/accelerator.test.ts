import { describe, expect, test } from 'vitest';
import { type PressedKey, recordKey } from '../../../src/renderer/settings/accelerator.ts';
import { acceleratorText, keyCaps } from '../../../src/renderer/ui/accelerator-text.ts';

function press(keys: string, key: string, code: string): PressedKey {
  const held = new Set(keys.split(' '));
  return {
    key,
    code,
    ctrlKey: held.has('ctrl'),
    metaKey: held.has('meta'),
    altKey: held.has('alt'),
    shiftKey: held.has('shift'),
  };
}

describe('recording a hotkey', () => {
  test('Ctrl is the main modifier on Windows and Linux, Cmd on a Mac', () => {
    const expected = { kind: 'recorded', accelerator: 'CommandOrControl+Shift+Space' };
    expect(recordKey(press('ctrl shift', ' ', 'Space'), 'windows')).toEqual(expected);
    expect(recordKey(press('meta shift', ' ', 'Space'), 'mac')).toEqual(expected);
  });

  test('the other of the two keeps its own name', () => {
    expect(recordKey(press('ctrl', 'k', 'KeyK'), 'mac')).toEqual({
      kind: 'recorded',
      accelerator: 'Control+K',
    });
    expect(recordKey(press('meta', 'k', 'KeyK'), 'windows')).toEqual({
      kind: 'recorded',
      accelerator: 'Super+K',
    });
  });

  test.each([
    ['a letter', press('ctrl shift', 'H', 'KeyH'), 'CommandOrControl+Shift+H'],
    ['a letter of another layout', press('ctrl alt', 'q', 'KeyA'), 'CommandOrControl+Alt+Q'],
    ['what Option turns into a sign', press('alt', 'å', 'KeyA'), 'Alt+A'],
    ['a key that an input method has taken', press('ctrl', 'Process', 'KeyJ'), 'CommandOrControl+J'],
    ['a digit', press('alt shift', '!', 'Digit1'), 'Alt+Shift+1'],
    ['a number pad digit', press('ctrl', '5', 'Numpad5'), 'CommandOrControl+num5'],
    ['an arrow', press('alt shift', 'ArrowUp', 'ArrowUp'), 'Alt+Shift+Up'],
    ['a sign', press('ctrl', ';', 'Semicolon'), 'CommandOrControl+;'],
    ['a function key alone', press('', 'F8', 'F8'), 'F8'],
    ['Enter', press('ctrl shift', 'Enter', 'Enter'), 'CommandOrControl+Shift+Return'],
  ])('%s gets the name that an accelerator has for it', (_what, pressed, accelerator) => {
    expect(recordKey(pressed, 'linux')).toEqual({ kind: 'recorded', accelerator });
  });

  test('modifiers alone wait for the key', () => {
    expect(recordKey(press('ctrl shift', 'Shift', 'ShiftLeft'), 'linux')).toEqual({
      kind: 'waiting',
      held: 'CommandOrControl+Shift',
    });
  });

  test.each([
    ['a bare letter', press('', 'k', 'KeyK'), 'needs-modifier'],
    ['a capital letter', press('shift', 'K', 'KeyK'), 'needs-modifier'],
    ['copy', press('ctrl', 'c', 'KeyC'), 'everyday-key'],
    ['the chord that pastes in terminals', press('ctrl shift', 'V', 'KeyV'), 'everyday-key'],
    ['the key that sends from the palette', press('ctrl', 'Enter', 'Enter'), 'palette-key'],
    ['the key that picks a row of it', press('alt', '1', 'Digit1'), 'palette-key'],
    ['the key that opens a reply from it', press('ctrl shift', 'E', 'KeyE'), 'palette-key'],
    ['a media key', press('ctrl', 'LaunchApp1', 'LaunchApp1'), 'unknown-key'],
  ])('%s is no hotkey', (_what, pressed, reason) => {
    expect(recordKey(pressed, 'linux')).toMatchObject({ kind: 'unusable', reason });
  });
});

describe('showing a hotkey', () => {
  test('each system sees its own key caps', () => {
    expect(keyCaps('CommandOrControl+Shift+Space', 'mac')).toEqual(['⌘', '⇧', 'Space']);
    expect(keyCaps('CommandOrControl+Shift+Space', 'windows')).toEqual(['Ctrl', 'Shift', 'Space']);
    expect(keyCaps('Super+Up', 'windows')).toEqual(['Win', '↑']);
    expect(keyCaps('Super+Up', 'linux')).toEqual(['Super', '↑']);
  });

  test('a hotkey that is off has no key caps', () => {
    expect(keyCaps('', 'linux')).toEqual([]);
    expect(acceleratorText('', 'linux')).toBe('');
  });
});
