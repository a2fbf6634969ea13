import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clipboardText } from './support/clipboard.ts';
import { willSaveAs } from './support/dialogs.ts';
import { pressKeys } from './support/keys.ts';
import { until } from './support/poll.ts';
import { openSettings, type SettingsDriver } from './support/settings.ts';
import { setUpStage } from './support/stage.ts';
import type { Target } from './support/targets/target.ts';
import { openTextEditor } from './support/targets/text-editor.ts';
import { callSettings } from './support/wire.ts';

/* What is changed in the settings window applies at once, to real windows. */

const stage = setUpStage([{ title: '发什么快递', shortcode: 'kd', text: '亲，默认发中通快递。' }]);

let folder: string;
let settings: SettingsDriver | null = null;
let editor: Target | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'repartee-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await settings?.close();
  await editor?.close();
  [settings, editor] = [null, null];
});

test('an app is picked by its window, and its rule applies to the next paste', async () => {
  editor = await openTextEditor(stage.display);
  settings = await openSettings(stage);
  const { page } = settings;
  await settings.section('粘贴');
  await settings.focus();
  await page.getByRole('button', { name: '点一下窗口来添加' }).click();
  await page.getByText('请在 15 秒内点一下').waitFor();
  // Main takes its calls in turn: with this one answered it has noted which window is not meant, and waits for another.
  await callSettings(page, 'readSettings');
  await editor.focus();
  const dialog = page.getByRole('dialog', { name: '添加规则' });
  await dialog.waitFor();
  expect(await dialog.getByLabel('软件').inputValue()).toBe('mousepad');
  const window = await stage.running.app.browserWindow(page);
  await until(() => window.evaluate((shown) => shown.isFocused()), 'the settings are in front again');
  await dialog.getByLabel('方式').selectOption('只复制');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存，下一次粘贴起生效').waitFor();

  await editor.focus();
  await stage.palette.open();
  await stage.palette.find('kd', '发什么快递');
  // It comes back for a moment, without the focus, to say that the reply was only copied.
  await pressKeys(stage.display, 'Return');
  await until(
    async () => (await clipboardText(stage.display)) === '亲，默认发中通快递。',
    'the reply is copied',
  );
  expect(await editor.text()).toBe('');
});

test('the hotkey of the palette opens nothing while another one is recorded', async () => {
  settings = await openSettings(stage);
  await settings.section('快捷键');
  await settings.focus();
  await settings.page.getByRole('button', { name: /^粘贴稍候话术/ }).click();
  await settings.page.getByText('请按下新的快捷键').waitFor();
  const isOurs = () =>
    stage.running.app.evaluate(({ globalShortcut }) =>
      globalShortcut.isRegistered('CommandOrControl+Shift+Space'),
    );
  await until(async () => !(await isOurs()), 'the hotkey is given back to the system');
  await pressKeys(stage.display, 'ctrl+shift+space');
  await settings.page.getByText('已用于妙答的另一个快捷键').waitFor();
  expect(await stage.palette.isVisible()).toBe(false);
  await until(isOurs, 'the hotkey is taken again');
  await stage.palette.open();
  await pressKeys(stage.display, 'Escape');
  await stage.palette.gone();
});

test('a larger palette is larger the next time it opens, text and window alike', async () => {
  settings = await openSettings(stage);
  await settings.section('搜索面板');
  await settings.page.getByLabel('面板大小').selectOption('特大（130%）');
  await settings.page.getByText('已保存').waitFor();
  await stage.palette.open();
  const window = await stage.running.app.browserWindow(stage.palette.page);
  expect(await window.evaluate((palette) => palette.getBounds())).toMatchObject({ width: 988, height: 624 });
  const sizes = () =>
    stage.palette.page.evaluate(() => {
      const { width, height } = document.body.getBoundingClientRect();
      return [innerWidth, innerHeight, Math.round(width), Math.round(height)];
    });
  await expect.poll(sizes).toEqual([988, 624, 988, 624]);
  await pressKeys(stage.display, 'Escape');
  await stage.palette.gone();
  await settings.page.getByLabel('面板大小').selectOption('标准');
});

test('everything is exported into the file that was chosen, and the check finds all well', async () => {
  settings = await openSettings(stage);
  const { page } = settings;
  await settings.section('备份');
  const filePath = join(folder, 'everything.zip');
  await willSaveAs(stage.running, filePath);
  await page.getByRole('button', { name: '导出全部…' }).click();
  await page.getByText('已导出').waitFor();
  expect(statSync(filePath).size).toBeGreaterThan(1_000);
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByText('一切正常').waitFor();
});
