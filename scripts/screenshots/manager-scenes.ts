import type { Page } from 'playwright-core';
import { editorMessages } from '../../src/shared/i18n/areas/editor.ts';
import { treeMessages } from '../../src/shared/i18n/areas/manager-tree.ts';
import { wordsOf } from '../../src/shared/i18n/catalogue.ts';
import type { Wire } from '../../src/shared/ipc.ts';
import { type Scene, type SceneSet, sceneOf } from './scene.ts';

const dialog = '.mantine-Modal-content';

const row = (page: Page, title: string) =>
  page
    .locator('.reply-row')
    .filter({ has: page.locator('.row-title', { hasText: title }) })
    .first();

const line = (page: Page, name: string) =>
  page
    .locator('.tree-row')
    .filter({ has: page.locator('.tree-name').and(page.getByText(name, { exact: true })) })
    .first();

/** Shows what is below a line of the tree, and waits until the list has it. */
async function show(page: Page, name: string): Promise<void> {
  await line(page, name).click();
  await page.locator('.list-head-line').getByText(name, { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('.reply-list[aria-busy="true"]') === null);
}

const lineBySpecial = ({ page, locale }: SceneSet, kind: 'trash' | 'drafts') =>
  show(page, wordsOf(treeMessages, locale)(kind));

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.waitForFunction(() => document.querySelector('.reply-list[aria-busy="true"]') === null);
}

/** Shows the replies of a category, unfolding the one above that of refunds. */
async function openCategory({ page, library }: SceneSet, name: string): Promise<void> {
  const { refunds, returns } = library.words;
  const above = line(page, returns);
  // What was unfolded stays so over a reload.
  if (name === refunds && (await above.getAttribute('aria-expanded')) === 'false') {
    await above.locator('.tree-twisty').click();
    await line(page, refunds).waitFor();
  }
  await show(page, name);
}

/** Selects the reply with this title in its category. */
async function openReply(set: SceneSet, category: string, title: string): Promise<void> {
  const { page } = set;
  await openCategory(set, category);
  await row(page, title).click();
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('[data-field="title"]')?.value === wanted,
    title,
  );
}

const openFeatured = (set: SceneSet) =>
  openReply(set, set.library.words.refunds, set.library.words.featured.title);

/** Selects some replies of the category of refunds. */
async function selectSome(set: SceneSet): Promise<void> {
  const { page } = set;
  await openCategory(set, set.library.words.refunds);
  await page.locator('.reply-row[data-index="1"]').click();
  await page.locator('.reply-row[data-index="4"]').click({ modifiers: ['Shift'] });
  await page.locator('.reply-row[data-index="6"]').click({ modifiers: ['Control'] });
  await page.locator('.bulk-bar').waitFor();
}

const bulkTool = ({ page }: SceneSet, number: number) => page.locator('.bulk-bar button').nth(number).click();

/** Scenes of a library after months of work. Each starts with a freshly loaded window. */
export const managerScenes: Scene[] = [
  { name: 'manager', act: openFeatured },
  { name: 'manager-start', act: ({ page }) => page.locator('.empty-editor').waitFor() },
  {
    ...sceneOf('editor', '.pane-editor', openFeatured),
    size: { width: 1440, height: 980 },
  },
  {
    name: 'editor-lint',
    act: async (set) => {
      const { promotions, blunt } = set.library.words;
      await openReply(set, promotions, blunt.title);
      await set.page.locator('.note').first().waitFor();
      return set.page.locator('.pane-editor');
    },
  },
  {
    name: 'editor-completion',
    act: async (set) => {
      const { page, library } = set;
      await openReply(set, library.words.promotions, library.words.draft.title);
      const text = page.locator('.template-input').first();
      await text.fill('');
      await text.pressSequentially(library.words.completion);
      await page.locator('.suggestion').first().waitFor();
      return page.locator('.pane-editor');
    },
  },
  {
    name: 'editor-long',
    act: async (set) => {
      await openReply(set, set.library.words.refunds, set.library.words.long.title);
      return set.page.locator('.pane-editor');
    },
  },
  {
    name: 'editor-picture-missing',
    act: async (set) => {
      await openReply(set, set.library.words.refunds, set.library.words.lostPicture.title);
      await set.page.locator('.picture-missing').first().waitFor();
      return set.page.locator('.pane-editor');
    },
  },
  {
    name: 'history',
    act: async (set) => {
      await openFeatured(set);
      await set.page
        .getByRole('button', { name: wordsOf(editorMessages, set.locale)('header.history') })
        .click();
      await set.page.locator('.history-entry').nth(2).waitFor();
    },
  },
  { name: 'bulk', act: selectSome },
  {
    name: 'list-menu',
    act: async (set) => {
      const { page } = set;
      await openCategory(set, set.library.words.refunds);
      await page.locator('.reply-row[data-index="2"]').click({ button: 'right' });
      await page.locator('[role=menu]').waitFor();
      return [page.locator('.pane-list'), page.locator('[role=menu]')];
    },
  },
  {
    name: 'category-menu',
    act: async ({ page, library }) => {
      await line(page, library.words.promotions).click({ button: 'right' });
      await page.locator('[role=menu]').waitFor();
      return [page.locator('.pane-tree'), page.locator('[role=menu]')];
    },
  },
  {
    name: 'filter-menu',
    act: async ({ page }) => {
      await page.locator('.list-filter').click();
      await page.locator('.filter-line').first().waitFor();
      return [page.locator('.pane-list'), page.locator('.mantine-Popover-dropdown, [role=dialog]').first()];
    },
  },
  {
    name: 'sort-menu',
    act: async ({ page }) => {
      await page.locator('.list-sort').click();
      await page.locator('[role=menu]').waitFor();
      // Away from the button, whose tip would be in the picture.
      await page.mouse.move(0, 0);
      return [page.locator('.pane-list'), page.locator('[role=menu]')];
    },
  },
  sceneOf('move', dialog, async (set) => {
    await selectSome(set);
    await bulkTool(set, 0);
    await set.page.locator('.move-choice').first().waitFor();
  }),
  sceneOf('tags', dialog, async (set) => {
    await selectSome(set);
    await bulkTool(set, 1);
  }),
  sceneOf('validity', dialog, async (set) => {
    await selectSome(set);
    await bulkTool(set, 2);
    await set.page.locator('.validity-bound').nth(1).locator('label').nth(2).click();
    await set.page.locator('input[type=date]').waitFor();
  }),
  sceneOf('delete-category', dialog, async ({ page, library }) => {
    await line(page, library.words.returns).click();
    await page.keyboard.press('Delete');
  }),
  sceneOf('shortcuts', dialog, async ({ page, library }) => {
    await line(page, library.words.promotions).click();
    await page.keyboard.press('?');
    await page.locator('.shortcuts').waitFor();
  }),
  sceneOf('empty-search', '.pane-list', ({ page, library }) =>
    search(page, library.words.failedSearches[0]?.[0] ?? ''),
  ),
  {
    name: 'empty-filter',
    act: async ({ page, library }) => {
      await line(page, library.words.emptyCategory).click();
      await page.locator('.list-filter').click();
      await page.locator('.filter-line label').nth(1).click();
      await page.keyboard.press('Escape');
      await page.locator('.empty').waitFor();
      return page.locator('.pane-list');
    },
  },
  sceneOf('drafts', '.pane-list', (set) => lineBySpecial(set, 'drafts')),
  {
    name: 'trash',
    act: async (set) => {
      await lineBySpecial(set, 'trash');
      await set.page.locator('.reply-row').first().click();
      await set.page.locator('.banner').first().waitFor();
    },
  },
  {
    name: 'insight',
    act: async ({ page }) => {
      await page.keyboard.press('Control+Shift+I');
      await page.locator('.recharts-bar-rectangle path').first().waitFor();
      // The bars grow.
      await page.waitForTimeout(1_200);
    },
    size: { width: 1280, height: 1120 },
  },
  sceneOf('conflict', dialog, async (set) => {
    const { page, library } = set;
    const { refunds, disputed } = library.words;
    await openReply(set, refunds, disputed.title);
    await page.locator('.template-input').first().fill(disputed.mine);
    await saveElsewhere(page, disputed.title, disputed.theirs);
    await page.locator('.banner[data-tone="warning"] button').first().click();
    await page.locator('.conflict-differences').waitFor();
  }),
];

/** Saves another text of a reply behind the editor's back, as a second window would. */
async function saveElsewhere(page: Page, title: string, text: string): Promise<void> {
  await page.evaluate(
    async ([wanted, words]) => {
      const { repartee } = globalThis as unknown as { repartee: Wire };
      const found = (await repartee.call('findReplies', wanted)) as { id: string; title: string }[];
      const id = found.find((reply) => reply.title === wanted)?.id;
      const { saved: reply } = (await repartee.call('readReply', id)) as {
        saved: Record<string, unknown> & { revision: number };
      };
      const keys = [
        'libraryId',
        'categoryId',
        'title',
        'shortcode',
        'tags',
        'note',
        'validFrom',
        'validUntil',
      ];
      const others = ['successorId', 'nextIds', 'favourite'];
      const draft = Object.fromEntries([...keys, ...others].map((key) => [key, reply[key]]));
      const variants = [[{ kind: 'text', text: words }]];
      const action = { kind: 'save-reply', id, revision: reply.revision, draft: { ...draft, variants } };
      const done = (await repartee.call('applyAction', action)) as { ok: boolean };
      if (!done.ok) throw new Error(JSON.stringify(done));
    },
    [title, text] as const,
  );
}

/** Scenes of a library on its first day. */
export const firstDayScenes: Scene[] = [
  {
    name: 'tour',
    act: async ({ page }) => {
      await page.locator('.tour-card').waitFor();
      return page.locator('.mantine-Modal-content');
    },
  },
  {
    name: 'empty-category',
    act: async ({ page, library }) => {
      await line(page, library.words.emptyCategory).click();
      await page.locator('.empty').waitFor();
      return page.locator('.pane-list');
    },
  },
  {
    name: 'empty-trash',
    act: async (set) => {
      await lineBySpecial(set, 'trash');
      await set.page.locator('.empty').waitFor();
      return set.page.locator('.pane-list');
    },
  },
  {
    name: 'empty-drafts',
    act: async (set) => {
      await lineBySpecial(set, 'drafts');
      await set.page.locator('.empty').waitFor();
      return set.page.locator('.pane-list');
    },
  },
  {
    name: 'insight-empty',
    act: async ({ page }) => {
      await page.keyboard.press('Control+Shift+I');
      await page.locator('.insight-panel').first().waitFor();
    },
    size: { width: 1280, height: 1120 },
  },
];

/** Scenes after everything was taken out of the library. */
export const emptyLibraryScenes: Scene[] = [
  {
    name: 'empty-library',
    act: ({ page }) => page.locator('.empty').waitFor(),
  },
];
