import type { PlatformName } from '../platform.ts';

/**
 * Modifiers to try, the easiest to press with one hand first. Ctrl+Alt comes late on Windows, where it is AltGr and
 * types characters on many European keyboards.
 */
const MODIFIERS: Record<PlatformName, readonly string[]> = {
  windows: ['Control+Shift', 'Alt+Shift', 'Control+Alt+Shift', 'Control+Alt'],
  mac: ['Command+Shift', 'Control+Shift', 'Alt+Shift', 'Command+Alt', 'Control+Alt'],
  x11: ['Control+Shift', 'Alt+Shift', 'Control+Alt', 'Control+Alt+Shift'],
  wayland: ['Control+Shift', 'Alt+Shift', 'Control+Alt', 'Control+Alt+Shift'],
};

/** Keys that few programs combine with two modifiers, and that sit in the same place on most keyboards. */
const OTHER_KEYS = ['Space', 'J', 'F9', 'F10'];

/**
 * Other hotkeys to offer for one that another program has taken, as Electron accelerators, best first: the same key
 * with other modifiers, then other keys. Whether one is free only registering it tells.
 */
export function alternativeHotkeys(taken: string, platform: PlatformName): string[] {
  const key = taken.split('+').at(-1) || 'Space';
  const command = platform === 'mac' ? 'Command' : 'Control';
  const normalised = taken.replace(/CommandOrControl|CmdOrCtrl/i, command).replace(/\bCtrl\b/i, 'Control');
  const keys = [...new Set([key, ...OTHER_KEYS])];
  const candidates = keys.flatMap((other) => MODIFIERS[platform].map((modifiers) => `${modifiers}+${other}`));
  return candidates.filter((candidate) => candidate.toLowerCase() !== normalised.toLowerCase());
}
