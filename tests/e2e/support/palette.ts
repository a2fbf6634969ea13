import type { Page } from 'playwright-core';
import type { RunningApp } from './app.ts';
import type { Display } from './display.ts';
import { pressKeys, typeText } from './keys.ts';
import { until } from './poll.ts';

/** The palette as an agent uses it: real keys in, what is on the screen out. */
export type PaletteDriver = {
  page: Page;
  /** The id of its X window, in decimal. */
  window: () => Promise<string>;
  /** Presses the hotkey and waits until the palette has the focus and shows the empty query. */
  open: () => Promise<void>;
  /** Types into the palette and waits until the row with this title is the selected one. */
  find: (query: string, title: string) => Promise<void>;
  /**
   * Opens the palette, finds a reply and pastes it with Enter; resolves when the palette is gone. Needs a window in front: a
   * reply that can only be copied brings the palette's window back at once, with a notice.
   */
  paste: (query: string, title: string) => Promise<void>;
  /** Title of the selected row, or null. */
  selected: () => Promise<string | null>;
  titles: () => Promise<string[]>;
  /** Resolves when the palette's window is not on the screen. */
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

  async function open(): Promise<void> {
    await pressKeys(display, keys);
    await until(isFocused, 'the palette has the focus');
    // A page that is too busy is shown before it has taken over its opening, and wants the first Enter twice then.
    await until(() => page.locator('.footer .target').isVisible(), 'the page has taken over the opening');
    await until(async () => (await query()) === '', 'the query is empty');
  }

  async function find(query: string, title: string): Promise<void> {
    await typeText(display, query);
    await until(async () => (await titleOf()) === title, `"${title}" is selected for "${query}"`);
  }

  async function gone(): Promise<void> {
    await until(async () => !(await isVisible()), 'the palette is gone');
  }

  return {
    page,
    window: async () => {
      const window = await app.browserWindow(page);
      return window.evaluate((palette) => String(palette.getNativeWindowHandle().readUInt32LE()));
    },
    open,
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
