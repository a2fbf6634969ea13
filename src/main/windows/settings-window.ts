import { BrowserWindow, nativeTheme, type WebContents } from 'electron';
import { pageUrl } from './app-protocol.ts';
import { securePreferences } from './hardening.ts';

/** The settings window: made when it is first asked for, and again after it was closed. */
export type SettingsWindow = {
  /** Shows the window in front, opening it if need be. */
  show: () => void;
  /** Puts the window above others if it has the focus. */
  raise: () => void;
  /** The contents of its page; null while it is closed. */
  contents: () => WebContents | null;
};

// The page's own surface colours, so that a window does not flash in another one before its page is painted.
const surface = { light: '#ffffff', dark: '#1c1d1f' };

/**
 * Prepares the settings window without opening it.
 * @param preload Absolute path of its preload script.
 * @param devTools True only while developing.
 * @param icon Absolute path of the window's icon; systems that take it from the program do not need one.
 */
export function createSettingsWindow(preload: string, devTools: boolean, icon?: string): SettingsWindow {
  let window: BrowserWindow | null = null;

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      width: 860,
      height: 640,
      minWidth: 640,
      minHeight: 460,
      show: false,
      fullscreenable: false,
      title: 'Repartee',
      backgroundColor: nativeTheme.shouldUseDarkColors ? surface.dark : surface.light,
      webPreferences: securePreferences(preload, devTools),
      ...(icon === undefined ? {} : { icon }),
    });
    // On Windows and Linux the menu belongs to the window; macOS keeps the app's, which carries the edit keys.
    opened.removeMenu();
    opened.once('closed', () => {
      window = null;
    });
    void opened.loadURL(pageUrl('settings')).then(() => {
      if (!opened.isDestroyed()) opened.show();
    });
    return opened;
  }

  return {
    show() {
      if (window === null) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    raise() {
      if (window?.isFocused()) window.moveTop();
    },
    contents: () => window?.webContents ?? null,
  };
}
