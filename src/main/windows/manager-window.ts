import { BrowserWindow, nativeTheme, type WebContents } from 'electron';
import { pageUrl } from './app-protocol.ts';
import { securePreferences } from './hardening.ts';

/** The manager window: made when it is first asked for, and again after it was closed. */
export type ManagerWindow = {
  /** Shows the window in front, opening it if need be. Resolves when its page has been loaded. */
  show: () => Promise<void>;
  /** Has the page save its drafts, and closes the window; false when there is none. */
  settle: () => Promise<boolean>;
  /**
   * Has the page save its drafts, and hides the window until the returned function is called; null when there is none.
   */
  putAway: () => Promise<(() => void) | null>;
  /** The page has saved what it had to save: a window that waits for it goes. */
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

/** A window whose page does not answer within this time goes all the same; its drafts are at most a moment old. */
const answerTimeoutMs = 1_000;

/** Prepares the manager window without opening it. */
export function createManagerWindow(options: ManagerWindowOptions): ManagerWindow {
  let window: BrowserWindow | null = null;
  let loaded: Promise<void> = Promise.resolve();
  let waiting: (() => void)[] = [];

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
      if (!canAnswer(opened)) return;
      event.preventDefault();
      void draftsSaved().then(() => {
        if (!opened.isDestroyed()) opened.destroy();
      });
    });
    opened.once('closed', () => {
      if (window === opened) window = null;
    });
    loaded = opened.loadURL(pageUrl('manager')).then(() => {
      if (!opened.isDestroyed()) opened.show();
    });
    return opened;
  }

  /** Resolves when the page has saved its drafts, or does not answer. */
  function draftsSaved(): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      setTimeout(resolve, answerTimeoutMs).unref();
      options.onClosing();
    });
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
    async putAway() {
      const hidden = window;
      if (hidden === null) return null;
      if (canAnswer(hidden)) await draftsSaved();
      if (hidden.isDestroyed()) return null;
      const wasShown = hidden.isVisible() && !hidden.isMinimized();
      if (wasShown) hidden.hide();
      return () => {
        if (wasShown && !hidden.isDestroyed()) hidden.showInactive();
      };
    },
    readyToClose() {
      const answered = waiting;
      waiting = [];
      for (const resolve of answered) resolve();
    },
    contents: () => window?.webContents ?? null,
  };
}

function canAnswer({ webContents }: BrowserWindow): boolean {
  return !webContents.isDestroyed() && !webContents.isCrashed();
}
