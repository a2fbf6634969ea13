import { setTimeout as delay } from 'node:timers/promises';
import { windowsLibrary } from '../native/windows-library.ts';
import type { FocusDriver, FocusOutcome, TargetWindow } from './focus.ts';
import { describeWindow, focusedChild, isForeground, windowId } from './windows-window.ts';

const SW_RESTORE = 9;
const POLL_MS = 5;

/** Windows grants the foreground for a moment after input and refuses later; asking again helps with slow programs. */
const ASK_AGAIN_MS = 100;

/** Focus driver of Windows. */
export function createWindowsFocusDriver(): FocusDriver {
  const windows = windowsLibrary();

  async function bringBack(target: TargetWindow, timeoutMs: number): Promise<FocusOutcome> {
    const started = performance.now();
    let asked = Number.NEGATIVE_INFINITY;
    for (;;) {
      if (windows.isWindow(windowId(target)) === 0) {
        return 'gone';
      }
      if (isForeground(target) && childHasFocus(target)) {
        return 'front';
      }
      const waited = performance.now() - started;
      if (waited >= timeoutMs) {
        return isForeground(target) ? 'front' : 'refused';
      }
      if (waited - asked >= ASK_AGAIN_MS) {
        asked = waited;
        raise(target);
      }
      await delay(POLL_MS);
    }
  }

  /** True unless a child is known to have had the focus and is there but has it no longer. */
  function childHasFocus(target: TargetWindow): boolean {
    const child = Number(target.childId ?? 0);
    return child === 0 || windows.isWindow(child) === 0 || focusedChild(windowId(target)) === child;
  }

  /**
   * Only a thread that shares its input with the foreground window's may always set the foreground, and only one that
   * shares it with the target's may set the focus inside it. Sharing with a hung program would hang us too.
   */
  function raise(target: TargetWindow): void {
    const window = windowId(target);
    if (windows.isIconic(window) !== 0) {
      windows.showWindow(window, SW_RESTORE);
    }
    const own = windows.currentThread();
    const front = windows.getForegroundWindow();
    const others = [front, window]
      .filter((other) => other !== 0 && windows.isHung(other) === 0)
      .map((other): number => windows.threadOf(other, [0]));
    const threads = [...new Set(others)].filter((thread) => thread !== 0 && thread !== own);
    const attached = threads.filter((thread) => windows.attachThreadInput(own, thread, 1) !== 0);
    try {
      windows.bringWindowToTop(window);
      windows.setForegroundWindow(window);
      if (target.childId !== null && windows.isHung(window) === 0) {
        windows.setFocus(Number(target.childId));
      }
    } finally {
      for (const thread of attached) {
        windows.attachThreadInput(own, thread, 0);
      }
    }
  }

  return {
    capture() {
      const window: number = windows.getForegroundWindow();
      return window === 0 ? null : describeWindow(window);
    },
    isFront: isForeground,
    bringBack,
    close() {},
  };
}
