import type { Page } from 'playwright-core';
import type { RunningApp } from './app.ts';
import type { Display } from './display.ts';
import { pressKeys, typeText } from './keys.ts';
import { until } from './poll.ts';
import { callPalette } from './wire.ts';

/** The palette as an agent uses it: real keys in, what is on the screen out. */
export type PaletteDriver = {
  page: Page;
  /** The id of its X window, in decimal. */
  window: () => Promise<string>;
  /** Presses the hotkey and waits until the palette is `opened`. */
  open: () => Promise<void>;
  /** Waits until the palette, whatever opened it, has the focus and its page shows this opening with the empty query. */
  opened: () => Promise<void>;
  /** Types into the empty search box and waits until the answer to all of it is on the screen. */
  search: (query: string) => Promise<void>;
  /** The same, with this title in the selected row. */
  find: (query: string, title: string) => Promise<void>;
  /**
   * Opens the palette, finds a reply and pastes it with Enter; resolves when the palette is gone. Needs a window in front: a
   * reply that can only be copied brings the palette's window back at once, with a notice.
   */
  paste: (query: string, title: string) => Promise<void>;
  /** Title of the selected row, or null. */
  selected: () => Promise<string | null>;
  titles: () => Promise<string[]>;
  /** Resolves when the palette's window is not on the screen and the system has taken the focus from it. */
  gone: () => Promise<void>;
  isVisible: () => Promise<boolean>;
  /** True when its window is on the screen with the focus. */
  isFocused: () => Promise<boolean>;
  /** What the search box holds. */
  query: () => Promise<string>;
  /** The same palette, opened by another hotkey. */
  with: (keys: string) => PaletteDriver;
};

export const hotkey = 'ctrl+shift+space';

/** Puts the palette of a running app under a test's control. */
export function drivePalette(display: Display, running: RunningApp, keys: string = hotkey): PaletteDriver {
  const { app, palettePage: page } = running;
  const row = page.locator('[role=option]');
  const selectedRow = page.locator('[role=option][aria-selected=true]');

  const isVisible = async () => {
    const window = await app.browserWindow(page);
    return window.evaluate((palette) => palette.isVisible());
  };
  const isFocused = async () => {
    const window = await app.browserWindow(page);
    return window.evaluate((palette) => palette.isVisible() && palette.isFocused());
  };
  const query = () => page.locator('[role=combobox]').inputValue();
  const titleOf = async () => (await selectedRow.locator('.row-title').allTextContents())[0] ?? null;

  async function opened(): Promise<void> {
    await until(isFocused, 'the palette has the focus');
    // A page that is too busy is shown before it has taken over its opening, and wants the first Enter twice then.
    await until(() => page.locator('.footer .target').isVisible(), 'the page has taken over the opening');
    await until(async () => (await query()) === '', 'the query is empty');
  }

  async function open(): Promise<void> {
    await pressKeys(display, keys);
    await opened();
  }

  async function search(wanted: string): Promise<void> {
    await typeText(display, wanted);
    await until(async () => (await query()) === wanted, `"${wanted}" is in the search box`);
    // Main answers in turn, so no search is left unanswered after this: a key would be asked for again then.
    await callPalette(page, 'checkTexts', '', []);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  }

  async function find(wanted: string, title: string): Promise<void> {
    await search(wanted);
    await until(async () => (await titleOf()) === title, `"${title}" is selected for "${wanted}"`);
  }

  async function gone(): Promise<void> {
    const window = await app.browserWindow(page);
    // Shown again before it has lost the focus, it would hide at once, or count as focused before it is.
    await until(async () => {
      if (await window.evaluate((palette) => !palette.isVisible() && !palette.isFocused())) return true;
      throw new Error(`it shows ${await page.locator('body').innerText()}`);
    }, 'the palette is gone');
  }

  return {
    page,
    window: async () => {
      const window = await app.browserWindow(page);
      return window.evaluate((palette) => String(palette.getNativeWindowHandle().readUInt32LE()));
    },
    open,
    opened,
    search,
    find,
    async paste(query, title) {
      await open();
      await find(query, title);
      if (!(await page.locator('.target-app').isVisible())) {
        throw new Error('No window is in front that could be pasted into: open one first');
      }
      await pressKeys(display, 'Return');
      await gone();
    },
    selected: titleOf,
    titles: () => row.locator('.row-title').allTextContents(),
    gone,
    isVisible,
    isFocused,
    query,
    with: (other) => drivePalette(display, running, other),
  };
}
