import type { Page } from 'playwright-core';
import type { PaletteNotice } from '../../../../src/shared/ipc.ts';
import type { Showing } from './gallery.ts';
import { longReply, manyReplies } from './sample-data.ts';
import { blockedNote, editNotes } from './sample-notes.ts';

/** A state of the palette worth looking at: how it is opened and what is done then. */
export type Scene = { name: string; showing?: Showing; act?: (page: Page) => Promise<void> };

type Act = (page: Page) => Promise<void>;

const keys =
  (...names: string[]): Act =>
  async (page) => {
    for (const name of names) await page.keyboard.press(name);
  };

const type =
  (words: string): Act =>
  (page) =>
    page.keyboard.insertText(words);

/** Searches for `words` and waits until the preview shows the first result. */
const find =
  (words: string, ...then: string[]): Act =>
  async (page) => {
    await page.keyboard.insertText(words);
    await page.waitForFunction(() => {
      const first = document.querySelector('.row .row-title')?.textContent;
      return first !== undefined && document.querySelector('.preview h2')?.textContent === first;
    });
    await keys(...then)(page);
  };

/** Edits the text of one paste and waits for what the lint says. */
const edit =
  (...then: string[]): Act =>
  async (page) => {
    await find('七天', 'Control+e')(page);
    await page.keyboard.insertText('非常抱歉，但是这个不行。');
    await page.locator('.lint-notes').waitFor();
    await keys(...then)(page);
  };

/** Writes a new reply and waits for what the lint says. */
const newReply =
  (...then: string[]): Act =>
  async (page) => {
    await keys('Control+n')(page);
    await page.keyboard.insertText('价格能不能再优惠');
    await page.locator('#new-text').fill('非常抱歉，但是这个不行。');
    await keys(...then)(page);
    await page.locator('.lint-notes').waitFor();
  };

const tell =
  (notice: PaletteNotice): Act =>
  (page) =>
    page.evaluate((payload) => window.fake.emit('notice', payload), notice);

const notices: Record<string, PaletteNotice> = {
  'hotkey-taken': { kind: 'hotkey-taken', hotkey: 'Ctrl+Shift+Space', using: 'Ctrl+Alt+Space' },
  'database-restored': {
    kind: 'database-restored',
    backupDate: '2026-11-21T02:00:00.000Z',
    keptAside: '/home/agent/.config/repartee/library.db.damaged-2026-11-21',
  },
  'database-newer': { kind: 'database-newer' },
  'quirks-invalid': {
    kind: 'quirks-invalid',
    path: '/home/agent/.config/repartee/paste-rules.json',
    detail: '[3].chord',
  },
  'settings-invalid': { kind: 'settings-invalid', keys: ['paste.restoreDelayMs', 'theme'] },
  'starter-failed': { kind: 'starter-failed', detail: 'images/return-steps.png' },
  'outcome-copied': {
    kind: 'outcome',
    outcome: { kind: 'copied', reason: 'elevated-target', partsPasted: 1 },
  },
  'outcome-refused': {
    kind: 'outcome',
    outcome: { kind: 'refused', reason: 'media-missing', names: ['税号填写示例.xlsx'] },
  },
  'outcome-pasted': { kind: 'outcome', outcome: { kind: 'pasted', sent: false, clipboard: 'kept-newer' } },
};

/** Every state that the palette can be in. */
export const scenes: Scene[] = [
  { name: 'start' },
  { name: 'results', act: find('退货') },
  { name: 'long-text', showing: { library: longReply(2_000) } },
  {
    name: 'thousand-rows',
    showing: { library: manyReplies(1_000) },
    act: async (page) => {
      await keys('PageDown', 'PageDown', 'PageDown')(page);
      // The list renders the rows around the selected one a frame later.
      await page.locator('[role=option][aria-selected=true]').waitFor();
    },
  },
  { name: 'pick-mode', act: keys('Tab') },
  { name: 'variants', act: find('运费谁', 'Alt+ArrowDown') },
  { name: 'fields', act: find('修改收货', 'Enter') },
  { name: 'media', act: find('电子发票') },
  { name: 'picture', act: find('量脚长') },
  { name: 'unknown-placeholder', act: find('变量写错', 'Enter') },
  { name: 'note', act: (page) => page.locator('.tags').scrollIntoViewIfNeeded() },
  { name: 'edit', act: find('七天', 'Control+e') },
  { name: 'expired', act: find('sy11') },
  { name: 'successor', act: find('sy11', 'Enter') },
  { name: 'not-yet', act: find('cj', 'Enter') },
  { name: 'edit-notes', showing: { library: { notes: editNotes } }, act: edit() },
  {
    name: 'edit-blocked',
    showing: { library: { notes: [blockedNote, ...editNotes] } },
    act: edit('Control+Enter'),
  },
  {
    name: 'new-reply-notes',
    showing: { library: { notes: editNotes } },
    act: newReply('Control+Enter'),
  },
  {
    name: 'new-reply-blocked',
    showing: { library: { notes: [blockedNote] } },
    act: newReply('Control+Enter'),
  },
  { name: 'new-reply', act: keys('Control+n') },
  {
    name: 'new-reply-errors',
    showing: {
      library: {
        createResult: { ok: false, error: { field: 'shortcode', problem: 'taken', limit: null } },
      },
    },
    act: async (page) => {
      await type('发什么快递')(page);
      await keys('Control+n')(page);
      await type('默认发中通，偏远地区发邮政。')(page);
      await page.locator('#new-shortcode').fill('sd');
      await keys('Control+Enter')(page);
      await page.locator('.form-error').waitFor();
    },
  },
  { name: 'new-reply-empty', act: keys('Control+n', 'Control+Enter') },
  { name: 'no-result', act: type('能不能送货上门安装空调') },
  {
    name: 'empty-library',
    showing: { library: { rows: [], views: {} } },
  },
  { name: 'search-failed', showing: { library: { searchFails: true } }, act: type('退') },
  { name: 'rebuilding', showing: { library: { rebuilding: 0.42 } }, act: type('退') },
  { name: 'no-target', showing: { opening: { target: null } } },
  {
    name: 'copy-only',
    showing: {
      opening: {
        target: {
          app: '企业微信',
          title: '与一个名字特别长的客户的会话窗口（来自小程序）— 售后服务三组',
          paste: 'copy-only',
          canSend: false,
        },
      },
    },
  },
  { name: 'mac', showing: { opening: { platform: 'mac' } } },
  ...Object.entries(notices).map(([name, notice]) => ({ name: `notice-${name}`, act: tell(notice) })),
  {
    name: 'notice-while-closed',
    act: async (page) => {
      await page.evaluate(() => window.fake.emit('closed', null));
      await tell({ kind: 'outcome', outcome: { kind: 'copied', reason: 'focus-lost', partsPasted: 0 } })(
        page,
      );
    },
  },
  { name: 'closed', act: (page) => page.evaluate(() => window.fake.emit('closed', null)) },
];
