import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../../support/axe.ts';
import { type Gallery, show, startGallery } from './gallery/gallery.ts';
import { scenes } from './gallery/scenes.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());

describe.each(['light', 'dark'] as const)('the palette in %s', (colorScheme) => {
  let page: Page;

  beforeAll(async () => {
    page = await gallery.open({ colorScheme });
  });

  afterAll(() => page?.context().close());

  test.each(scenes)('$name can be used by everybody', async ({ showing, act }) => {
    await show(page, showing ?? {});
    await act?.(page);
    expect(await violationsOn(page)).toEqual([]);
  });
});
