import { BrowserWindow, screen } from 'electron';
import type { Rect } from '../platform/focus/focus.ts';
import { pageUrl } from './app-protocol.ts';
import { securePreferences } from './hardening.ts';
import { paletteBounds, paletteSize } from './palette-bounds.ts';

/** The palette's window: made once, hidden, and shown and hidden from then on. */
export type PaletteWindow = {
  window: BrowserWindow;
  /** Resolves when the page can be shown. */
  ready: Promise<void>;
  /** Shows the window with the focus, on the screen of `target` or, when that is unknown, of the mouse pointer. */
  show: (target: Rect | null) => void;
  /** Shows the window above the others and leaves the focus where it is. */
  showWithoutFocus: (target: Rect | null) => void;
  hide: () => void;
};

/** Makes the palette's window, hidden. `onBlur` is called when it loses the focus while it is visible. */
export function createPaletteWindow(preload: string, devTools: boolean, onBlur: () => void): PaletteWindow {
  const window = new BrowserWindow({
    ...paletteSize,
    show: false,
    frame: false,
    transparent: true,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: 'Repartee',
    webPreferences: { ...securePreferences(preload, devTools), backgroundThrottling: false },
  });
  // 'screen-saver' stays above full-screen chat windows too; 'floating' does not on macOS and Windows.
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  window.on('blur', () => {
    if (window.isVisible()) onBlur();
  });

  function place(target: Rect | null): void {
    const display = target
      ? screen.getDisplayMatching(target)
      : screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    window.setBounds(paletteBounds(display.workArea));
  }

  return {
    window,
    ready: window.loadURL(pageUrl('palette')),
    show(target) {
      place(target);
      window.show();
      window.focus();
    },
    showWithoutFocus(target) {
      place(target);
      window.showInactive();
    },
    hide() {
      window.hide();
    },
  };
}
