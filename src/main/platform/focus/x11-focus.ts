import { setTimeout as delay } from 'node:timers/promises';
import { X, XConnection, type XWindow } from '../native/x-connection.ts';
import type { FocusDriver, FocusOutcome, TargetWindow } from './focus.ts';
import { activeWindow, describeWindow, hasFocus, windowId } from './x11-window.ts';

/** Three round trips per look at the server; a window manager needs about 5 ms to move the focus. */
const POLL_MS = 2;

/** The palette just hid, so the manager gives the focus back by itself: asking before that only makes it work twice. */
const ASK_MANAGER_AFTER_MS = 30;

/** A manager that has not acted by then ignores such requests (focus-stealing prevention) or is not there. */
const SET_FOCUS_AFTER_MS = 150;

/** "The request comes from a pager or the like, on behalf of the user" in the window-manager specification. */
const SOURCE_USER_ACTION = 2;

/**
 * Focus driver of an X11 session. Throws when there is no X server.
 *
 * A window of our own is no target: Chromium asks for the clipboard, and waits for the answer, on the very thread that lends it
 * (see `x11-clipboard.ts`), so that a paste there would stop the app and bring nothing. The reply is copied instead.
 */
export function createX11FocusDriver(display: string | null = null, ownPid = process.pid): FocusDriver {
  const x = new XConnection(display);

  /** Asks in stages, since each next one is ruder: nothing, the window manager, the X server itself. */
  async function bringBack(target: TargetWindow, timeoutMs: number): Promise<FocusOutcome> {
    const started = performance.now();
    const window = windowId(target);
    let askedManager = false;
    let setFocus = false;
    for (;;) {
      x.discardEvents();
      if (x.alive && hasFocus(x, target)) {
        return 'front';
      }
      const viewable = x.isViewable(window);
      if (viewable === null) {
        return 'gone';
      }
      const waited = performance.now() - started;
      if (waited >= timeoutMs) {
        return 'refused';
      }
      if (!askedManager && waited >= Math.min(ASK_MANAGER_AFTER_MS, timeoutMs / 4)) {
        askedManager = true;
        askWindowManager(x, window);
      }
      if (!setFocus && viewable && waited >= Math.min(SET_FOCUS_AFTER_MS, timeoutMs / 2)) {
        setFocus = true;
        x.setInputFocus(window, X.currentTime);
      }
      x.flush();
      await delay(POLL_MS);
    }
  }

  return {
    capture() {
      x.discardEvents();
      const window = activeWindow(x);
      // Openbox still calls the last window active when it was hidden and no other one is there to take its place.
      if (window === null || !x.isViewable(window)) return null;
      const described = describeWindow(x, window);
      return described?.pid === ownPid ? null : described;
    },
    isFront(target) {
      x.discardEvents();
      return hasFocus(x, target);
    },
    bringBack,
    close: () => x.close(),
  };
}

function askWindowManager(x: XConnection, window: XWindow): void {
  const mask = X.mask.substructureNotify | X.mask.substructureRedirect;
  x.sendMessage(x.root, mask, window, x.atom('_NET_ACTIVE_WINDOW'), [SOURCE_USER_ACTION, X.currentTime]);
}
