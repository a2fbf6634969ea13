import { settingsBackups } from '../../src/shared/i18n/areas/settings-backups.ts';
import { settingsMore } from '../../src/shared/i18n/areas/settings-more.ts';
import { settingsRules } from '../../src/shared/i18n/areas/settings-rules.ts';
import { wordsOf } from '../../src/shared/i18n/catalogue.ts';
import type { Scene, SceneSet } from './scene.ts';

const tab = ({ page }: SceneSet, name: string) => page.locator(`#tab-${name}`).click();

const section = (name: string, height = 640): Scene => ({
  name: `settings-${name}`,
  act: (set) => tab(set, name),
  size: { width: 860, height },
});

/** Every section of the settings window and what opens from it. */
export const settingsScenes: Scene[] = [
  section('general'),
  section('hotkeys'),
  section('palette'),
  section('pasting', 900),
  section('profile'),
  section('lint', 1_000),
  {
    name: 'settings-words',
    size: { width: 860, height: 700 },
    act: async (set) => {
      await tab(set, 'lint');
      const more = wordsOf(settingsMore, set.locale);
      await set.page
        .getByRole('heading', { name: more('lint.words'), exact: true })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'settings-words-dialog',
    act: async (set) => {
      await tab(set, 'lint');
      await set.page
        .getByRole('button', { name: wordsOf(settingsMore, set.locale)('lint.words.text') })
        .click();
      await set.page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'settings-rule-dialog',
    size: { width: 860, height: 820 },
    act: async (set) => {
      await tab(set, 'pasting');
      const rules = wordsOf(settingsRules, set.locale);
      await set.page
        .getByRole('button', { name: rules('edit'), exact: false })
        .first()
        .click();
      await set.page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'settings-backups',
    size: { width: 860, height: 980 },
    act: async (set) => {
      const { page } = set;
      await tab(set, 'backups');
      const backups = wordsOf(settingsBackups, set.locale);
      await page.getByRole('button', { name: backups('list.now') }).click();
      await page.locator('.table .cell-date').first().waitFor();
      await page.getByRole('button', { name: backups('check.button') }).click();
      await page.locator('.report').waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'settings-backup-contents',
    act: async (set) => {
      await tab(set, 'backups');
      // The oldest one: the import of an earlier scene, if that was taken too, has changed a reply since.
      await set.page.locator('.cell-actions').last().locator('button').first().click();
      await set.page.locator('dialog[open]').waitFor();
      const changed = set.page.locator('dialog[open] .sample summary').first();
      if (await changed.isVisible()) await changed.click();
    },
  },
  {
    name: 'settings-restore-dialog',
    act: async (set) => {
      await tab(set, 'backups');
      await set.page.locator('.cell-actions button').nth(1).click();
      await set.page.locator('dialog[open]').waitFor();
    },
  },
  section('insight'),
  section('about'),
];
