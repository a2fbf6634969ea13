import { X, type XAtom, type XConnection, type XProperty, type XWindow } from '../native/x-connection.ts';
import { targetsToSave, type X11Formats } from './x11-formats.ts';

/** An owner that has not answered by then is stuck; the agent's paste must not be. */
const PATIENCE_MS = 1_000;

/** Enough for any picture of a screen; more is not held in memory for the sake of one paste. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One reading under way; cut short when the owner is too slow or its content too large. */
type Reading = { window: XWindow; deadline: number; cutShort: boolean };

export type SelectionReader = {
  /** Everything worth saving that the present owner of `selection` gives in time; empty when nobody owns it. */
  read(selection: XAtom): Promise<{ formats: X11Formats; complete: boolean }>;
  /** Passes on SelectionNotify and PropertyNotify events. */
  handle(event: Buffer): void;
};

/** Reads selections of other clients without ever blocking the process. */
export function createSelectionReader(x: XConnection): SelectionReader {
  /** Those that wait for the next event of their window. */
  const waiting = new Map<XWindow, (event: Buffer) => void>();

  async function read(selection: XAtom): Promise<{ formats: X11Formats; complete: boolean }> {
    const formats = new Map<string, Uint8Array>();
    if (x.selectionOwner(selection) === X.none) {
      return { formats, complete: true };
    }
    // A window of its own for each reading, so that an answer that comes too late reaches nobody.
    const window = x.createMessageWindow(X.mask.propertyChange);
    const reading: Reading = { window, deadline: performance.now() + PATIENCE_MS, cutShort: false };
    try {
      const offered = await convert(reading, selection, x.atom('TARGETS'));
      let bytes = 0;
      for (const target of targetsToSave(offeredNames(offered))) {
        const value = await convert(reading, selection, x.atom(target));
        bytes += value?.data.byteLength ?? 0;
        reading.cutShort ||= bytes > MOST_BYTES;
        if (reading.cutShort) {
          break;
        }
        // Formats of 16- and 32-bit items are handles that mean something to the owner alone.
        if (value?.format === 8) {
          formats.set(target, value.data);
        }
      }
    } finally {
      waiting.delete(window);
      if (x.alive) {
        x.destroyWindow(window);
        x.flush();
      }
    }
    return { formats, complete: !reading.cutShort };
  }

  function offeredNames(targets: XProperty | null): string[] {
    const names: string[] = [];
    for (let offset = 0; targets?.format === 32 && offset + 4 <= targets.data.length; offset += 4) {
      const name = x.atomName(targets.data.readUInt32LE(offset));
      if (name !== null) {
        names.push(name);
      }
    }
    return names;
  }

  async function convert(reading: Reading, selection: XAtom, target: XAtom): Promise<XProperty | null> {
    const { window } = reading;
    const property = x.atom('REPARTEE_SELECTION');
    x.deleteProperty(window, property);
    x.convertSelection(window, selection, target, property, X.currentTime);
    x.flush();
    const notified = await nextEvent(reading, (event) => {
      return typeOf(event) === X.event.selectionNotify && event.readUInt32LE(16) === target;
    });
    if (notified === null || notified.readUInt32LE(20) === X.none) {
      return null;
    }
    const value = x.property(window, property, { remove: true });
    return value?.type === x.atom('INCR') ? receivePieces(reading, property) : value;
  }

  async function receivePieces(reading: Reading, property: XAtom): Promise<XProperty | null> {
    const { window } = reading;
    const pieces: Buffer[] = [];
    let bytes = 0;
    x.flush();
    for (;;) {
      const arrived = await nextEvent(reading, (event) => {
        const isNew = event.readUInt8(16) === 0;
        return typeOf(event) === X.event.propertyNotify && event.readUInt32LE(8) === property && isNew;
      });
      const piece = arrived && x.property(window, property, { remove: true });
      if (piece === null || bytes > MOST_BYTES) {
        return null;
      }
      x.flush();
      if (piece.data.byteLength === 0) {
        return { type: piece.type, format: 8, data: Buffer.concat(pieces) };
      }
      pieces.push(piece.data);
      bytes += piece.data.byteLength;
    }
  }

  function nextEvent(reading: Reading, isWanted: (event: Buffer) => boolean): Promise<Buffer | null> {
    return new Promise((resolve) => {
      const finish = (event: Buffer | null) => {
        clearTimeout(timer);
        waiting.delete(reading.window);
        resolve(event);
      };
      const giveUp = () => {
        reading.cutShort = true;
        finish(null);
      };
      const timer = setTimeout(giveUp, Math.max(0, reading.deadline - performance.now()));
      waiting.set(reading.window, (event) => {
        if (isWanted(event)) {
          finish(event);
        }
      });
    });
  }

  return {
    read,
    handle(event) {
      const type = typeOf(event);
      if (type === X.event.selectionNotify) {
        waiting.get(event.readUInt32LE(8))?.(event);
      } else if (type === X.event.propertyNotify) {
        waiting.get(event.readUInt32LE(4))?.(event);
      }
    },
  };
}

function typeOf(event: Buffer): number {
  return event.readUInt8(0) & 0x7f;
}
