import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const eventually = <Value>(read: () => Value) => expect.poll(read);

export const row = (page: Page, index: number) => page.locator(`.reply-row[data-index="${index}"]`);
export const line = (page: Page, name: string) => page.locator('.tree-row', { hasText: name }).first();
export const countOf = (page: Page, name: string) => line(page, name).locator('.tree-count');
export const toast = (page: Page, words: string) => page.locator('.toast', { hasText: words }).waitFor();

/** Holds the page's calls of a name back, until they are let go. */
export async function hold(page: Page, name: string): Promise<() => Promise<void>> {
  await page.evaluate((held) => {
    const { callMain } = window;
    const letGo = new Promise<void>((resolve) => {
      Object.assign(window, { letGo: resolve });
    });
    window.callMain = async (called, args) => {
      if (called === held) await letGo;
      return callMain(called, args);
    };
  }, name);
  return () => page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
}

/** Resolves when the element's text is `text`. */
export async function shows(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(([where, what]) => document.querySelector(where)?.textContent === what, [
    selector,
    text,
  ] as const);
}
