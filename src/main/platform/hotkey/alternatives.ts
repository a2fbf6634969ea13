import { keptKey } from '../../../shared/domain/kept-keys.ts';
import type { PlatformName } from '../platform.ts';

/** As the recorder of the settings spells it: one spelling, so that equal hotkeys are equal strings. */
const PRIMARY = 'CommandOrControl';

/**
 * Modifiers to try, the easiest to press with one hand first. Ctrl+Alt comes late on Windows, where it is AltGr and
 * types characters on many European keyboards.
 */
const MODIFIERS: Record<PlatformName, readonly string[]> = {
  windows: [`${PRIMARY}+Shift`, 'Alt+Shift', `${PRIMARY}+Alt+Shift`, `${PRIMARY}+Alt`],
  mac: [`${PRIMARY}+Shift`, 'Control+Shift', 'Alt+Shift', `${PRIMARY}+Alt`, 'Control+Alt'],
  x11: [`${PRIMARY}+Shift`, 'Alt+Shift', `${PRIMARY}+Alt`, `${PRIMARY}+Alt+Shift`],
  wayland: [`${PRIMARY}+Shift`, 'Alt+Shift', `${PRIMARY}+Alt`, `${PRIMARY}+Alt+Shift`],
};

/** Keys that few programs combine with two modifiers, and that sit in the same place on most keyboards. */
const OTHER_KEYS = ['Space', 'J', 'F9', 'F10'];

/**
 * Other hotkeys to offer for one that another program has taken, as Electron accelerators, best first: the same key
 * with other modifiers, then other keys; none that the palette or other programs need. Whether one is free only
 * registering it tells.
 */
export function alternativeHotkeys(taken: string, platform: PlatformName): string[] {
  const key = taken.split('+').at(-1) || 'Space';
  const primary = platform === 'mac' ? /\b(?:CmdOrCtrl|Command|Cmd)\b/i : /\b(?:CmdOrCtrl|Control|Ctrl)\b/i;
  const normalised = taken.replace(primary, PRIMARY).replace(/\bCtrl\b/i, 'Control');
  const keys = [...new Set([key, ...OTHER_KEYS])];
  const candidates = keys.flatMap((other) => MODIFIERS[platform].map((modifiers) => `${modifiers}+${other}`));
  return candidates.filter(
    (candidate) => candidate.toLowerCase() !== normalised.toLowerCase() && keptKey(candidate) === null,
  );
}
