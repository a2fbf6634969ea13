import { setTimeout as delay } from 'node:timers/promises';
import { macLibrary } from '../native/mac-library.ts';
import type { FocusDriver, FocusOutcome, TargetWindow } from './focus.ts';
import { frontmostApplication, frontWindowOf, isFront, listWindows } from './mac-windows.ts';

const POLL_MS = 10;
const ACTIVATE_IGNORING_OTHER_APPS = 2;

/** Focus driver of macOS: the frontmost application and its front window. */
export function createMacFocusDriver(): FocusDriver {
  const mac = macLibrary();

  function isGone(target: TargetWindow): boolean {
    return !listWindows(false).some((window) => String(window.number) === target.id);
  }

  function activate(target: TargetWindow): void {
    const running = mac.classNamed('NSRunningApplication');
    const message = 'runningApplicationWithProcessIdentifier:';
    const application = mac.objectForInt(running, message, target.pid ?? 0);
    if (application !== null) {
      mac.sendLong(application, 'activateWithOptions:', ACTIVATE_IGNORING_OTHER_APPS);
    }
  }

  async function bringBack(target: TargetWindow, timeoutMs: number): Promise<FocusOutcome> {
    const deadline = performance.now() + timeoutMs;
    if (!isFront(target)) {
      activate(target);
    }
    for (;;) {
      if (isFront(target)) {
        return 'front';
      }
      if (isGone(target)) {
        return 'gone';
      }
      if (performance.now() >= deadline) {
        return 'refused';
      }
      await delay(POLL_MS);
    }
  }

  return {
    capture() {
      const application = frontmostApplication();
      const pid = application === null ? 0 : mac.long(application, 'processIdentifier');
      const window = frontWindowOf(pid, listWindows(true));
      if (window === null) {
        return null;
      }
      return {
        id: String(window.number),
        childId: null,
        pid,
        app: mac.text(application, 'bundleIdentifier').toLowerCase(),
        appName: mac.text(application, 'localizedName'),
        title: window.title,
        bounds: window.bounds,
        elevated: false,
      };
    },
    isFront,
    bringBack,
    close() {},
  };
}
