import { readFileSync } from 'node:fs';
import { X, type XConnection, type XWindow } from '../native/x-connection.ts';
import type { TargetWindow } from './focus.ts';

/** Toolkits nest their focus proxies two or three deep; the limit only guards against a loop while windows change. */
const DEEPEST_NESTING = 32;

/** The top-level window that the window manager calls active; without such a manager the one with the input focus. */
export function activeWindow(x: XConnection): XWindow | null {
  const property = x.property(x.root, x.atom('_NET_ACTIVE_WINDOW'));
  if (property !== null && property.format === 32 && property.data.length >= 4) {
    const active = property.data.readUInt32LE(0);
    return active === X.none ? null : active;
  }
  const focus = x.inputFocus();
  return isRealWindow(x, focus) ? topLevelOf(x, focus) : null;
}

/** True when `target` is the active window and the keys go to it or to a window inside it. */
export function hasFocus(x: XConnection, target: TargetWindow): boolean {
  const window = windowId(target);
  const focus = x.inputFocus();
  return isRealWindow(x, focus) && isInside(x, focus, window) && activeWindow(x) === window;
}

/** The number of a target's window. */
export function windowId(target: TargetWindow): XWindow {
  return Number(target.id);
}

/** Everything that a target needs to know about a top-level window, or null when it is gone. */
export function describeWindow(x: XConnection, window: XWindow): TargetWindow | null {
  const bounds = x.bounds(window);
  if (bounds === null) {
    return null;
  }
  const [instance = '', windowClass = ''] = text(x, window, X.atom.wmClass, 'latin1').split('\0');
  const pid = cardinal(x, window, x.atom('_NET_WM_PID'));
  const appName = windowClass || instance || processName(pid);
  const focus = x.inputFocus();
  return {
    id: String(window),
    childId: isRealWindow(x, focus) && isInside(x, focus, window) ? String(focus) : null,
    pid,
    app: appName.toLowerCase(),
    appName,
    title: text(x, window, x.atom('_NET_WM_NAME'), 'utf8') || text(x, window, X.atom.wmName, 'latin1'),
    bounds,
    elevated: false,
  };
}

/** The focus can also be "none" (0), "the window under the pointer" (1) or the root window: no window of an app. */
function isRealWindow(x: XConnection, window: XWindow): boolean {
  return window > 1 && window !== x.root;
}

function isInside(x: XConnection, window: XWindow, ancestor: XWindow): boolean {
  let current: XWindow | null = window;
  for (let depth = 0; depth < DEEPEST_NESTING && current !== null && current !== x.root; depth += 1) {
    if (current === ancestor) {
      return true;
    }
    current = x.parentOf(current);
  }
  return false;
}

/** Walks up from a window to the one that the window manager manages, else to the child of the root window. */
function topLevelOf(x: XConnection, window: XWindow): XWindow {
  let current = window;
  for (let depth = 0; depth < DEEPEST_NESTING; depth += 1) {
    if ((x.property(current, x.atom('WM_STATE'))?.format ?? 0) !== 0) {
      return current;
    }
    const parent = x.parentOf(current);
    if (parent === null || parent === x.root) {
      return current;
    }
    current = parent;
  }
  return current;
}

function text(x: XConnection, window: XWindow, property: number, encoding: 'utf8' | 'latin1'): string {
  const value = x.property(window, property);
  return value?.format === 8 ? value.data.toString(encoding) : '';
}

function cardinal(x: XConnection, window: XWindow, property: number): number | null {
  const value = x.property(window, property);
  return value?.format === 32 && value.data.length >= 4 ? value.data.readUInt32LE(0) : null;
}

function processName(pid: number | null): string {
  if (pid === null) {
    return '';
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    // The process ended, or /proc is closed to us: the window simply has no name.
    return '';
  }
}
