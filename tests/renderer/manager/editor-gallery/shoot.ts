/*
 * Takes pictures of the editor in its states: `node tests/renderer/manager/editor-gallery/shoot.ts FOLDER [NAME…]`. Not a test; it
 * is there to look at the editor while designing it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Look, startEditorGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const looks: Record<string, Look> = {
  light: {},
  dark: { colorScheme: 'dark' },
  wide: { width: 1_240 },
  'narrow-en': { width: 360, locale: 'en' },
  'tw-dark-wide': { width: 1_000, locale: 'zh-TW', colorScheme: 'dark' },
};

const gallery = await startEditorGallery();
for (const scene of scenes) {
  if (names.length > 0 && !names.includes(scene.name)) continue;
  for (const [suffix, look] of Object.entries(looks)) {
    const page = await gallery.open(scene.shown, look);
    await scene.act?.(page);
    await gallery.still(page);
    await page.screenshot({ path: join(folder, `${scene.name}-${suffix}.png`) });
    await page.context().close();
  }
}
for (const complaint of gallery.complaints) console.error(complaint);
await gallery.close();
