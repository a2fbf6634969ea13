import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../../../support/axe.ts';
import { faultsOf, type Gallery, startGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());

/** Problems differ in their words only: one of each dialog stands for them. */
const alike = /^(import|export)-problem-(?!password|storage)/;

describe.each(['light', 'dark'] as const)('dashboard and dialogs in %s', (theme) => {
  const told = scenes.filter(({ name }) => !alike.test(name));
  test.each(told)('$name can be used by everybody and keeps to the security policy', async (scene) => {
    const page = await gallery.open(scene, { theme });
    try {
      expect(await violationsOn(page)).toEqual([]);
      expect(faultsOf(page)).toEqual([]);
    } finally {
      await page.context().close();
    }
  });
});
