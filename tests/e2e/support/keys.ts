import { setTimeout as delay } from 'node:timers/promises';
import type { Display } from './display.ts';

/**
 * Presses and releases key combinations one after the other, as a keyboard would: `pressKeys(display, 'ctrl+shift+space', 'Return')`.
 * Names are X keysyms, letters are lower case.
 */
export async function pressKeys(display: Display, ...combinations: string[]): Promise<void> {
  await display.run('xdotool', 'key', '--clearmodifiers', ...combinations);
}

/** Types text into whatever has the focus, as a keyboard would. */
export async function typeText(display: Display, text: string): Promise<void> {
  await display.run('xdotool', 'type', '--delay', '5', '--', text);
}

/**
 * Holds a combination down until the server has repeated its last key several times, as for somebody who is slow to let go; then
 * runs `work` and lets go. Keys repeat quickly meanwhile.
 */
export async function holdKeys(
  display: Display,
  combination: string,
  work: () => Promise<void>,
): Promise<void> {
  const keys = combination.split('+');
  await display.run('xset', 'r', 'rate', '150', '40');
  await display.run('xdotool', ...keys.flatMap((key) => ['keydown', key]));
  try {
    await work();
    // Some twenty repetitions.
    await delay(700);
  } finally {
    await display.run('xdotool', ...keys.toReversed().flatMap((key) => ['keyup', key]));
    await display.run('xset', 'r', 'rate');
  }
}
