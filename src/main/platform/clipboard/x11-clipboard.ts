import { X, XConnection, type XWindow } from '../native/x-connection.ts';
import { listenToEvents } from '../native/x-events.ts';
import { type ClipboardDriver, type ClipboardSnapshot, emptySnapshot, isNotRestorable } from './clipboard.ts';
import { type ElectronClipboard, linuxFormatsOf, writeFormats } from './electron-clipboard.ts';
import { electronFormats, isContent, lentFormats, snapshotOf } from './x11-formats.ts';
import { createX11Loan, type X11Loan } from './x11-loan.ts';
import { createSelectionReader } from './x11-selection-reader.ts';
import { createSelectionServer, type Offer } from './x11-selection-server.ts';

/**
 * Clipboard driver of an X11 session. It reads and lends through a connection of its own, which alone can tell who
 * has read the content. What stays (a restored clipboard, a copy) goes through Electron: Chromium asks the owner of
 * the clipboard and waits for the answer on the very thread that would have to give it.
 */
export function createX11ClipboardDriver(
  electron: ElectronClipboard,
  display: string | null = null,
): ClipboardDriver {
  const x = new XConnection(display);
  const clipboard = x.atom('CLIPBOARD');
  const window = x.createMessageWindow(X.mask.propertyChange);
  const server = createSelectionServer(x);
  const reader = createSelectionReader(x);
  const events = listenToEvents(x, onEvent);

  /** What we offer while the clipboard is ours, and the loan by which it became so. */
  let offer: Offer | null = null;
  let loan: X11Loan | null = null;
  /** What lay there before the loan that is open. */
  let beneath: ClipboardSnapshot = emptySnapshot;
  let serverTime: number = X.currentTime;

  function onEvent(event: Buffer): void {
    const type = event.readUInt8(0) & 0x7f;
    if (type === X.event.selectionRequest) {
      const current = loan;
      current?.asked(event.readUInt32LE(12));
      server.answer(event, offer, (requestor, target) => {
        if (isContent(target)) {
          current?.served(requestor);
        }
      });
    } else if (type === X.event.selectionClear && event.readUInt32LE(12) === clipboard) {
      giveUp(event.readUInt32LE(4));
    } else {
      if (type === X.event.propertyNotify && event.readUInt32LE(4) === window) {
        serverTime = event.readUInt32LE(12);
      }
      server.handle(event);
      reader.handle(event);
    }
  }

  /** The clipboard went to somebody else at `time`; news of an ownership that we have renewed since says nothing. */
  function giveUp(time: number): void {
    if (offer !== null && time >= offer.since) {
      offer = null;
      loan?.lost();
      loan = null;
    }
  }

  /** The server's clock, by the time stamp on a change that we make ourselves. */
  function now(): number {
    x.setProperty(window, x.atom('REPARTEE_CLOCK'), X.atom.integer, 32, Buffer.alloc(4));
    x.sync();
    events.drain();
    return serverTime;
  }

  function isOwner(): boolean {
    return x.selectionOwner(clipboard) === window;
  }

  const clientOf = (id: XWindow) => (id & ~x.resourceMask) >>> 0;
  const sameClient = (one: XWindow, other: XWindow) => clientOf(one) === clientOf(other);

  return {
    async save() {
      events.drain();
      if (loan?.open) {
        return beneath;
      }
      const found = offer ? { formats: offer.formats, complete: true } : await reader.read(clipboard);
      const saved = snapshotOf(found.formats, found.complete);
      // A loan that began meanwhile is what was read, at least in part.
      if (!loan?.open) {
        beneath = saved;
      }
      return beneath;
    },

    async lend(content) {
      const since = now();
      loan?.lost();
      offer = { formats: lentFormats(content), since };
      x.setSelectionOwner(window, clipboard, since);
      const lent = createX11Loan(sameClient, (client) =>
        server.isServing((requestor) => sameClient(requestor, client)),
      );
      loan = lent;
      if (!isOwner()) {
        giveUp(since);
        return null;
      }
      return {
        waitUntilRead: lent.waitUntilRead,
        end: lent.end,
        isOurs() {
          events.drain();
          return lent.isOurs();
        },
      };
    },

    async restore(snapshot) {
      events.drain();
      if (!isOwner()) {
        return 'kept-newer';
      }
      if (isNotRestorable(snapshot)) {
        loan?.end();
        return 'not-restorable';
      }
      const formats = electronFormats(snapshot.formats);
      loan?.end();
      if (formats.size > 0) {
        await writeFormats(electron, formats);
      } else {
        x.setSelectionOwner(X.none, clipboard, now());
        x.sync();
      }
      return 'restored';
    },

    copy: (content) => writeFormats(electron, linuxFormatsOf(content)),

    close() {
      events.close();
      x.close();
    },
  };
}
