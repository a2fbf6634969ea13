import type { TargetWindow } from '../focus/focus.ts';

/** Key combinations that paste, as the app-quirks table names them. `Mod` is Cmd on macOS, Ctrl elsewhere. */
export type PasteChord = 'Mod+V' | 'Ctrl+Shift+V' | 'Shift+Insert';

export type KeyOutcome =
  | 'sent'
  /** The target lost the focus before the keys went out: nothing was pressed. */
  | 'focus-lost'
  | 'no-permission'
  | 'elevated-target'
  /** The system took no keys. */
  | 'failed';

/**
 * Presses keys in a target window. Every call checks at the last possible moment that `target` has the focus and
 * presses nothing when it has not; modifiers that the agent still holds are released first.
 */
export type KeyDriver = {
  pressChord(target: TargetWindow, chord: PasteChord): Promise<KeyOutcome>;
  pressEnter(target: TargetWindow): Promise<KeyOutcome>;
  /** Presses the left arrow key `count` times, to put the caret where `{{cursor}}` stood. */
  pressLeft(target: TargetWindow, count: number): Promise<KeyOutcome>;
  /** Types text key by key, for apps that refuse a paste; stops as soon as the focus is lost. */
  typeText(target: TargetWindow, text: string, gapMs: number): Promise<KeyOutcome>;
  /** Numbers of the keys that are down now, modifiers left out; empty on systems where a held hotkey calls only once. */
  heldKeys(): ReadonlySet<number>;
  close(): void;
};
