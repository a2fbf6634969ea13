import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pressKeys } from './support/keys.ts';
import { inDatabase } from './support/library.ts';
import { openManager } from './support/manager.ts';
import { until } from './support/poll.ts';
import { openSettings } from './support/settings.ts';
import { setUpStage } from './support/stage.ts';

/* A backup is looked into and restored in the settings window; the app starts itself anew and shows the result. */

const stage = setUpStage([
  { title: '发什么快递', text: '亲，默认发中通快递。' },
  { title: '退货地址', text: '亲，退货地址请看详情页。' },
]);

const titles = () =>
  inDatabase(stage.userData, (db) => db.prepare('SELECT title FROM reply ORDER BY title').pluck().all());

const backups = (reason: string) =>
  readdirSync(join(stage.userData, 'backups')).filter((name) => name.endsWith(`.${reason}.db`));

/** Processes that run the app on this stage's data: the one that started itself anew is nobody's child. */
function runningApps(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes('launch.ts') && line.includes(`--user-data-dir=${stage.userData}`);
      } catch {
        return false;
      }
    });
}

const shownSettings = async () =>
  (await stage.display.run('xdotool', 'search', '--onlyvisible', '--name', '妙答设置')).split('\n');

/** Processes that show the settings: a window can outlive its app by some milliseconds, and X11 gives its id away anew. */
async function settingsOwners(): Promise<string[]> {
  const shown = ['search', '--onlyvisible', '--name', '妙答设置', 'getwindowpid'];
  const pids = await stage.display.run('xdotool', ...shown).catch(() => '');
  return pids.split('\n').filter(Boolean);
}

function endApps(): void {
  for (const pid of runningApps()) process.kill(pid, 'SIGKILL');
}

afterAll(endApps);

test('a backup is deleted with the keyboard', async () => {
  const { page, section, focus, close } = await openSettings(stage);
  await section('备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText(/^已备份/).waitFor();
  await until(() => backups('manual').length === 1, 'there is a backup');
  await focus();
  await page.getByRole('button', { name: /^删除/ }).first().focus();
  await pressKeys(stage.display, 'Return');
  await page.getByText(/的备份已移到系统回收站/).waitFor();
  expect(backups('manual')).toEqual([]);
  await close();
});

test('a restore whose backup fails says so over the manager, which is there as it was', async () => {
  const manager = await openManager(stage);
  await manager.page.getByRole('searchbox').fill('退货');
  const { page, section, focus, close } = await openSettings(stage);
  await section('备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText(/^已备份/).waitFor();

  // The backup lies in a folder that was chosen once, and in the place of the present one is a file.
  const [folder, elsewhere] = [join(stage.userData, 'backups'), join(stage.userData, 'drive')];
  renameSync(folder, elsewhere);
  writeFileSync(join(stage.userData, 'backup-folders.json'), JSON.stringify([elsewhere]));
  writeFileSync(folder, '');
  await focus();
  await page
    .getByRole('button', { name: /^恢复到/ })
    .first()
    .click();
  await page.getByRole('button', { name: '备份现状并恢复' }).click();
  await page.locator('.job-bar .status-problem', { hasText: folder }).waitFor();
  const [settings] = await shownSettings();
  const stacked = async () => {
    const list = await stage.display.run('xprop', '-root', '_NET_CLIENT_LIST_STACKING');
    return (list.match(/0x[0-9a-f]+/g) ?? []).map((id) => String(Number(id)));
  };
  await until(async () => (await stacked()).includes(manager.window), 'the manager is on the screen');
  await until(async () => (await stacked()).at(-1) === settings, 'the settings are on top');
  await until(async () => (await stage.display.activeWindow()) === settings, 'the settings have the focus');
  expect(await manager.page.getByRole('searchbox').inputValue()).toBe('退货');

  rmSync(folder);
  renameSync(elsewhere, folder);
  await close();
  await manager.close();
});

test('a backup shows what it holds, is restored, and the settings come back and say so', async () => {
  const { page, section, focus } = await openSettings(stage);
  await section('备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText(/^已备份/).waitFor();
  expect(backups('manual')).toHaveLength(2);

  inDatabase(stage.userData, (db) => db.exec(`DELETE FROM reply WHERE title = '退货地址'`));
  await page.getByRole('button', { name: /^查看/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('退货地址', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: '恢复…' }).click();
  expect(titles()).toEqual(['发什么快递']);

  await focus();
  const appsBefore = runningApps();
  const ownersBefore = await settingsOwners();
  const ended = new Promise((resolve) => stage.running.app.once('close', () => resolve(null)));
  await page.getByRole('button', { name: '备份现状并恢复' }).click();
  await ended;

  await until(() => runningApps().some((pid) => !appsBefore.includes(pid)), 'the app starts itself anew');
  await until(
    async () => (await settingsOwners()).some((pid) => !ownersBefore.includes(pid)),
    'the settings window is back',
  );
  expect(titles()).toEqual(['发什么快递', '退货地址']);
  expect(backups('before-restore')).toHaveLength(1);
  expect(existsSync(join(stage.userData, 'restore'))).toBe(false);
});
