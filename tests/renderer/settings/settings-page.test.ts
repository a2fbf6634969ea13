import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shortcutTable } from '../../../src/renderer/ui/manager-shortcuts.ts';
import { locales } from '../../../src/shared/i18n/locale.ts';
import { violationsOn } from '../../support/axe.ts';
import { freshView, setUpSettings } from './settings-harness.ts';

const { open, openSection } = setUpSettings();

describe('a change', () => {
  test('is saved at once and confirmed beside the control', async () => {
    const { page, calls, view } = await open();
    await page.getByLabel('外观').selectOption('dark');
    await page.getByText('已保存').waitFor();
    expect(calls).toContain('changeSetting theme dark');
    expect(view().settings.theme).toBe('dark');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('of the language changes every word of the page', async () => {
    const { page } = await open();
    await page.getByLabel('界面语言').selectOption('en');
    await page.getByRole('heading', { name: 'General' }).waitFor();
    await expect.poll(() => page.title()).toBe('Repartee settings');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('that comes from elsewhere is shown', async () => {
    const { page, announce } = await open();
    const view = freshView();
    await announce({ ...view, settings: { ...view.settings, autostart: true } });
    await page.getByRole('switch', { checked: true }).waitFor();
  });

  test('that the database refuses is said and the old value stays', async () => {
    const { page } = await open({ failure: 'storage' });
    await page.getByRole('switch').click();
    await page.getByText('写入数据库失败').waitFor();
    expect(await page.getByRole('switch').isChecked()).toBe(false);
  });

  test('whose call breaks is said too', async () => {
    const { page } = await open({ failure: 'call' });
    await page.getByRole('switch').click();
    await page.getByText('出了点问题').waitFor();
  });
});

test('the hotkey that is offered for the manager is none of those inside it', async () => {
  const { page, view } = await openSection('快捷键');
  await page.getByRole('switch', { name: '打开话术管理' }).click();
  await page.getByText('已保存').waitFor();
  const offered = view().settings['hotkey.manager'];
  expect(offered).not.toBe('');
  // The system would give those keys to the manager's window opening, and never to what they do in it.
  const inside = shortcutTable.flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
  expect(inside).not.toContain(offered);
});

describe('the profile', () => {
  test('says by which placeholder a reply uses each value', async () => {
    const { page } = await openSection('客服资料');
    expect(await page.getByRole('tabpanel').locator('code').allTextContents()).toEqual([
      '{{agent.name}}',
      '{{agent.number}}',
      '{{agent.shop}}',
    ]);
  });

  test('is saved while the agent pauses, without the spaces around it', async () => {
    const { page, view } = await openSection('客服资料');
    await page.getByLabel('称呼').pressSequentially(' 小林 ');
    await page.getByText('已保存').waitFor();
    expect(view().settings['profile.name']).toBe('小林');
  });

  test('is saved when the field is left before the pause', async () => {
    const { page, view } = await openSection('客服资料');
    await page.getByLabel('工号').fill('A017');
    await page.getByLabel('工号').blur();
    await page.getByText('已保存').waitFor();
    expect(view().settings['profile.number']).toBe('A017');
  });

  test('that is too long is explained', async () => {
    const { page, view } = await openSection('客服资料');
    await page.getByLabel('店铺名称').fill('店'.repeat(201));
    await page.keyboard.press('Enter');
    await page.getByText('这个值不可用').waitFor();
    expect(view().settings['profile.shop']).toBe('');
  });
});

describe('the restore delay', () => {
  test.each(['5', '10001', '12.5', 'abc', ''])(
    'refuses "%s", names the bounds and keeps the old value',
    async (text) => {
      const { page, view } = await openSection('粘贴');
      const field = page.getByLabel('归还剪贴板前最多等待');
      await field.fill(text);
      await page.keyboard.press('Enter');
      await page.getByText('请填写 100 到 10000 之间的整数').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(view().settings['paste.restoreDelayMs']).toBe(800);
    },
  );

  test('is saved with Enter, and Escape goes back to the value in force', async () => {
    const { page, view } = await openSection('粘贴');
    const field = page.getByLabel('归还剪贴板前最多等待');
    await field.fill('1200');
    await page.keyboard.press('Enter');
    await page.getByText('已保存').waitFor();
    expect(view().settings['paste.restoreDelayMs']).toBe(1200);

    await field.fill('3');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('1200');
  });
});

describe('a hotkey', () => {
  const record = async (page: Page, keys: string) => {
    await page.getByRole('button', { name: /^打开搜索面板/ }).click();
    await page.getByText('请按下新的快捷键').waitFor();
    await page.keyboard.press(keys);
  };

  test('is recorded by pressing it, and one click goes back to the default', async () => {
    const { page, view } = await openSection('快捷键');
    await record(page, 'Control+Alt+k');
    await page.getByText('已保存').waitFor();
    expect(view().settings['hotkey.palette']).toBe('CommandOrControl+Alt+K');

    await page.getByRole('button', { name: '恢复默认（Ctrl+Shift+Space）' }).click();
    await page.getByRole('button', { name: /^打开搜索面板：Ctrl Shift Space/ }).waitFor();
    expect(view().settings['hotkey.palette']).toBe('CommandOrControl+Shift+Space');
  });

  test('that the manager has a use for says what no longer works there', async () => {
    const { page } = await openSection('快捷键');
    await record(page, 'Control+d');
    await page.getByText('管理窗口里的 Ctrl+D（复制一份）因此不再起作用。').waitFor();
  });

  test('that is taken is said, and the offered one is one click away', async () => {
    const { page, view } = await openSection('快捷键', {
      takenHotkeys: ['CommandOrControl+Shift+K'],
      suggestion: 'CommandOrControl+Alt+Space',
    });
    await record(page, 'Control+Shift+K');
    await page.getByText('Ctrl+Shift+K 已被其他程序占用').waitFor();
    expect(view().settings['hotkey.palette']).toBe('CommandOrControl+Shift+Space');

    await page.getByRole('button', { name: '改用 Ctrl+Alt+Space' }).click();
    await page.getByText('已保存').waitFor();
    expect(view().settings['hotkey.palette']).toBe('CommandOrControl+Alt+Space');
  });

  test('that was taken when the app started is said as soon as the section opens', async () => {
    const view = freshView();
    view.hotkeys.palette = {
      accelerator: 'CommandOrControl+Shift+Space',
      state: 'taken',
      suggestion: 'CommandOrControl+Alt+Space',
    };
    const { page } = await openSection('快捷键', { view });
    await page.getByText('现在按下不起作用').waitFor();
    await page.getByRole('button', { name: '改用 Ctrl+Alt+Space' }).waitFor();
  });

  test('that the other one has already never reaches main', async () => {
    const { page, calls } = await openSection('快捷键');
    await record(page, 'Control+Shift+H');
    await page.getByText('已用于妙答的另一个快捷键').waitFor();
    expect(calls.filter((call) => call.startsWith('changeSetting'))).toEqual([]);
  });

  test('that would break copying is refused while recording goes on', async () => {
    const { page, calls, view } = await openSection('快捷键');
    await record(page, 'Control+c');
    await page.getByText('Ctrl+C 是系统常用键').waitFor();
    expect(calls.filter((call) => call.startsWith('changeSetting'))).toEqual([]);
    await page.keyboard.press('Control+Shift+J');
    await page.getByText('已保存').waitFor();
    expect(view().settings['hotkey.palette']).toBe('CommandOrControl+Shift+J');
  });

  test.each(['Escape', 'Tab'])('is left as it was when %s ends the recording', async (key) => {
    const { page, calls } = await openSection('快捷键');
    await record(page, key);
    await page.getByText('请按下新的快捷键').waitFor({ state: 'detached' });
    expect(calls.filter((call) => call.startsWith('changeSetting'))).toEqual([]);
  });

  test('for the holding reply can be switched off and on', async () => {
    const { page, view } = await openSection('快捷键');
    const toggle = page.getByRole('switch', { name: /稍候话术/ });
    await toggle.click();
    await expect.poll(() => view().settings['hotkey.holding']).toBe('');
    await expect.poll(() => toggle.isChecked()).toBe(false);
    await toggle.click();
    await expect.poll(() => view().settings['hotkey.holding']).toBe('CommandOrControl+Shift+H');
  });

  test('pastes the holding reply that is chosen here', async () => {
    const { page, view } = await openSection('快捷键');
    await page.getByLabel('稍候话术', { exact: true }).selectOption('正在核实订单，请给我一分钟');
    await page.getByText('已保存').waitFor();
    expect(view().settings['holding.replyId']).toBe('holding-2');
    await page.getByLabel('稍候话术', { exact: true }).selectOption('未选择');
    await expect.poll(() => view().settings['holding.replyId']).toBeNull();
  });
});

describe('the permission to paste', () => {
  test('can be asked for where it is missing', async () => {
    const { page, calls } = await openSection('粘贴', {
      view: { platform: 'mac', pastePermission: 'missing' },
    });
    await page.getByText('尚未授权').waitFor();
    await page.getByRole('button', { name: '去授权' }).click();
    await page.getByText('已授权', { exact: true }).waitFor();
    expect(calls).toContain('requestPastePermission');
  });

  test('is not spoken of where the system needs none', async () => {
    const { page } = await openSection('粘贴');
    expect(await page.getByText('辅助功能权限').count()).toBe(0);
  });
});

test('About says that nothing leaves the computer and opens the data folder', async () => {
  const { page, calls } = await openSection('关于');
  await page.getByText('没有任何内容离开这台电脑').waitFor();
  await page.getByText('/home/lin/.config/Repartee').waitFor();
  await page.getByRole('button', { name: '打开文件夹' }).click();
  await expect.poll(() => calls).toContain('openDataFolder');
});

test('settings that could not be read are named at the top', async () => {
  const { page } = await open({
    view: { notices: [{ kind: 'settings-invalid', keys: ['theme', 'profile.name'] }] },
  });
  await page.getByText(/外观, 称呼/).waitFor();
});

test('the sections can be walked through with the keyboard alone', async () => {
  const { page } = await open();
  await page.keyboard.press('Tab');
  for (const heading of [
    '快捷键',
    '搜索面板',
    '粘贴',
    '客服资料',
    '话术检查',
    '备份',
    '使用情况',
    '关于',
    '通用',
  ]) {
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
});

test('the page keeps to its content security policy', async () => {
  const { page, complaints } = await open();
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  expect(complaints).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(locales)('nothing in %s is out of reach for anyone', async (locale) => {
    const view = { ...freshView(), locale, pastePermission: 'missing' as const };
    view.hotkeys.palette = { accelerator: 'Alt+Space', state: 'taken', suggestion: 'Alt+F1' };
    view.notices = [{ kind: 'database-newer' }];
    const { page } = await open({ colorScheme, view });
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await violationsOn(page)).toEqual([]);
    }
  });
});
