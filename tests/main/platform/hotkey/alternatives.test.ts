import { expect, test } from 'vitest';
import { alternativeHotkeys } from '../../../../src/main/platform/hotkey/alternatives.ts';

test('the same key with other modifiers is offered first', () => {
  expect(alternativeHotkeys('CommandOrControl+Shift+H', 'x11').slice(0, 2)).toEqual([
    'Alt+Shift+H',
    'CommandOrControl+Alt+H',
  ]);
});

test.each(['windows', 'mac', 'x11', 'wayland'] as const)(
  'the taken combination itself is never offered on %s',
  (platform) => {
    for (const taken of ['CommandOrControl+Shift+Space', 'Ctrl+Shift+Space', 'CmdOrCtrl+Shift+Space']) {
      const own = platform === 'mac' && taken.startsWith('Ctrl') ? 'Control' : 'CommandOrControl';
      expect(alternativeHotkeys(taken, platform)).not.toContain(`${own}+Shift+Space`);
    }
  },
);

test('no combination is offered twice, and none without a modifier', () => {
  const offered = alternativeHotkeys('CommandOrControl+Shift+J', 'mac');
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered.every((hotkey) => hotkey.split('+').length >= 3)).toBe(true);
});

test.each(['windows', 'mac', 'x11', 'wayland'] as const)(
  'what the palette or the app needs for itself is never offered on %s',
  (platform) => {
    // Ctrl+Shift+E opens a reply from the palette, Ctrl+Shift+V is what the app presses to paste.
    for (const key of ['E', 'V']) {
      const offered = alternativeHotkeys(`CommandOrControl+Alt+${key}`, platform);
      expect(offered).not.toContain(`CommandOrControl+Shift+${key}`);
      expect(offered).toContain(`Alt+Shift+${key}`);
    }
  },
);

test('an accelerator that cannot be understood still gets offers', () => {
  expect(alternativeHotkeys('', 'windows')[0]).toBe('CommandOrControl+Shift+Space');
});
