/*
 * Takes pictures of the palette in every state: `node tests/renderer/palette/gallery/shoot.ts FOLDER [NAME…]`. Not a test; it is
 * there to look at the palette while designing it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { startGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const looks: { suffix: string; colorScheme: 'light' | 'dark'; locale: Locale; scale: number }[] = [
  { suffix: 'light', colorScheme: 'light', locale: 'zh-CN', scale: 1 },
  { suffix: 'dark', colorScheme: 'dark', locale: 'zh-CN', scale: 1 },
  { suffix: 'en', colorScheme: 'light', locale: 'en', scale: 1 },
  { suffix: 'tw-2x', colorScheme: 'dark', locale: 'zh-TW', scale: 2 },
];

const gallery = await startGallery();
for (const scene of scenes) {
  if (names.length > 0 && !names.includes(scene.name)) continue;
  for (const { suffix, colorScheme, locale, scale } of looks) {
    const opening = { ...scene.showing?.opening, locale };
    const page = await gallery.open({ ...scene.showing, opening, colorScheme, scale });
    await scene.act?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${scene.name}-${suffix}.png`) });
    await page.context().close();
  }
}
await gallery.close();
