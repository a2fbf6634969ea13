/*
 * Takes pictures of the manager in every state: `node tests/renderer/manager/gallery/shoot.ts FOLDER [NAME…]`. Not a test; it
 * is there to look at the manager while designing it, and for the pictures of the documentation.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Look, startGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const looks: (Look & { suffix: string })[] = [
  { suffix: 'light', theme: 'light', locale: 'zh-CN' },
  { suffix: 'dark', theme: 'dark', locale: 'zh-CN' },
  { suffix: 'en', theme: 'light', locale: 'en' },
  { suffix: 'tw', theme: 'dark', locale: 'zh-TW' },
];

const gallery = await startGallery();
for (const scene of scenes) {
  if (names.length > 0 && !names.includes(scene.name)) continue;
  for (const { suffix, ...look } of looks) {
    const manager = await gallery.open({ ...look, ...scene.look, ...scene.showing });
    try {
      await scene.act?.(manager);
    } catch (error) {
      console.error(`${scene.name} in ${suffix}:`, error);
    }
    await manager.page.waitForLoadState('networkidle');
    await manager.page.evaluate(() => document.fonts.ready);
    // Two frames: what the last answer changed is drawn.
    await manager.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await manager.page.screenshot({ path: join(folder, `${scene.name}-${suffix}.png`) });
    for (const fault of manager.faults) console.error(`${scene.name} in ${suffix}: ${fault}`);
    await manager.close();
  }
}
await gallery.close();
