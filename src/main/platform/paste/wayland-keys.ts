import type { KeyDriver, KeyOutcome } from './keys.ts';

/** Wayland lets no program press keys in the windows of another: the agent presses paste. */
export function createWaylandKeyDriver(): KeyDriver {
  const failed = (): Promise<KeyOutcome> => Promise.resolve('failed');
  return {
    pressChord: failed,
    pressEnter: failed,
    pressLeft: failed,
    typeText: failed,
    heldKeys: () => new Set(),
    close() {},
  };
}
