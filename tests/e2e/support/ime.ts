import type { Page } from 'playwright-core';

/** An input method in the middle of its work: a candidate is on the screen, nothing is decided. */
export type Composition = {
  /** The Enter that confirms a candidate, as browsers report it whose input method has swallowed it: keyCode 229. */
  pressSwallowedEnter: () => Promise<void>;
  /** Takes the candidate: the text becomes part of the input. */
  commit: (text: string) => Promise<void>;
  /** Gives the candidate up. */
  cancel: () => Promise<void>;
};

/**
 * Starts composing in the focused field of a page, as an input method does after its first keys: `compose(page, 'nihao')`. Until it is committed
 * or cancelled, key presses are part of the composition.
 */
export async function compose(page: Page, candidate: string): Promise<Composition> {
  const session = await page.context().newCDPSession(page);
  const show = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await show(candidate);
  return {
    pressSwallowedEnter: async () => {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
      await session.detach();
    },
    cancel: async () => {
      await show('');
      await session.detach();
    },
  };
}
