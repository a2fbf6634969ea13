import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToItsEnd } from './support/app.ts';
import { clipboardText } from './support/clipboard.ts';
import { type Display, splitMonitors } from './support/display.ts';
import { holdCtrlShiftSpace } from './support/key-holder.ts';
import { pressKeys, typeText } from './support/keys.ts';
import { hotkey } from './support/palette.ts';
import { until } from './support/poll.ts';
import { chooseRuntime } from './support/runtime.ts';
import { openSettings, type SettingsDriver } from './support/settings.ts';
import { type Stage, setUpStage } from './support/stage.ts';
import type { Target } from './support/targets/target.ts';
import { openTerminal } from './support/targets/terminal.ts';
import { openTextEditor } from './support/targets/text-editor.ts';

/* What surrounds the loop: monitors, focus, a second start, hotkeys, settings, the tray. */

const onStandIn = test.runIf(chooseRuntime().kind === 'stand-in');

const replies = [
  { title: '退款到账时间', shortcode: 'tk', text: '预计 1–3 个工作日原路退回。' },
  { title: '署名', shortcode: 'sm', text: '客服{{agent.name}}为您服务。' },
];

type Box = { x: number; y: number; width: number; height: number };

/** Where an X window is on the screen. */
async function boxOf(display: Display, window: string): Promise<Box> {
  const geometry = await display.run('xdotool', 'getwindowgeometry', '--shell', window);
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(geometry)?.[1]);
  return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
}

async function paletteBox({ display, palette }: Stage): Promise<Box> {
  return boxOf(display, await palette.window());
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Opens the palette and waits until its window lies within `area`. */
async function opensWithin(stage: Stage, area: Box): Promise<void> {
  await stage.palette.open();
  await until(
    async () => isInside(await paletteBox(stage), area),
    `the palette is within ${JSON.stringify(area)}`,
  );
  await pressKeys(stage.display, 'Escape');
  await stage.palette.gone();
}

describe('on an ordinary screen', () => {
  const configFolder = mkdtempSync(join(tmpdir(), 'repartee-config-'));
  const stage = setUpStage(replies, { env: { XDG_CONFIG_HOME: configFolder } });
  afterAll(() => rmSync(configFolder, { recursive: true, force: true }));

  describe('the palette', () => {
    let editor: Target;
    beforeEach(async () => {
      editor = await openTextEditor(stage.display);
    });
    afterEach(() => editor.close());

    test('opens on the monitor of the target window, and no larger than that monitor', async () => {
      const joinMonitors = await splitMonitors(stage.display);
      try {
        await stage.display.run('xdotool', 'windowsize', editor.window, '400', '300');
        for (const x of [700, 50]) {
          const monitor = { x: x < 640 ? 0 : 640, y: 0, width: 640, height: 800 };
          await stage.display.run('xdotool', 'windowmove', editor.window, String(x), '100');
          await until(
            async () => isInside(await boxOf(stage.display, editor.window), monitor),
            'the window manager has moved the editor',
          );
          await editor.focus();
          await opensWithin(stage, monitor);
        }
      } finally {
        await joinMonitors();
      }
    });

    test('stays off the panels at the edges of the screen', async () => {
      const panel = await openTerminal(stage.display, 'panel');
      try {
        const strut = ['-f', '_NET_WM_STRUT', '32c', '-set', '_NET_WM_STRUT', '0,0,400,0'];
        await stage.display.run('xprop', '-id', panel.window, ...strut);
        await until(
          async () => (await stage.display.run('xprop', '-root', '_NET_WORKAREA')).includes('= 0, 400,'),
          'the window manager keeps the space of the panel free',
        );
        await editor.focus();
        await opensWithin(stage, { x: 0, y: 400, width: 1280, height: 400 });
      } finally {
        await panel.close();
      }
    });

    test('hides when another window gets the focus', async () => {
      await stage.palette.open();
      await stage.display.activate(editor.window);
      await stage.palette.gone();
    });

    test('opens when the app is started a second time, which ends', async () => {
      const second = await runToItsEnd(stage.display, stage.userData);
      expect(second.code).toBe(0);
      await stage.palette.opened();
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
      await until(async () => (await stage.display.activeWindow()) === editor.window, 'the focus is back');
    });

    test('that is open already keeps its target when the app is started again', async () => {
      await stage.palette.open();
      await stage.palette.find('tk', '退款到账时间');
      await runToItsEnd(stage.display, stage.userData);
      await until(() => stage.palette.isFocused(), 'the palette has the focus');
      await until(async () => (await stage.palette.query()) === 'tk', 'the query is still there');
      await pressKeys(stage.display, 'Return');
      await stage.palette.gone();
      await until(async () => (await editor.text()) !== '', 'something arrived');
      expect(await editor.text()).toBe('预计 1–3 个工作日原路退回。');
    });
  });

  describe('the settings', () => {
    let settings: SettingsDriver;
    beforeEach(async () => {
      settings = await openSettings(stage);
    });
    afterEach(() => settings.close());

    test('change the theme of every window at once, and follow the system when told to', async () => {
      const isDark = () =>
        stage.palette.page.evaluate(() => {
          const { backgroundColor } = getComputedStyle(document.querySelector('.palette') as Element);
          const channels = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
          return channels.slice(0, 3).every((channel) => channel < 100);
        });
      const theme = settings.page.getByLabel('外观');
      await theme.selectOption('dark');
      await until(isDark, 'the palette is dark');
      await theme.selectOption('light');
      await until(async () => !(await isDark()), 'the palette is light');
      await theme.selectOption('system');
      await settings.page.getByText('已保存').waitFor();
      if (chooseRuntime().kind === 'stand-in') {
        await stage.running.app.evaluate(() => globalThis.standIn?.setSystemDark(true));
        await until(isDark, 'the palette is dark with the system');
        await stage.running.app.evaluate(() => globalThis.standIn?.setSystemDark(false));
        await until(async () => !(await isDark()), 'the palette is light with the system');
      }
    });

    test('change the language of the palette and the tray without a restart', async () => {
      const trayHas = async (wanted: string) => {
        if (chooseRuntime().kind !== 'stand-in') return;
        const has = (label: string) =>
          stage.running.app.evaluate(
            (_electron, name) =>
              globalThis.standIn?.records.trays[0]?.menu?.items.some((item) => item.label === name),
            label,
          );
        await until(() => has(wanted), `the tray has "${wanted}"`);
      };
      await settings.page.getByLabel('界面语言').selectOption('en');
      await settings.page.getByRole('heading', { name: 'General' }).waitFor();
      await stage.palette.open();
      await stage.palette.page.getByPlaceholder('Search title').waitFor();
      await trayHas('Quit Repartee');
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();

      await settings.page.getByLabel('Language').selectOption('system');
      await settings.page.getByRole('heading', { name: '通用' }).waitFor();
      await stage.palette.open();
      await stage.palette.page.getByPlaceholder('搜标题').waitFor();
      await trayHas('退出妙答');
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
    });

    test('record another hotkey by its keys: the new one works, the old one no longer', async () => {
      await settings.section('快捷键');
      await settings.focus();
      await settings.page.getByRole('button', { name: '打开搜索面板：' }).click();
      await settings.page.getByText('请按下新的快捷键').waitFor();
      await pressKeys(stage.display, 'ctrl+alt+k');
      await settings.page.getByText('已保存').waitFor();

      // If the old keys still opened the palette, the new ones would hide it again.
      await pressKeys(stage.display, hotkey, 'ctrl+alt+k');
      await stage.palette.opened();
      await pressKeys(stage.display, 'ctrl+alt+k');
      await stage.palette.gone();

      await settings.page.getByRole('button', { name: '恢复默认' }).click();
      await settings.page.getByRole('button', { name: 'Ctrl Shift Space' }).waitFor();
      await stage.palette.open();
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
    });

    test.runIf(process.platform === 'linux')(
      'write the desktop entry that starts the app at login, and remove it',
      async () => {
        const entry = join(configFolder, 'autostart', 'repartee.desktop');
        const autostart = settings.page.getByRole('switch');
        await autostart.click();
        await until(() => existsSync(entry), 'the entry is there');
        const executable = await stage.running.app.evaluate(({ app }) => app.getPath('exe'));
        expect(readFileSync(entry, 'utf8')).toContain(`Exec="${executable}"`);
        await until(() => autostart.isChecked(), 'the page knows that it is there');
        await autostart.click();
        await until(() => !existsSync(entry), 'the entry is gone');
      },
    );

    test('give the placeholders of the profile their values', async () => {
      await settings.section('客服资料');
      await settings.page.getByLabel('称呼').fill('小林');
      await settings.page.getByText('已保存').waitFor();
      const editor = await openTextEditor(stage.display);
      try {
        await stage.palette.paste('sm', '署名');
        await until(async () => (await editor.text()) !== '', 'the reply arrived');
        expect(await editor.text()).toBe('客服小林为您服务。');
      } finally {
        await editor.close();
      }
    });
  });

  describe('the tray', () => {
    const choose = (label: string) =>
      stage.running.app.evaluate((_electron, wanted) => {
        const items = globalThis.standIn?.records.trays[0]?.menu?.items ?? [];
        items.find((item) => item.label === wanted)?.click();
      }, label);

    onStandIn('opens the palette by a click and by its menu', async () => {
      await stage.running.app.evaluate(() => globalThis.standIn?.records.trays[0]?.click());
      await stage.palette.opened();
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
      await choose('打开搜索面板');
      await stage.palette.opened();
      await pressKeys(stage.display, 'Escape');
      await stage.palette.gone();
    });

    onStandIn('opens the data folder and the settings', async () => {
      await choose('打开数据文件夹');
      const opened = () => stage.running.app.evaluate(() => globalThis.standIn?.records.openedPaths ?? []);
      await until(async () => (await opened()).includes(stage.userData), 'the data folder was opened');
      await choose('设置…');
      await until(
        () => stage.running.app.windows().some((page) => page.url().includes('/settings/')),
        'the settings are open',
      );
    });

    onStandIn('quits the app', async () => {
      const process = stage.running.app.process();
      await choose('退出妙答').catch(() => {
        // The answer may not come any more.
      });
      await until(() => process.exitCode !== null, 'the app has ended');
      expect(process.exitCode).toBe(0);
    });
  });
});

describe('on a screen smaller than the palette', () => {
  const stage = setUpStage(replies, { screen: '640x400' });

  test('the palette fits, with its search box and its footer in sight', async () => {
    await stage.palette.open();
    const screen = { x: 0, y: 0, width: 640, height: 400 };
    await until(async () => isInside(await paletteBox(stage), screen), 'the palette is on the screen');
    await until(
      () => stage.palette.page.evaluate(() => innerWidth === 640 && innerHeight === 400),
      'the page is as large as the screen',
    );
    for (const part of ['.search', '.footer', '[role=option]']) {
      const box = await stage.palette.page.locator(part).first().boundingBox();
      expect(box && isInside(box, screen), part).toBe(true);
    }
    await typeText(stage.display, 'tk');
    await until(async () => (await stage.palette.selected()) === '退款到账时间', 'a reply is found');
  });
});

describe('with the hotkey taken by another program', () => {
  let giveBack: () => void;
  const stage = setUpStage(replies, {
    onDisplay: async (display) => {
      giveBack = await holdCtrlShiftSpace(display);
    },
    hotkey: 'Alt+Shift+Space',
  });
  afterAll(() => giveBack?.());

  test('the palette says so in words, and the keys that it names instead work', async () => {
    const second = await runToItsEnd(stage.display, stage.userData);
    expect(second.code).toBe(0);
    await stage.palette.opened();
    await stage.palette.page
      .getByText('快捷键 Ctrl+Shift+Space 已被其他程序占用，暂用 Alt+Shift+Space')
      .waitFor();
    await stage.palette.find('tk', '退款到账时间');
    await pressKeys(stage.display, 'ctrl+c');
    await stage.palette.gone();
    await until(async () => (await clipboardText(stage.display)).includes('原路退回'), 'it was copied');

    await stage.palette.with('alt+shift+space').open();
  });

  test('the settings say so too and offer the same keys, which are then the hotkey', async () => {
    await pressKeys(stage.display, 'Escape');
    await stage.palette.gone();
    const settings = await openSettings({ ...stage, palette: stage.palette.with('alt+shift+space') });
    await settings.section('快捷键');
    await settings.page.getByText('Ctrl+Shift+Space 已被其他程序占用').waitFor();
    await settings.page.getByRole('button', { name: '改用 Alt+Shift+Space' }).click();
    await settings.page.getByText('已保存').waitFor();
    await stage.palette.with('alt+shift+space').open();
  });
});
