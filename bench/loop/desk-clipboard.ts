import type { X11Formats } from '../../src/main/platform/clipboard/x11-formats.ts';
import { createSelectionReader } from '../../src/main/platform/clipboard/x11-selection-reader.ts';
import { createSelectionServer, type Offer } from '../../src/main/platform/clipboard/x11-selection-server.ts';
import { X } from '../../src/main/platform/native/x-connection.ts';
import { listenToEvents } from '../../src/main/platform/native/x-events.ts';
import { XSelectionWatch } from '../../src/main/platform/native/x-selection-watch.ts';

/** The clipboard as another program sees it, with no process started for a copy or a look. */
export type DeskClipboard = {
  /** Copies, as the user would in another program. An empty map empties the clipboard. */
  copy: (formats: X11Formats) => void;
  /** Everything that the clipboard offers at the moment. */
  read: () => Promise<X11Formats>;
  /** How often somebody has taken the clipboard, for the first time or anew. */
  changes: () => number;
  /** True while what `copy` put there is what the clipboard holds by right: nobody has copied since. */
  isOurs: () => boolean;
  close: () => void;
};

/** Formats of copied text, as most programs offer it. */
export function textFormats(text: string): X11Formats {
  const bytes = Buffer.from(text, 'utf8');
  return new Map(['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain'].map((name) => [name, bytes]));
}

/** The text among formats; null when there is none. */
export function textOfFormats(formats: X11Formats): string | null {
  const bytes = ['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain']
    .map((name) => formats.get(name))
    .find((found) => found !== undefined);
  return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
}

/** Takes part in the clipboard of a display: `:3`. */
export function openDeskClipboard(display: string): DeskClipboard {
  const x = new XSelectionWatch(display);
  const clipboard = x.atom('CLIPBOARD');
  x.watchSelection(clipboard);
  const window = x.createMessageWindow(X.mask.propertyChange);
  const server = createSelectionServer(x);
  const reader = createSelectionReader(x);
  let offer: Offer | null = null;
  let changes = 0;

  const events = listenToEvents(x, (event) => {
    const type = event.readUInt8(0) & 0x7f;
    if (type === X.event.selectionRequest) server.answer(event, offer, () => {});
    else if (type === X.event.selectionClear) {
      // It may tell of a loss before the copy that was made since.
      if (owner() !== window) offer = null;
    } else if (x.isSelectionChange(event, clipboard)) {
      changes += 1;
    } else {
      server.handle(event);
      reader.handle(event);
    }
  });
  const owner = () => x.selectionOwner(clipboard);

  return {
    copy(formats) {
      events.drain();
      offer = formats.size > 0 ? { formats, since: X.currentTime } : null;
      x.setSelectionOwner(offer === null ? X.none : window, clipboard, X.currentTime);
      x.sync();
    },
    async read() {
      events.drain();
      if (owner() === window && offer !== null) return offer.formats;
      return (await reader.read(clipboard)).formats;
    },
    changes() {
      events.drain();
      return changes;
    },
    isOurs: () => owner() === window,
    close() {
      events.close();
      x.close();
    },
  };
}
