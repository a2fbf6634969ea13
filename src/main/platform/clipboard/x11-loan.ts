import type { XWindow } from '../native/x-connection.ts';
import type { ClipboardLoan } from './clipboard.ts';

/**
 * Programs ask several times in one paste. Once they asked nothing for this long the paste is over. Chromium takes a
 * text three times and asks which formats there are a dozen times in between and after, up to 21 ms apart on a
 * machine with every core busy; a target that is slower still gets the time of several such gaps.
 */
const QUIET_MS = 100;

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
 */
export function createX11Loan(
  sameClient: (one: XWindow, other: XWindow) => boolean,
  isTransferring: (client: XWindow) => boolean,
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
        let read = false;
        let quiet: NodeJS.Timeout | undefined;
        const timeout = setTimeout(() => finish(read ? 'read' : 'waited'), timeoutMs);
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
          quiet = setTimeout(() => (isTransferring(window) ? waitForQuiet() : finish('read')), QUIET_MS);
        };
        onLost = () => finish('changed');
        onAsked = (requestor) => {
          if (read && sameClient(requestor, window)) {
            waitForQuiet();
          }
        };
        onServed = (requestor) => {
          if (sameClient(requestor, window)) {
            read = true;
            waitForQuiet();
          }
        };
      });
    },
  };
}
