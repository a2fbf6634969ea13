/** What the user has on the clipboard before the loop. */
export type CopiedBefore = 'text' | 'formatted-text' | 'picture' | 'nothing';

/** Something that happens beside the loop; delays are milliseconds after Enter unless said otherwise. */
export type Disturbance =
  | { kind: 'none' }
  /** The other window comes to front. */
  | { kind: 'other-raised'; delayMs: number }
  /** The other window comes to front while the palette is open, before Enter. */
  | { kind: 'other-raised-early' }
  /** The user copies something else. */
  | { kind: 'copy'; delayMs: number }
  /** The target is closed. */
  | { kind: 'target-closed'; delayMs: number }
  /** The hotkey is pressed again, `delayMs` after the first time; nothing is to be pasted. */
  | { kind: 'hotkey-twice'; delayMs: number }
  /** Esc until the palette is gone, in place of Enter. */
  | { kind: 'escape' };

/** One loop of the soak. `window` and `reply` are numbers of a target window and of a reply. */
export type LoopPlan = {
  window: number;
  reply: number;
  copied: CopiedBefore;
  /** Milliseconds from the last letter to Enter: quick fingers take 60, none take 0, which is tried all the same. */
  enterAfterMs: number;
  disturbance: Disturbance;
};

/** Shares of the disturbances, in thousandths; the rest is undisturbed. */
const shares: [share: number, make: (random: () => number) => Disturbance][] = [
  [100, (random) => ({ kind: 'other-raised', delayMs: Math.floor(random() * 60) })],
  [40, () => ({ kind: 'other-raised-early' })],
  [120, (random) => ({ kind: 'copy', delayMs: Math.floor(random() * 160) })],
  [8, (random) => ({ kind: 'target-closed', delayMs: Math.floor(random() * 40) })],
  [60, (random) => ({ kind: 'hotkey-twice', delayMs: Math.floor(random() * 80) })],
  [60, () => ({ kind: 'escape' })],
];

const copies: CopiedBefore[] = ['text', 'text', 'formatted-text', 'picture', 'nothing'];

/** Numbers from 0 to 1 that are the same for the same seed: Mulberry32 of Tommy Ettinger, in the public domain. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function disturbanceFor(random: () => number): Disturbance {
  let left = random() * 1_000;
  for (const [share, make] of shares) {
    if (left < share) return make(random);
    left -= share;
  }
  return { kind: 'none' };
}

/** The next loop, by the numbers that `random` gives. */
export function planLoop(random: () => number, windows: number, replies: number): LoopPlan {
  return {
    window: Math.floor(random() * windows),
    reply: Math.floor(random() * replies),
    copied: copies[Math.floor(random() * copies.length)] ?? 'text',
    enterAfterMs: random() < 0.1 ? 0 : 40,
    disturbance: disturbanceFor(random),
  };
}
