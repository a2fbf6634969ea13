import type { Locator, Page } from 'playwright-core';
import { type ManagerDriver, managerOf, openManager } from './manager.ts';
import { until } from './poll.ts';
import type { Stage } from './stage.ts';

/** The manager as a person sees it, with the words of its Chinese interface. */
export type LibraryWindow = ManagerDriver & {
  /** A line of the tree by its name. */
  line: (name: string) => Locator;
  /** How many replies the tree says are below a line. */
  count: (name: string) => Promise<number>;
  /** Shows what is below a line of the tree. */
  show: (name: string) => Promise<void>;
  row: (title: string) => Locator;
  /** Titles in the list, from the top. */
  titles: () => Promise<string[]>;
  /** Waits until the list shows these titles, in whatever order. */
  lists: (...titles: string[]) => Promise<void>;
  /** Gives the list the keyboard. */
  focusList: () => Promise<void>;
  /** Gives the tree the keyboard. */
  focusTree: () => Promise<void>;
};

function asLibrary(manager: ManagerDriver): LibraryWindow {
  const { page } = manager;
  const line = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}, `) });
  const list = page.getByRole('listbox', { name: '话术', exact: true });
  /** While the list is read, its rows are those of the list before, and keys that select several of them are lost with it. */
  const isRead = async () => (await page.locator('.reply-list[aria-busy=false]').count()) === 1;
  const titles = () => list.locator('.row-title').allTextContents();
  return {
    ...manager,
    line,
    count: async (name) =>
      Number(
        /, ([\d,]+) 条$/.exec((await line(name).getAttribute('aria-label')) ?? '')?.[1]?.replaceAll(',', ''),
      ),
    show: async (name) => {
      await line(name).click();
      await until(
        async () => (await line(name).getAttribute('aria-selected')) === 'true',
        `${name} is shown`,
      );
    },
    row: (title) => list.getByRole('option').filter({ has: page.getByText(title, { exact: true }) }),
    titles,
    lists: async (...wanted) => {
      const sorted = JSON.stringify(wanted.toSorted());
      await until(
        async () => (await isRead()) && JSON.stringify((await titles()).toSorted()) === sorted,
        `the list shows ${sorted}`,
      );
    },
    focusList: async () => {
      await manager.focus();
      await until(isRead, 'the list is read');
      await list.focus();
    },
    focusTree: async () => {
      await manager.focus();
      await page.getByRole('tree').focus();
    },
  };
}

/** Opens the manager from the palette. */
export async function openLibrary(
  stage: Pick<Stage, 'display' | 'palette' | 'running'>,
): Promise<LibraryWindow> {
  return asLibrary(await openManager(stage));
}

/** The manager that is about to be on the screen, however it was asked for. */
export async function libraryOf(stage: Pick<Stage, 'display' | 'running'>): Promise<LibraryWindow> {
  return asLibrary(await managerOf(stage));
}

/** Drops files on an element, as a file manager would. */
export async function dropFiles(
  target: Locator,
  files: readonly { name: string; type: string; bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  await target.evaluate((element, dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, given);
}

/** True when an element of this page has the keyboard. */
export function hasFocus(field: Locator): Promise<boolean> {
  return field.evaluate((element) => element === document.activeElement && document.hasFocus());
}

/** Enters text as an input method does, where keys have no letters for it. */
export function enterText(page: Page, text: string): Promise<void> {
  return page.keyboard.insertText(text);
}
