import { join } from 'node:path';
import { willChoose } from '../../tests/e2e/support/dialogs.ts';
import { type SceneSet, sceneOf } from './scene.ts';

const dialog = '.transfer-dialog';

async function openImport({ page }: SceneSet): Promise<void> {
  await page.keyboard.press('Control+I');
  await page.locator('.import-drop').waitFor();
}

/** Chooses a file of the pictures' own in the dialog. */
async function importFile(set: SceneSet, name: string): Promise<void> {
  await openImport(set);
  await willChoose(set.running, join(set.library.files, name));
  await set.page.locator('.import-drop-buttons button').first().click();
}

/** The import from its first step to its last, and the export. */
export const transferScenes = [
  sceneOf('import-choose', dialog, openImport),
  sceneOf('import-problem', dialog, async (set) => {
    await importFile(set, set.library.words.brokenSheet);
    await set.page.locator('.transfer-problem').waitFor();
  }),
  sceneOf('import-mapping', dialog, async (set) => {
    await importFile(set, set.library.words.unsureSheet.name);
    await set.page.locator('.import-mapping').waitFor();
  }),
  sceneOf('import-preview', dialog, async (set) => {
    await importFile(set, set.library.words.sheet.name);
    await set.page.locator('.import-preview .import-row-title').first().waitFor();
  }),
  sceneOf('import-done', dialog, async (set) => {
    await importFile(set, set.library.words.sheet.name);
    await set.page.locator('.import-preview .import-row-title').first().waitFor();
    await set.page.locator('.transfer-foot button').last().click();
    await set.page.locator('.import-done').waitFor();
  }),
  sceneOf('export', dialog, async ({ page }) => {
    await page.keyboard.press('Control+Shift+E');
    await page.locator('.export-choices').waitFor();
  }),
];
