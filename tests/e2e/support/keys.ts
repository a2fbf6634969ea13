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
