import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../src/shared/result.ts';
import { violationsOn } from '../../support/axe.ts';
import { backups, report } from './sample-answers.ts';
import { freshView, setUpSettings } from './settings-harness.ts';

const { open, openSection } = setUpSettings();

const called = (calls: string[], name: string) => calls.filter((call) => call.startsWith(name));

describe('backups', () => {
  test('are listed with their reason; looking into one says what differs', async () => {
    const { page } = await openSection('备份');
    await expect.poll(() => page.getByRole('row').count()).toBe(backups.length + 1);
    await page.getByRole('button', { name: /^查看/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('只读查看').waitFor();
    // What a reply said can be read, and copied, without restoring anything.
    const whole = dialog.locator('.sample-text', { hasText: '如需指定快递请在下单前告诉我们哦。' }).first();
    expect(await whole.isVisible()).toBe(false);
    await dialog.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await whole.waitFor();
    expect(await dialog.locator('details[open] .sample-text').count()).toBe(2);
    await dialog.getByText('备份用到的 2 个图片或文件已不在这台电脑上').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('查看');
  });

  test('are looked into in a dialog that is open from the moment in which it is there', async () => {
    const { page } = await openSection('备份');
    const watch = await page.evaluateHandle(() => {
      const isOpen = new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => {
          const dialog = document.querySelector('dialog');
          if (dialog !== null) resolve(dialog.open);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      });
      return { isOpen };
    });
    await page.getByRole('button', { name: /^查看/ }).first().click();
    expect(await watch.evaluate(({ isOpen }) => isOpen)).toBe(true);
  });

  test('are restored only after what happens was said and confirmed', async () => {
    const { page, calls } = await openSection('备份');
    const restore = page.getByRole('button', { name: /^恢复到/ }).first();
    await restore.click();
    await page.getByRole('dialog').getByText('现在的状态会先备份').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    expect(called(calls, 'restoreBackup')).toEqual([]);
    await restore.click();
    await page.getByRole('button', { name: '备份现状并恢复' }).click();
    await page.getByText('正在重新启动').waitFor();
    expect(called(calls, 'restoreBackup')).toEqual([`restoreBackup ${backups[0]?.name}`]);
  });

  test('are deleted with the keyboard, and the focus goes on to the next one, at last to the button above', async () => {
    const listed = backups.slice(0, 3);
    const answers = {
      listBackups: () => listed,
      deleteBackup(name: string) {
        listed.splice(
          listed.findIndex((backup) => backup.name === name),
          1,
        );
        return ok(null);
      },
    };
    const { page, calls } = await openSection('备份', { answers });
    const remove = page.getByRole('button', { name: /^删除/ });
    await expect.poll(() => remove.count()).toBe(listed.length);
    const labels = await remove.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
    const focused = () =>
      page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
    await remove.nth(1).focus();
    await page.keyboard.down('Enter');
    await page.getByText(/的备份已移到系统回收站/).waitFor();
    await expect.poll(focused).toBe(labels[2]);
    // Held on, the key deletes no second one.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(called(calls, 'deleteBackup')).toHaveLength(1);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe(labels[0]);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('立即备份');
    expect(called(calls, 'deleteBackup')).toHaveLength(3);
  });

  test('that cannot be deleted keep the focus, and the file is named', async () => {
    const deleteBackup = () => err({ kind: 'no-trash' as const, path: '/media/usb/b.db' });
    const { page } = await openSection('备份', { answers: { deleteBackup } });
    const remove = page.getByRole('button', { name: /^删除/ }).first();
    await remove.click();
    await page.getByText('没有移到回收站：/media/usb/b.db').waitFor();
    expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('show their progress and can be stopped; what was stopped is said', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const backUpNow = () => promise.then(() => err({ kind: 'cancelled' as const }));
    const { page, calls, tell } = await openSection('备份', { answers: { backUpNow } });
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByRole('progressbar').waitFor();
    await tell('safetyProgress', { job: 'backup', share: 0.4 });
    await expect.poll(() => page.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    expect(
      await page
        .getByRole('button', { name: /^恢复到/ })
        .first()
        .isDisabled(),
    ).toBe(true);
    await page.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => calls).toContain('cancelSafetyJob');
    resolve();
    await page.getByText('已取消，什么都没有改动').waitFor();
  });

  test.each([
    ['ENOSPC', '磁盘已满'],
    ['SQLITE_FULL', '磁盘已满'],
    ['EROFS', '没有写入权限'],
    ['SQLITE_BUSY', '正被其他程序占用'],
    ['ENOENT', '硬盘可能没有接好'],
    ['E2BIG', '读写出错（E2BIG）'],
  ])('that fail with %s say what to do', async (code, words) => {
    const backUpNow = () => err({ kind: 'storage' as const, code, path: '/media/usb' });
    const { page } = await openSection('备份', { answers: { backUpNow } });
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByText(words).waitFor();
    await page.getByText('/media/usb').waitFor();
  });

  test('go elsewhere while their folder is absent, and that is said', async () => {
    const own = '/home/lin/.config/Repartee/backups';
    const readBackupFolder = () => ({
      folder: own,
      own,
      unreachable: { folder: '/media/usb', code: 'ENOENT' },
    });
    const { page, view } = await openSection('备份', { answers: { readBackupFolder } });
    await page.getByText('/media/usb 现在无法写入（ENOENT）').waitFor();
    await page.getByRole('button', { name: '改回默认' }).click();
    await expect.poll(() => view().settings['backup.folder']).toBeNull();
  });

  test('to keep are a whole number within its bounds', async () => {
    const { page, view } = await openSection('备份');
    const field = page.getByLabel('每日备份保留份数');
    await field.fill('0');
    await page.keyboard.press('Enter');
    await page.getByText('请填写 1 到 365 之间的整数').waitFor();
    await field.fill('30');
    await page.keyboard.press('Enter');
    await expect.poll(() => view().settings['backup.keep']).toBe(30);
  });

  test('are what the window shows after a restore', async () => {
    const notices = [
      { kind: 'library-restored' as const, madeAt: '2026-03-12T01:30:00.000Z', previous: 'p.db' },
    ];
    const opened = await open({ view: { ...freshView(), notices } });
    await opened.page.getByRole('heading', { level: 1, name: '备份' }).waitFor();
    await opened.page.getByText('话术库已恢复到').waitFor();
  });
});

test('the check names every finding, and rebuilds the index on demand', async () => {
  const { page } = await openSection('备份', { answers: { checkIntegrity: () => ok(report) } });
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByText('发现 6 个问题').waitFor();
  await page.getByText('用到它的话术：安装步骤图 1、安装步骤图 2').waitFor();
  await page.getByText('14 个图片或文件（5.3 MB）已没有话术使用').waitFor();
  await page.getByRole('button', { name: '重建索引' }).click();
  await page.getByText('搜索索引已重建').waitFor();
  await page.getByText('发现 5 个问题').waitFor();
});

test('the button that rebuilds the index says that it has to wait while the backups are read again', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let checked = false;
  const answers = {
    checkIntegrity() {
      checked = true;
      return ok(report);
    },
    listBackups: () => (checked ? promise.then(() => backups) : backups),
  };
  const { page, calls } = await openSection('备份', { answers });
  await page.getByRole('button', { name: '开始检查' }).click();
  const rebuild = page.getByRole('button', { name: '重建索引' });
  await expect.poll(() => rebuild.isDisabled()).toBe(true);
  resolve();
  await rebuild.click();
  await page.getByText('搜索索引已重建').waitFor();
  expect(called(calls, 'repairSearch')).toHaveLength(1);
});

describe('paste rules', () => {
  test('are added by picking an app, explained field by field', async () => {
    const { page, calls } = await openSection('粘贴');
    await page.getByRole('button', { name: '点一下窗口来添加' }).click();
    const dialog = page.getByRole('dialog', { name: '添加规则' });
    expect(await dialog.getByLabel('软件').inputValue()).toBe('wxwork.exe');
    // The keyboard is in the first field, not on the part that scrolls.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('两段之间的间隔').fill('99999');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('请填写 0 到 10000 之间的整数').waitFor();
    await dialog.getByLabel('两段之间的间隔').fill('350');
    await dialog.getByLabel('允许自动发送').selectOption('允许自动发送');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('间隔 350 毫秒、允许自动发送').waitFor();
    expect(called(calls, 'savePasteRules')).toHaveLength(1);
  });

  test('that were deleted come back with one click', async () => {
    const { page } = await openSection('粘贴');
    await page.getByRole('button', { name: '删除 qianniu* 的规则' }).click();
    await page.getByText('已删除 qianniu* 的规则').waitFor();
    await expect.poll(() => page.getByRole('cell', { name: 'qianniu*', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('cell', { name: 'qianniu*', exact: true }).waitFor();
  });

  test('of a broken file are named with the place of the file', async () => {
    const view = {
      rules: [],
      builtIn: [],
      keptAside: null,
      broken: { path: '/data/paste-rules.json', detail: 'x' },
    };
    const defaults = { chord: 'Mod+V', mode: 'paste', gapMs: 120, settleMs: 0, allowSend: false } as const;
    const { page } = await openSection('粘贴', {
      answers: { readPasteRules: () => ({ ...view, defaults }) },
    });
    await page.getByText('/data/paste-rules.json').waitFor();
  });

  test('are not picked any more after Escape', async () => {
    const { promise, resolve } = Promise.withResolvers<{ kind: 'cancelled' }>();
    const { page, calls } = await openSection('粘贴', {
      answers: { pickApp: () => promise, cancelPick: () => resolve({ kind: 'cancelled' }) },
    });
    await page.getByRole('button', { name: '点一下窗口来添加' }).click();
    await page.getByText('请在 15 秒内').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('已取消', { exact: false }).waitFor();
    expect(calls).toContain('cancelPick');
  });
});

describe('the wording policy', () => {
  test('switches a rule off and on by its difference from the default', async () => {
    const { page, view } = await openSection('话术检查');
    const courtesy = page.getByRole('switch', { name: /结尾/ });
    await courtesy.click();
    await expect.poll(() => view().settings['lint.on']).toEqual(['closing-courtesy']);
    await expect.poll(() => courtesy.isChecked()).toBe(true);
    await courtesy.click();
    await expect.poll(() => view().settings['lint.on']).toEqual([]);
    await page.getByRole('switch', { name: /电话号码/ }).click();
    await expect.poll(() => view().settings['lint.off']).toHaveLength(1);
  });

  test('has words that are added, changed, deleted and brought back', async () => {
    const { page, view } = await openSection('话术检查');
    await page.getByLabel('新词语').fill('史无前例');
    await page.keyboard.press('Enter');
    await expect.poll(() => view().settings['lint.words']?.[0]?.word).toBe('史无前例');
    await page.getByLabel('“史无前例”的程度').selectOption('禁止');
    await expect.poll(() => view().settings['lint.words']?.[0]?.level).toBe('block');
    await page.getByRole('button', { name: '删除“史无前例”' }).click();
    await expect.poll(() => view().settings['lint.words']?.[0]?.word).not.toBe('史无前例');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => view().settings['lint.words']?.[0]?.word).toBe('史无前例');
    await page.getByLabel('“史无前例”的程度').waitFor();
    await page.getByLabel('新词语').fill('史无前例');
    await page.keyboard.press('Enter');
    await page.getByText('“史无前例”已在词表里').waitFor();
    await page.getByRole('button', { name: '恢复预置清单' }).click();
    await expect.poll(() => view().settings['lint.words']).toBeNull();
  });

  test('takes a word list as text and names the line that it cannot read', async () => {
    const { page, view } = await openSection('话术检查');
    await page.getByRole('button', { name: '以文本导入、导出…' }).click();
    const text = page.getByRole('textbox', { name: '词表文本' });
    await text.fill('最好|warn|很好\n刷单|maybe');
    await page.getByRole('button', { name: '用这些替换词表' }).click();
    await page.getByText('第 2 行看不懂').waitFor();
    await text.fill('最好|warn|很好\n刷单|block');
    await page.getByRole('button', { name: '用这些替换词表' }).click();
    await expect
      .poll(() => view().settings['lint.words'])
      .toEqual([
        { word: '最好', level: 'warn', instead: '很好' },
        { word: '刷单', level: 'block', instead: '' },
      ]);
  });

  test('keeps a text of too many words open and says how many fit', async () => {
    const { page, view } = await openSection('话术检查');
    await page.getByRole('button', { name: '以文本导入、导出…' }).click();
    const text = page.getByRole('textbox', { name: '词表文本' });
    const lines = Array.from({ length: 5_001 }, (_, index) => `词${index}`).join('\n');
    const file = { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from(lines) };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect.poll(() => text.inputValue()).toBe(lines);
    await page.getByRole('button', { name: '用这些替换词表' }).click();
    await page.getByText('词表最多 5000 条').waitFor();
    expect(await text.inputValue()).toBe(lines);
    expect(view().settings['lint.words']).toBeNull();
  });
});

test('hotkeys belong to the system while one is recorded, and to us again afterwards', async () => {
  const { page, calls } = await openSection('快捷键');
  await page.getByRole('button', { name: /^打开搜索面板/ }).click();
  await expect.poll(() => called(calls, 'suspendHotkeys')).toEqual(['suspendHotkeys true']);
  await page.keyboard.press('Escape');
  await expect.poll(() => called(calls, 'suspendHotkeys').at(-1)).toBe('suspendHotkeys false');
});

test('words that were typed last are saved when the page goes within the pause', async () => {
  const { page, view } = await openSection('客服资料');
  await page.getByLabel('称呼').fill('小林');
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await expect.poll(() => view().settings['profile.name']).toBe('小林');
});

test('what is remembered of searches can be switched off', async () => {
  const { page, view } = await openSection('使用情况');
  await page.getByRole('switch').click();
  await expect.poll(() => view().settings['insight.keepFailedSearches']).toBe(false);
});

describe.each(['light', 'dark'] as const)(
  'in the %s theme nothing is out of reach for anyone',
  (colorScheme) => {
    const check = async (page: Page) => {
      expect(await violationsOn(page)).toEqual([]);
    };

    test('in a backup’s contents and before a restore', async () => {
      const { page } = await openSection('备份', { colorScheme });
      await page.getByRole('button', { name: /^查看/ }).first().click();
      await page.getByRole('dialog').waitFor();
      await check(page);
      await page.getByRole('dialog').getByRole('button', { name: '恢复…' }).click();
      await page.getByText('图片和文件不会被删除').waitFor();
      await check(page);
    });

    test('in the report of the check, and while a job runs', async () => {
      const backUpNow = () => new Promise<never>(() => {});
      const { page } = await openSection('备份', {
        colorScheme,
        answers: { checkIntegrity: () => ok(report), backUpNow },
      });
      await page.getByRole('button', { name: '开始检查' }).click();
      await page.getByText('发现 6 个问题').waitFor();
      await page.getByRole('button', { name: '立即备份' }).click();
      await page.getByRole('progressbar').waitFor();
      await check(page);
    });

    test('in a paste rule and among the built-in ones', async () => {
      const { page } = await openSection('粘贴', { colorScheme });
      await page.getByText('内置规则（只读）').click();
      await check(page);
      await page.getByRole('button', { name: '添加规则' }).click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('请至少写一个软件').waitFor();
      await check(page);
    });

    test('in the word list as text', async () => {
      const { page } = await openSection('话术检查', { colorScheme });
      await page.getByRole('button', { name: '以文本导入、导出…' }).click();
      await page.getByRole('dialog').waitFor();
      await check(page);
    });
  },
);
