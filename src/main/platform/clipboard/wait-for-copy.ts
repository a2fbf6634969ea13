import { setTimeout as delay } from 'node:timers/promises';

/** How soon a copy by somebody else is noticed; looked at only while somebody waits. */
const POLL_MS = 25;

/** Waits out a loan where nobody tells who has read the clipboard: `changed` as soon as it is no longer ours. */
export async function waitForCopy(isOurs: () => boolean, timeoutMs: number): Promise<'waited' | 'changed'> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (!isOurs()) {
      return 'changed';
    }
    const left = deadline - performance.now();
    if (left <= 0) {
      return 'waited';
    }
    await delay(Math.min(left, POLL_MS));
  }
}
