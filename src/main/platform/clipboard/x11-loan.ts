import type { XWindow } from '../native/x-connection.ts';
import type { ClipboardLoan } from './clipboard.ts';

/**
 * Programs ask several times in one paste. Once they asked nothing for this long the paste is over. Chromium takes a
 * text three times and asks which formats there are a dozen times in between and after, up to 21 ms apart on a
 * machine with every core busy; a target that is slower still gets the time of several such gaps.
 */
const QUIET_MS = 100;

/**
 * Of the times that Chromium takes a text the first one is the browser's own, as the key comes in; the page's come when
 * its process gets to run. A page that is late by more than the quiet time would get what the agent had copied before,
 * as has been seen with every core busy.
 */
const QUIET_AFTER_FIRST_TEXT_MS = 500;

/**
 * On a machine with more work than processors the pauses grow: a text was once taken more than 100 ms after the one
 * before, when the clipboard had just been given back. So the quiet lasts several times the longest pause seen in this
 * very paste, the one before its first question included: a first question after 60 ms makes it 300 ms.
 */
const QUIET_PER_PAUSE = 5;
const LONGEST_QUIET_MS = 2_000;

export type X11Loan = ClipboardLoan & {
  readonly open: boolean;
  /** Tells that `requestor` asked for something, if only for the names of the formats. */
  asked(requestor: XWindow): void;
  /** Tells that `requestor` was given content. */
  served(requestor: XWindow): void;
  /** Tells that the clipboard belongs to somebody else or to a later loan. */
  lost(): void;
};

/**
 * Book-keeping of one loan: who has read the content since the keys were pressed.
 * @param sameClient Whether two windows belong to one client of the X server.
 * @param isTransferring Whether the client of a window is taking something in pieces at this moment.
 * @param isText Text is taken by the browser before the page takes it.
 */
export function createX11Loan(
  sameClient: (one: XWindow, other: XWindow) => boolean,
  isTransferring: (client: XWindow) => boolean,
  isText = false,
): X11Loan {
  let open = true;
  let lost = false;
  let onAsked: ((requestor: XWindow) => void) | null = null;
  let onServed: ((requestor: XWindow) => void) | null = null;
  let onLost: (() => void) | null = null;

  return {
    get open() {
      return open;
    },
    isOurs: () => !lost,
    end() {
      open = false;
    },
    asked: (requestor) => onAsked?.(requestor),
    served(requestor) {
      // Before the keys only those read who watch the clipboard; such a reading says nothing about the paste.
      onServed?.(requestor);
    },
    lost() {
      lost = true;
      open = false;
      onLost?.();
    },
    waitUntilRead(target, timeoutMs) {
      if (lost) {
        return Promise.resolve('changed');
      }
      const window = Number(target.id);
      return new Promise((resolve) => {
        let readings = 0;
        let lastAsked = performance.now();
        let longestPause = 0;
        let quiet: NodeJS.Timeout | undefined;
        const timeout = setTimeout(() => finish(readings > 0 ? 'read' : 'waited'), timeoutMs);
        const finish = (outcome: 'read' | 'waited' | 'changed') => {
          clearTimeout(timeout);
          clearTimeout(quiet);
          onAsked = null;
          onServed = null;
          onLost = null;
          resolve(outcome);
        };
        const waitForQuiet = () => {
          clearTimeout(quiet);
          const atLeast = isText && readings === 1 ? QUIET_AFTER_FIRST_TEXT_MS : QUIET_MS;
          const quietMs = Math.min(Math.max(atLeast, QUIET_PER_PAUSE * longestPause), LONGEST_QUIET_MS);
          quiet = setTimeout(() => (isTransferring(window) ? waitForQuiet() : finish('read')), quietMs);
        };
        const notePause = () => {
          const now = performance.now();
          longestPause = Math.max(longestPause, now - lastAsked);
          lastAsked = now;
        };
        onLost = () => finish('changed');
        onAsked = (requestor) => {
          if (!sameClient(requestor, window)) {
            return;
          }
          notePause();
          if (readings > 0) {
            waitForQuiet();
          }
        };
        onServed = (requestor) => {
          if (sameClient(requestor, window)) {
            notePause();
            readings += 1;
            waitForQuiet();
          }
        };
      });
    },
  };
}
