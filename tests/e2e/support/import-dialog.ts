import type { Locator } from 'playwright-core';
import { willChoose } from './dialogs.ts';
import { pressKeys } from './keys.ts';
import type { LibraryWindow } from './library-window.ts';
import { until } from './poll.ts';
import type { Stage } from './stage.ts';

export type Counts = { new: number; changed: number; unchanged: number; skipped: number };

/** The import dialog in its Chinese interface. */
export type ImportDialog = {
  dialog: Locator;
  /** Chooses files in the system's dialog, which answers with these paths. */
  choose: (...paths: string[]) => Promise<void>;
  /** Waits for the preview and reads how many rows meet which fate. */
  counts: () => Promise<Counts>;
  /** What happens to replies that are there already, by the words of the choice. */
  onConflict: (words: string) => Promise<void>;
  /** Does it and waits until it is done. */
  apply: () => Promise<void>;
  /** Why it does not go on; waits until it says so. */
  problem: () => Promise<string>;
  close: () => Promise<void>;
};

const fates = { new: '新增', changed: '更新', unchanged: '不变', skipped: '跳过' } as const;

/** The import dialog that is open, or about to be. */
export async function importDialogOf(
  { page }: LibraryWindow,
  { running }: Pick<Stage, 'running'>,
): Promise<ImportDialog> {
  const dialog = page.getByRole('dialog', { name: '导入话术' });
  await dialog.waitFor();
  const settled = () =>
    until(
      async () => (await dialog.locator('.import-preview').getAttribute('aria-busy')) === 'false',
      'the rows are compared',
      120_000,
    );
  const chips = dialog.getByRole('group', { name: '按处理方式筛选' });

  async function countOf(word: string): Promise<number> {
    const words = (await chips.getByText(new RegExp(`^${word} `)).textContent()) ?? '';
    return Number(words.replaceAll(/[^\d]/g, ''));
  }

  return {
    dialog,
    choose: async (...paths) => {
      await willChoose(running, ...paths);
      await dialog.locator('button', { hasText: '选择文件…' }).click();
    },
    counts: async () => {
      await settled();
      const counts = Object.entries(fates).map(async ([fate, word]) => [fate, await countOf(word)]);
      return Object.fromEntries(await Promise.all(counts)) as Counts;
    },
    onConflict: async (words) => {
      await dialog.getByRole('combobox', { name: '遇到已有的话术' }).click();
      await page.getByRole('option', { name: words }).click();
      await settled();
    },
    apply: async () => {
      await settled();
      await dialog.getByRole('button', { name: /^导入 / }).click();
      await dialog.getByText('导入完成').waitFor({ timeout: 120_000 });
    },
    problem: async () => {
      const alert = dialog.getByRole('alert');
      await alert.waitFor({ timeout: 120_000 });
      return (await alert.textContent()) ?? '';
    },
    close: async () => {
      await dialog
        .getByRole('button', { name: '关闭' })
        .or(dialog.getByRole('button', { name: '查看话术' }))
        .first()
        .click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}

/** Opens the import dialog by Ctrl+I. */
export async function openImport(
  library: LibraryWindow,
  stage: Pick<Stage, 'display' | 'running'>,
): Promise<ImportDialog> {
  await library.focusTree();
  await pressKeys(stage.display, 'ctrl+i');
  return importDialogOf(library, stage);
}
