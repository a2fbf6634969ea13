import { BrowserWindow, type Point, screen } from 'electron';
import type { Rect } from '../platform/focus/focus.ts';
import { pageUrl } from './app-protocol.ts';
import { watchFocusLoss } from './focus-loss.ts';
import { securePreferences } from './hardening.ts';
import { centreOf, paletteBounds, paletteSize } from './palette-bounds.ts';

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

export type PaletteWindowOptions = {
  /** Absolute path of the preload script. */
  preload: string;
  /** True only while developing. */
  devTools: boolean;
  /** Converts a point of a target's bounds into Electron's device-independent pixels. */
  toDip: (point: Point) => Point;
  /** Size of the window in percent of the normal one; its page takes the same from the opening. */
  scale: () => number;
  /** Called when the window had the focus and loses it while it is visible. */
  onBlur: () => void;
};

/** Makes the palette's window, hidden. */
export function createPaletteWindow({
  preload,
  devTools,
  toDip,
  scale,
  onBlur,
}: PaletteWindowOptions): PaletteWindow {
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
  const hidden = watchFocusLoss(window, onBlur);

  function place(target: Rect | null): void {
    const point = target ? toDip(centreOf(target)) : screen.getCursorScreenPoint();
    window.setBounds(paletteBounds(screen.getDisplayNearestPoint(point).workArea, scale()));
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
      hidden();
      window.hide();
    },
  };
}
