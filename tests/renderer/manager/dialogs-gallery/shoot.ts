/*
 * Takes pictures of the dialogs and the dashboard: `node tests/renderer/manager/dialogs-gallery/shoot.ts FOLDER [NAME…]`. Not a
 * test; it is there to look at them while designing.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, type Look, startGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const looks: Record<string, Look> = {
  light: {},
  dark: { theme: 'dark' },
  en: { locale: 'en', width: 860, height: 640 },
  tw: { locale: 'zh-TW', theme: 'dark', width: 860, height: 640 },
};

const gallery = await startGallery();
for (const scene of scenes) {
  if (names.length > 0 && !names.some((name) => scene.name.startsWith(name))) continue;
  for (const [suffix, look] of Object.entries(looks)) {
    const page = await gallery.open(scene, look);
    await page.waitForLoadState('networkidle');
    // Fonts and charts are drawn a frame later.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await page.screenshot({ path: join(folder, `${scene.name}-${suffix}.png`) });
    for (const fault of faultsOf(page)) console.error(`${scene.name}-${suffix}: ${fault}`);
    await page.context().close();
  }
}
await gallery.close();
