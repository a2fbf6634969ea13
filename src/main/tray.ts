import { join } from 'node:path';
import { Menu, Tray } from 'electron';
import type { Locale } from '../shared/i18n/locale.ts';
import { translator } from '../shared/i18n/translate.ts';
import type { PlatformName } from './platform/platform.ts';
import { type TrayActions, trayIcon, trayMenu } from './tray-menu.ts';

export type TrayOptions = TrayActions & {
  locale: Locale;
  platform: PlatformName;
  /** Absolute path of `resources/icons`. */
  iconFolder: string;
};

/** The icon in the system's tray. To be kept referenced: a collected tray disappears. */
export type AppTray = {
  /** Puts the menu and the tooltip into another language. */
  setLocale: (locale: Locale) => void;
};

/** Puts the app into the tray; a click opens the palette, or on macOS the menu. */
export function createTray(options: TrayOptions): AppTray {
  const tray = new Tray(join(options.iconFolder, trayIcon(options.platform)));
  // On macOS a click opens the menu, and doing something else as well would surprise.
  if (options.platform !== 'mac') tray.on('click', () => options.openPalette());

  function setLocale(locale: Locale): void {
    const t = translator(locale);
    tray.setToolTip(t('app.name'));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(t, options)));
  }

  setLocale(options.locale);
  return { setLocale };
}
