import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Gallery, type Look, type OpenManager, type Showing, startGallery } from './gallery.ts';

/** The manager that the running test has opened. */
export type ManagerUnderTest = {
  open: (showing?: Showing & Look) => Promise<Page>;
  /** Answers of the library behind it, and what the page asked for. */
  readonly library: OpenManager['library'];
};

/** Starts a gallery for the tests of a file; each opens a manager of its own, which must end without a fault. */
export function setUpManager(): ManagerUnderTest {
  let gallery: Gallery;
  let manager: OpenManager;

  beforeAll(async () => {
    gallery = await startGallery();
  });

  afterEach(async () => {
    expect(manager.faults).toEqual([]);
    await manager.close();
  });

  afterAll(() => gallery?.close());

  return {
    async open(showing = {}) {
      manager = await gallery.open({ width: 1280, height: 800, ...showing });
      await manager.page.locator('.reply-row .row-title').first().waitFor();
      return manager.page;
    },
    get library() {
      return manager.library;
    },
  };
}
