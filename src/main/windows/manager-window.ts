import { BrowserWindow, nativeTheme, type WebContents } from 'electron';
import { pageUrl } from './app-protocol.ts';
import { securePreferences } from './hardening.ts';

/** The manager window: made when it is first asked for, and again after it was closed. */
export type ManagerWindow = {
  /** Shows the window in front, opening it if need be. Resolves when its page has been loaded. */
  show: () => Promise<void>;
  /** Has the page save its drafts, and closes the window; false when there is none. */
  settle: () => Promise<boolean>;
  /** The page has saved what it had to save: a window that waits for it closes. */
  readyToClose: () => void;
  /** The contents of its page; null while it is closed. */
  contents: () => WebContents | null;
};

export type ManagerWindowOptions = {
  /** Absolute path of its preload script. */
  preload: string;
  /** True only while developing. */
  devTools: boolean;
  /** Absolute path of the window's icon; systems that take it from the program do not need one. */
  icon?: string;
  /** Asks the page to save its drafts; it answers with `readyToClose`. */
  onClosing: () => void;
};

// The page's own surface colours, so that a window does not flash in another one before its page is painted.
const surface = { light: '#ffffff', dark: '#1c1d1f' };

/** A page that does not answer within this time is closed all the same; its drafts are at most a moment old. */
const closeTimeoutMs = 1_000;

/** Prepares the manager window without opening it. */
export function createManagerWindow(options: ManagerWindowOptions): ManagerWindow {
  let window: BrowserWindow | null = null;
  let loaded: Promise<void> = Promise.resolve();

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      width: 1200,
      height: 780,
      minWidth: 860,
      minHeight: 520,
      show: false,
      title: 'Repartee',
      backgroundColor: nativeTheme.shouldUseDarkColors ? surface.dark : surface.light,
      webPreferences: securePreferences(options.preload, options.devTools),
      ...(options.icon === undefined ? {} : { icon: options.icon }),
    });
    // On Windows and Linux the menu belongs to the window; macOS keeps the app's, which carries the edit keys.
    opened.removeMenu();
    opened.on('close', (event) => {
      if (opened.webContents.isDestroyed() || opened.webContents.isCrashed()) return;
      event.preventDefault();
      options.onClosing();
      setTimeout(() => close(opened), closeTimeoutMs).unref();
    });
    opened.once('closed', () => {
      if (window === opened) window = null;
    });
    loaded = opened.loadURL(pageUrl('manager')).then(() => {
      if (!opened.isDestroyed()) opened.show();
    });
    return opened;
  }

  function close(closing: BrowserWindow): void {
    if (!closing.isDestroyed()) closing.destroy();
  }

  return {
    show() {
      if (window === null) {
        window = open();
        return loaded;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return loaded;
    },
    settle() {
      const closing = window;
      if (closing === null) return Promise.resolve(false);
      return new Promise((resolve) => {
        closing.once('closed', () => resolve(true));
        closing.close();
      });
    },
    readyToClose() {
      if (window) close(window);
    },
    contents: () => window?.webContents ?? null,
  };
}
