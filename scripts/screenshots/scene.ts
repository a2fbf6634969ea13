import type { Locator, Page } from 'playwright-core';
import type { Locale } from '../../src/shared/i18n/locale.ts';
import type { RunningApp } from '../../tests/e2e/support/app.ts';
import type { PictureLibrary } from './library.ts';

/** What a scene may need besides its page. */
export type SceneSet = { page: Page; running: RunningApp; library: PictureLibrary; locale: Locale };

/** Something worth a picture: `act` brings it onto the page and names what is pictured: the whole page by default, or elements with what lies between them. */
export type Scene = {
  name: string;
  // biome-ignore lint/suspicious/noConfusingVoidType: most scenes have nothing to name
  act: (set: SceneSet) => Promise<Locator | Locator[] | void>;
  /** Inner size of the window, where it is not the usual one. */
  size?: { width: number; height: number };
};

/** Makes a scene of which one element is pictured. */
export function sceneOf(name: string, selector: string, act: Scene['act']): Scene {
  return {
    name,
    async act(set) {
      await act(set);
      const element = set.page.locator(selector).first();
      await element.waitFor();
      return element;
    },
  };
}
