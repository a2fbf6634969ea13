import type { PaletteOpening } from '../../shared/ipc.ts';

/** Names of keys as they are printed on them; the same in every language. */
const names = {
  primary: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  shift: { mac: '⇧', other: 'Shift' },
  enter: { mac: '↵', other: '↵' },
  tab: { mac: '⇥', other: 'Tab' },
  escape: { mac: 'esc', other: 'Esc' },
} as const;

export type KeyId = keyof typeof names;

/** The cap of a modifier or special key on this platform's keyboard. */
export function keyName(key: KeyId, platform: PaletteOpening['platform']): string {
  return names[key][platform === 'mac' ? 'mac' : 'other'];
}
