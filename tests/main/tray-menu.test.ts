import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trayIcon, trayMenu } from '../../src/main/tray-menu.ts';
import { locales } from '../../src/shared/i18n/locale.ts';
import { translator } from '../../src/shared/i18n/translate.ts';

const iconFolder = join(import.meta.dirname, '../../resources/icons');

function actions(calls: string[] = []) {
  const call = (name: string) => () => void calls.push(name);
  return {
    openPalette: call('palette'),
    openManager: call('manager'),
    openSettings: call('settings'),
    openDataFolder: call('data folder'),
    quit: call('quit'),
  };
}

test('the menu offers the palette first and quitting last', () => {
  const calls: string[] = [];
  const items = trayMenu(translator('en'), actions(calls)).filter(({ type }) => type !== 'separator');
  for (const item of items) (item.click as () => void)();
  expect(calls).toEqual(['palette', 'manager', 'settings', 'data folder', 'quit']);
});

test.each(locales)('every item has words in %s', (locale) => {
  const items = trayMenu(translator(locale), actions()).filter(({ type }) => type !== 'separator');
  expect(items.map(({ label }) => label)).not.toContain('');
  expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
});

test.each(['windows', 'mac', 'x11', 'wayland'] as const)('there is an icon for %s', (platform) => {
  expect(existsSync(join(iconFolder, trayIcon(platform)))).toBe(true);
});

test('macOS gets a name that makes the image a template, with one for double density', () => {
  expect(trayIcon('mac')).toMatch(/Template\.png$/);
  expect(existsSync(join(iconFolder, trayIcon('mac').replace('.png', '@2x.png')))).toBe(true);
});
