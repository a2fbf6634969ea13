import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/shared/settings.ts';
import { violationsOn } from '../support/axe.ts';
import { pressKeys } from './support/keys.ts';
import { addCategories } from './support/library.ts';
import { hasFocus, libraryOf, openLibrary } from './support/library-window.ts';
import { type ManagerDriver, openManager } from './support/manager.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { shoot } from './support/shots.ts';
import { setUpStage } from './support/stage.ts';
import { watchFaults } from './support/watch-faults.ts';

/* The manager's window: how it is opened and closed, and whether everybody can use it, in every language and theme. */

const onStandIn = test.runIf(chooseRuntime().kind === 'stand-in');

const replies = [
  {
    title: '退货地址',
    shortcode: 'thdz',
    text: '寄到 {{warehouse}} 一号仓库',
    tags: ['售后', '常用'],
    favourite: true,
  },
  {
    title: '旧运费规则',
    text: '运费您自己承担，但是可以退。',
    validUntil: '2026-01-01T00:00:00.000Z',
    note: '不要再用',
  },
  { title: '在吗', text: '在的，请讲。' },
];

describe('the window', () => {
  const stage = setUpStage(replies, { settings: { 'hotkey.manager': 'CommandOrControl+Alt+M' } });
  const isOpen = () => stage.running.app.windows().some((page) => page.url().includes('/manager/'));

  test('shows three cards to whoever opens it first, and never again', async () => {
    const manager = await openManager(stage);
    const tourOf = ({ page }: ManagerDriver) => page.getByRole('dialog', { name: '欢迎使用话术库' });
    const tour = tourOf(manager);
    await tour.waitFor();
    for (const words of ['下一步', '下一步', '开始使用'])
      await tour.getByRole('button', { name: words }).click();
    await tour.waitFor({ state: 'hidden' });
    await manager.close();
    const again = await openManager(stage);
    await again.page.getByRole('listbox', { name: '话术', exact: true }).waitFor();
    expect(await tourOf(again).count()).toBe(0);
    await again.close();
  });

  test('opens on the reply that is selected in the palette by Ctrl+Shift+E, ready to be edited', async () => {
    await stage.palette.open();
    await stage.palette.find('zaima', '在吗');
    await pressKeys(stage.display, 'ctrl+shift+e');
    await stage.palette.gone();
    const library = await libraryOf(stage);
    const title = library.page.getByRole('textbox', { name: '标题' });
    await until(async () => (await title.inputValue()) === '在吗', 'the reply is open');
    await until(
      async () => (await library.row('在吗').getAttribute('aria-selected')) === 'true',
      'it is selected',
    );

    await stage.palette.open();
    await stage.palette.find('thdz', '退货地址');
    await pressKeys(stage.display, 'ctrl+shift+e');
    await until(async () => (await title.inputValue()) === '退货地址', 'the other reply is open');
    await library.close();
  });

  test('opens by a hotkey of its own, and F6 goes round its panes', async () => {
    await pressKeys(stage.display, 'ctrl+alt+m');
    const library = await libraryOf(stage);
    await until(async () => (await stage.display.activeWindow()) === library.window, 'it has the focus');
    await library.row('退货地址').click();
    await library.page.getByRole('textbox', { name: '标题' }).waitFor();
    await library.focusTree();
    const focused = (role: 'tree' | 'listbox', name: string) =>
      hasFocus(library.page.getByRole(role, { name, exact: true }));
    await pressKeys(stage.display, 'F6');
    await until(() => focused('listbox', '话术'), 'the list has the keyboard');
    await pressKeys(stage.display, 'F6');
    await until(
      () => hasFocus(library.page.getByRole('textbox', { name: '标题' })),
      'the editor has the keyboard',
    );
    await pressKeys(stage.display, 'shift+F6', 'shift+F6');
    await until(() => focused('tree', '话术库和分类'), 'the tree has the keyboard');
    await library.close();
    expect(isOpen()).toBe(false);
  });

  onStandIn('opens by the tray', async () => {
    await stage.running.app.evaluate(() => {
      const items = globalThis.standIn?.records.trays[0]?.menu?.items ?? [];
      items.find(({ label }) => label === '管理话术库')?.click();
    });
    const library = await libraryOf(stage);
    await library.lists(...replies.map(({ title }) => title));
    await library.close();
  });

  test('keeps what was typed when its window manager closes it', async () => {
    const library = await openLibrary(stage);
    await library.row('在吗').click();
    const text = library.page.getByRole('textbox', { name: '文字 1' });
    await until(async () => (await text.inputValue()) === '在的，请讲。', 'the reply is open');
    await text.fill('在的，您说。');
    await library.page.getByText('草稿已自动保留').waitFor();
    await library.focus();
    await pressKeys(stage.display, 'alt+F4');
    await until(() => library.page.isClosed(), 'the window is closed');
    const again = await openLibrary(stage);
    await until(async () => (await again.count('未保存的草稿')) === 1, 'what was typed is a draft');
    await again.close();
  });
});

const looks: [Settings['language'], Settings['theme'], string, string, string][] = [
  ['zh-CN', 'light', '话术库 - 妙答', '导入话术', '导出话术'],
  ['en', 'dark', 'Library - Repartee', 'Import replies', 'Export replies'],
  ['zh-TW', 'dark', '話術庫 - 妙答', '匯入話術', '匯出話術'],
];

describe.each(looks)('in %s and %s', (language, theme, title, importTitle, exportTitle) => {
  let manager: ManagerDriver;
  let page: Page;
  let faults: string[] = [];
  const stage = setUpStage(replies, {
    settings: { language, theme, 'manager.tourDone': true },
    prepare: (folder) => addCategories(folder, '售前', '售后'),
  });
  beforeAll(async () => {
    faults = watchFaults(stage.running.app);
    manager = await openManager(stage);
    page = manager.page;
  });
  afterEach(async () => {
    if ((await page.getByRole('dialog').count()) === 0) return;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
  afterAll(() => manager?.close());

  const scenes: [string, () => Promise<void>][] = [
    [
      'the list with a reply in the editor',
      async () => {
        await page.locator('.reply-row').first().click();
        await page.locator('[data-field=title]').waitFor();
      },
    ],
    [
      'several selected replies',
      async () => {
        await page.locator('.reply-list').focus();
        await page.keyboard.press('Control+a');
        await page.locator('.bulk-bar').waitFor();
      },
    ],
    ['an empty category', async () => page.getByRole('treeitem', { name: /^售前, / }).click()],
    ['the empty trash', async () => page.getByRole('treeitem').last().click()],
    [
      'the import dialog',
      async () => {
        await page.keyboard.press('Control+i');
        await page.getByRole('dialog', { name: importTitle }).waitFor();
      },
    ],
    [
      'the export dialog',
      async () => {
        await page.keyboard.press('Control+Shift+e');
        await page.getByRole('dialog', { name: exportTitle }).waitFor();
      },
    ],
    [
      'the keys',
      async () => {
        await page.keyboard.press('F1');
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'the dashboard',
      async () => {
        await page.keyboard.press('Control+Shift+i');
        await page.locator('.insight-value').first().waitFor();
      },
    ],
  ];

  test.each(scenes)('%s can be used by everybody', async (name, show) => {
    await page.getByRole('tree').focus();
    await show();
    expect(await page.title()).toBe(title);
    // A dialog is there before its transition has begun.
    await until(
      () =>
        page.evaluate(() => {
          const layers = [...document.querySelectorAll('[role=dialog], .mantine-Modal-overlay')];
          const moving = document.getAnimations().some(({ playState }) => playState === 'running');
          return !moving && layers.every((layer) => getComputedStyle(layer).opacity === '1');
        }),
      'everything stands still',
    );
    await shoot(stage, `${language}-${theme}-${name.replaceAll(' ', '-')}`);
    expect(await violationsOn(page, ['region'])).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('the page has the colours of its theme', async () => {
    const shade = await page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.body);
      return Math.max(
        ...(backgroundColor
          .match(/[\d.]+/g)
          ?.slice(0, 3)
          .map(Number) ?? []),
      );
    });
    if (theme === 'dark') expect(shade).toBeLessThan(80);
    else expect(shade).toBeGreaterThan(230);
  });
});
