import { X, type XWindow } from '../native/x-connection.ts';
import { listenToEvents } from '../native/x-events.ts';
import { XSelectionWatch } from '../native/x-selection-watch.ts';
import { type ClipboardDriver, type ClipboardSnapshot, emptySnapshot, isNotRestorable } from './clipboard.ts';
import { type ElectronClipboard, linuxFormatsOf, writeFormats } from './electron-clipboard.ts';
import { electronFormats, isContent, lentFormats, offeredFormats, snapshotOf } from './x11-formats.ts';
import { createX11Loan, type X11Loan } from './x11-loan.ts';
import { createSelectionReader } from './x11-selection-reader.ts';
import { createSelectionServer, type Offer } from './x11-selection-server.ts';

/**
 * Chromium 156 now and then stops in the middle of a paste until the X server sends it something, and then pastes
 * nothing, or what is on the clipboard by that time: 13 of 500 replies with a picture on a busy machine. Woken this
 * often, none of 250.
 */
const WAKE_MS = 8;

/**
 * Clipboard driver of an X11 session. It reads and lends through a connection of its own, which alone can tell who
 * has read the content. What was lent over is given back in the same way, for only then can nobody's copy come in between;
 * it goes on to Electron before a page of ours pastes: there Chromium asks the owner of the clipboard and waits for the
 * answer on the very thread that would have to give it. A copy goes through Electron at once.
 */
export function createX11ClipboardDriver(
  electron: ElectronClipboard,
  display: string | null = null,
): ClipboardDriver {
  const x = new XSelectionWatch(display);
  const clipboard = x.atom('CLIPBOARD');
  x.watchSelection(clipboard);
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
  /** How often the clipboard has had a new owner, and how often when it was last saved; null once that was lent over. */
  let changes = 0;
  let changesWhenSaved: number | null = null;

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
    } else if (x.isSelectionChange(event, clipboard)) {
      changes += 1;
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

  /**
   * Takes the clipboard, at the time that comes back; null when somebody copied after it was saved, for their copy would be
   * lost. The check and the taking are one step for the server.
   */
  function take(): number | null {
    return x.exclusively(() => {
      const since = now();
      if (offer === null && changesWhenSaved !== null && changes !== changesWhenSaved) {
        return null;
      }
      x.setSelectionOwner(window, clipboard, since);
      return since;
    });
  }

  /**
   * Offers what was saved in place of the loan, or nothing where nothing was saved; false when somebody copied meanwhile.
   * The check and the change are one step for the server. Owning the clipboard anew tells everybody that its content is
   * another one; it happens as of the time of the loan, since programs copy as of the time of the key, and the server
   * refuses what is older than the owner.
   */
  function giveBack(snapshot: ClipboardSnapshot): boolean {
    return x.exclusively(() => {
      const since = offer?.since ?? now();
      if (!isOwner()) {
        return false;
      }
      const formats = offeredFormats(snapshot.formats);
      const isEmpty = formats.size === 0;
      x.setSelectionOwner(isEmpty ? X.none : window, clipboard, since);
      offer = isEmpty ? null : { formats, since };
      return true;
    });
  }

  /** Any event will do; programs leave out messages that they do not know. */
  function wake(program: XWindow): void {
    x.sendMessage(program, 0, program, x.atom('REPARTEE_WAKE'));
    x.flush();
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
      changesWhenSaved = changes;
      const found = offer ? { formats: offer.formats, complete: true } : await reader.read(clipboard);
      const saved = snapshotOf(found.formats, found.complete);
      // A loan that began meanwhile is what was read, at least in part.
      if (!loan?.open) {
        beneath = saved;
      }
      return beneath;
    },

    async lend(content) {
      const since = take();
      changesWhenSaved = null;
      if (since === null) {
        return null;
      }
      loan?.lost();
      offer = { formats: lentFormats(content), since };
      const lent = createX11Loan(
        sameClient,
        (client) => server.isServing((requestor) => sameClient(requestor, client)),
        content.kind === 'text',
      );
      loan = lent;
      if (!isOwner()) {
        giveUp(since);
        return null;
      }
      return {
        waitUntilRead(target, timeoutMs) {
          const waking = setInterval(() => wake(Number(target.id)), WAKE_MS);
          return lent.waitUntilRead(target, timeoutMs).finally(() => clearInterval(waking));
        },
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
      if (!giveBack(snapshot)) {
        return 'kept-newer';
      }
      loan?.end();
      return 'restored';
    },

    copy: (content) => writeFormats(electron, linuxFormatsOf(content)),

    handOver() {
      events.drain();
      if (offer === null || loan?.open) {
        return null;
      }
      return writeFormats(electron, electronFormats(offer.formats));
    },

    close() {
      events.close();
      x.close();
    },
  };
}
