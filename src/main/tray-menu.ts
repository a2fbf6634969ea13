import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../shared/i18n/translate.ts';
import type { PlatformName } from './platform/platform.ts';

/** What the tray's menu can be asked for. */
export type TrayActions = {
  openPalette: () => void;
  openManager: () => void;
  openSettings: () => void;
  openDataFolder: () => void;
  quit: () => void;
};

/** The tray's menu in the words of a language. */
export function trayMenu(t: Translate, actions: TrayActions): MenuItemConstructorOptions[] {
  return [
    { label: t('tray.openPalette'), click: () => actions.openPalette() },
    { label: t('tray.openManager'), click: () => actions.openManager() },
    { type: 'separator' },
    { label: t('tray.settings'), click: () => actions.openSettings() },
    { label: t('tray.openDataFolder'), click: () => actions.openDataFolder() },
    { type: 'separator' },
    { label: t('tray.quit'), click: () => actions.quit() },
  ];
}

/**
 * The tray's icon in `resources/icons`. Each has its larger sizes inside or beside it (`@2x`); the coloured one is
 * readable on light and dark panels.
 */
export function trayIcon(platform: PlatformName): string {
  if (platform === 'windows') return 'tray.ico';
  return platform === 'mac' ? 'trayTemplate.png' : 'tray.png';
}
