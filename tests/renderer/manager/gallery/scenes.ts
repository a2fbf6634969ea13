import type { Page } from 'playwright-core';
import { withEveryMark, withManyCategories } from './fillings.ts';
import type { Look, OpenManager, Showing } from './gallery.ts';

/** A state of the manager worth looking at: how it is opened and what is done then. */
export type Scene = {
  name: string;
  showing?: Showing;
  look?: Look;
  act?: (manager: OpenManager) => Promise<void>;
};

type Step = (page: Page) => Promise<unknown>;

const steps =
  (...all: Step[]) =>
  async ({ page }: OpenManager) => {
    await page.locator('.reply-row .row-title').first().waitFor();
    for (const step of all) await step(page);
  };

const key =
  (...names: string[]): Step =>
  async (page) => {
    for (const name of names) await page.keyboard.press(name);
  };

/** The row with this number, counted from 0. */
const row =
  (index: number, modifiers: ('Shift' | 'Control')[] = []): Step =>
  (page) =>
    page.locator(`.reply-row[data-index="${index}"]`).click({ modifiers });

const line =
  (index: number): Step =>
  (page) =>
    page.locator('.tree-row').nth(index).click();

const lastLine =
  (fromEnd: number): Step =>
  async (page) => {
    const lines = page.locator('.tree-row');
    await lines.nth((await lines.count()) - fromEnd).click();
  };

const search =
  (text: string): Step =>
  async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.insertText(text);
    await page.waitForFunction(() => document.querySelector('.reply-list[aria-busy="false"]') !== null);
  };

const appears =
  (selector: string): Step =>
  (page) =>
    page.locator(selector).first().waitFor();

/** Every state of the manager's frame. */
export const scenes: Scene[] = [
  { name: 'start', act: steps() },
  { name: 'reply', act: steps(row(6), appears('.pane-editor textarea')) },
  { name: 'marks', showing: { fill: withEveryMark }, act: steps(row(0), appears('.pane-editor input')) },
  {
    name: 'several',
    act: steps(row(1), row(5, ['Shift']), row(8, ['Control']), appears('.bulk-bar')),
  },
  { name: 'list-menu', act: steps(row(2), key('Shift+F10'), appears('[role=menu]')) },
  { name: 'tree-menu', act: steps(line(3), key('Shift+F10'), appears('[role=menu]')) },
  { name: 'rename', act: steps(line(3), key('F2'), appears('.tree-rename')) },
  {
    name: 'filter-menu',
    act: steps((page) => page.locator('.list-filter').click(), appears('.filter-line')),
  },
  {
    name: 'filtered',
    act: steps(
      (page) => page.locator('.list-filter').click(),
      (page) => page.locator('.filter-line label').nth(1).click(),
      (page) => page.locator('.filter-line label').nth(7).click(),
      key('Escape'),
      appears('.list-chip'),
    ),
  },
  { name: 'sort-menu', act: steps((page) => page.locator('.list-sort').click(), appears('[role=menu]')) },
  { name: 'search', act: steps(search('退'), appears('.reply-row mark')) },
  { name: 'search-empty', act: steps(search('量子纠缠怎么退'), appears('.empty')) },
  { name: 'moved', act: steps(row(1), row(4, ['Shift']), key('Delete'), appears('.toast')) },
  { name: 'move', act: steps(row(1), key('Control+Shift+M'), appears('.move-choice')) },
  {
    name: 'tags',
    act: steps(
      row(1),
      row(3, ['Shift']),
      (page) => page.locator('.bulk-bar button').nth(1).click(),
      appears('[role=dialog] input'),
    ),
  },
  {
    name: 'validity',
    act: steps(
      row(1),
      row(3, ['Shift']),
      (page) => page.locator('.bulk-bar button').nth(2).click(),
      (page) => page.locator('[role=dialog] .validity-bound').nth(1).locator('label').nth(2).click(),
      appears('input[type=date]'),
    ),
  },
  { name: 'delete-category', act: steps(line(3), key('Delete'), appears('[role=dialog]')) },
  { name: 'shortcuts', act: steps(row(1), key('?'), appears('.shortcuts')) },
  { name: 'trash', showing: { fill: withEveryMark }, act: steps(lastLine(1), appears('.reply-row')) },
  { name: 'trash-empty', act: steps(lastLine(1), appears('.empty')) },
  { name: 'drafts-empty', act: steps(lastLine(2), appears('.empty')) },
  {
    name: 'library-empty',
    showing: { content: 'empty' },
    act: async ({ page }) => page.locator('.empty').waitFor(),
  },
  {
    name: 'library-none',
    showing: { content: 'none' },
    act: async ({ page }) => page.locator('.empty').waitFor(),
  },
  {
    name: 'tour',
    showing: { tour: true },
    act: async ({ page }) => {
      await page.locator('.tour-card').waitFor();
      await page.locator('.reply-row .row-title').first().waitFor();
    },
  },
  {
    name: 'tour-last',
    showing: { tour: true },
    act: async ({ page }) => {
      await page.locator('.tour-card').waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'deep',
    showing: { fill: withManyCategories(40) },
    act: steps(line(2), async (page) => {
      for (let level = 0; level < 12; level += 1) await key('ArrowRight', 'ArrowRight')(page);
    }),
  },
  {
    name: 'narrow',
    look: { width: 860, height: 520 },
    showing: { fill: withEveryMark },
    act: steps(row(1), appears('.pane-editor textarea')),
  },
  { name: 'new', act: steps(line(3), key('Control+n'), appears('.pane-editor textarea')) },
];
