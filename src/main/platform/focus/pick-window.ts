import { setTimeout as delay } from 'node:timers/promises';
import type { FocusDriver, TargetWindow } from './focus.ts';

/** How the picking of a window ended. */
export type PickOutcome =
  | { kind: 'picked'; window: TargetWindow }
  | { kind: 'cancelled' }
  | { kind: 'timeout' };

/** People do not notice a tenth of a second; asking costs well under a millisecond. */
const POLL_MS = 100;

/** A window that is in front for less time was passed on the way to another, as task switchers do. */
const SETTLED_MS = 250;

/** The desktop, the taskbar and the task switcher of Windows: nobody writes to customers there. */
const shells = new Set(['explorer.exe', 'shellexperiencehost.exe', 'searchhost.exe']);

/**
 * Waits until the person brings a window of another program to front, by clicking it for example, and gives it.
 * The window that has the focus now and others of its process do not count.
 */
export async function pickWindow(
  focus: Pick<FocusDriver, 'capture'>,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<PickOutcome> {
  const own = focus.capture();
  const started = performance.now();
  let seen = { id: '', since: started };
  for (;;) {
    if (signal.aborted) return { kind: 'cancelled' };
    const time = performance.now();
    if (time - started >= timeoutMs) return { kind: 'timeout' };
    const window = focus.capture();
    if (window === null || isOwn(window, own) || shells.has(window.app)) {
      seen = { id: '', since: time };
    } else if (seen.id !== window.id) {
      seen = { id: window.id, since: time };
    } else if (time - seen.since >= SETTLED_MS) {
      return { kind: 'picked', window };
    }
    await delay(POLL_MS);
  }
}

function isOwn(window: TargetWindow, own: TargetWindow | null): boolean {
  if (own === null) return false;
  return window.id === own.id || (window.pid !== null && window.pid === own.pid);
}
