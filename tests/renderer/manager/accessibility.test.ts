import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../../support/axe.ts';
import { type Gallery, startGallery } from './gallery/gallery.ts';
import { scenes } from './gallery/scenes.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery?.close());

describe.each(['light', 'dark'] as const)('the manager in %s', (theme) => {
  test.each(scenes)('$name can be used by everybody', async (scene) => {
    const manager = await gallery.open({ theme, ...scene.look, ...scene.showing });
    await scene.act?.(manager);
    expect(await violationsOn(manager.page, ['region'])).toEqual([]);
    expect(manager.faults).toEqual([]);
    await manager.close();
  });
});
