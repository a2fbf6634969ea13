import { X, type XAtom, type XConnection, type XWindow } from '../native/x-connection.ts';
import type { X11Formats } from './x11-formats.ts';

/** What a selection offers at the moment, and since when (server time). */
export type Offer = { formats: X11Formats; since: number };

/** Larger contents go in pieces of this size, as the Inter-Client Communication Conventions ask ("INCR"). */
const PIECE_BYTES = 256 * 1024;

type Incremental = {
  requestor: XWindow;
  property: XAtom;
  type: XAtom;
  data: Uint8Array;
  sent: number;
  done: () => void;
};

export type SelectionServer = {
  /**
   * Answers a SelectionRequest from `offer`; with no offer the request is refused.
   * @param onServed Called with the requesting window and the target's name once its data has all been handed over.
   */
  answer(request: Buffer, offer: Offer | null, onServed: (requestor: XWindow, target: string) => void): void;
  /** Passes on PropertyNotify and DestroyNotify events, by which long transfers go on or end. */
  handle(event: Buffer): void;
  /** True while `window`'s client takes something in pieces. */
  isServing(sameClient: (window: XWindow) => boolean): boolean;
};

/** Serves the contents of selections that this connection owns. */
export function createSelectionServer(x: XConnection): SelectionServer {
  const pieceBytes = Math.min(PIECE_BYTES, x.maximumPayload);
  const running = new Map<string, Incremental>();

  function answer(request: Buffer, offer: Offer | null, onServed: (w: XWindow, t: string) => void): void {
    const requestor = request.readUInt32LE(12);
    const target = request.readUInt32LE(20);
    // Clients from before ICCCM name no property and expect the target's name.
    const property = request.readUInt32LE(24) || target;
    const served =
      offer !== null &&
      (target === x.atom('MULTIPLE')
        ? convertMultiple(requestor, property, offer, onServed)
        : convert(requestor, target, property, offer, onServed));
    const notify = Buffer.alloc(32);
    notify.writeUInt8(X.event.selectionNotify, 0);
    request.copy(notify, 4, 4, 8);
    notify.writeUInt32LE(requestor, 8);
    request.copy(notify, 12, 16, 24);
    notify.writeUInt32LE(served ? property : X.none, 20);
    x.sendEvent(requestor, 0, notify);
    x.flush();
  }

  function convert(
    requestor: XWindow,
    target: XAtom,
    property: XAtom,
    offer: Offer,
    onServed: (requestor: XWindow, target: string) => void,
  ): boolean {
    if (target === x.atom('TARGETS')) {
      const names = ['TARGETS', 'TIMESTAMP', 'MULTIPLE', ...offer.formats.keys()];
      x.setProperty(requestor, property, X.atom.atom, 32, longs(names.map((name) => x.atom(name))));
      return true;
    }
    if (target === x.atom('TIMESTAMP')) {
      x.setProperty(requestor, property, X.atom.integer, 32, longs([offer.since]));
      return true;
    }
    const found = [...offer.formats].find(([name]) => x.atom(name) === target);
    if (found === undefined) {
      return false;
    }
    const [name, data] = found;
    // TEXT means "whatever encoding the owner likes" and is never the type of a property itself.
    const type = name === 'TEXT' ? x.atom('UTF8_STRING') : target;
    const done = () => onServed(requestor, name);
    if (data.byteLength <= pieceBytes) {
      x.setProperty(requestor, property, type, 8, data);
      done();
    } else {
      startPieces({ requestor, property, type, data, sent: 0, done });
    }
    return true;
  }

  /** The property lists pairs of target and property; the pairs that fail are struck out in it. */
  function convertMultiple(
    requestor: XWindow,
    property: XAtom,
    offer: Offer,
    onServed: (requestor: XWindow, target: string) => void,
  ): boolean {
    const pairs = x.property(requestor, property);
    if (pairs === null || pairs.format !== 32) {
      return false;
    }
    const answered = Buffer.from(pairs.data);
    for (let offset = 0; offset + 8 <= answered.length; offset += 8) {
      const target = answered.readUInt32LE(offset);
      const into = answered.readUInt32LE(offset + 4);
      if (into === X.none || !convert(requestor, target, into, offer, onServed)) {
        answered.writeUInt32LE(X.none, offset + 4);
      }
    }
    x.setProperty(requestor, property, pairs.type, 32, answered);
    return true;
  }

  function startPieces(transfer: Incremental): void {
    running.set(keyOf(transfer.requestor, transfer.property), transfer);
    x.selectEvents(transfer.requestor, X.mask.propertyChange | X.mask.structureNotify);
    const size = longs([transfer.data.byteLength]);
    x.setProperty(transfer.requestor, transfer.property, x.atom('INCR'), 32, size);
  }

  /** The requestor removes each piece once it has read it; an empty one tells it that there are no more. */
  function sendPiece(transfer: Incremental): void {
    const piece = transfer.data.subarray(transfer.sent, transfer.sent + pieceBytes);
    x.setProperty(transfer.requestor, transfer.property, transfer.type, 8, piece);
    transfer.sent += piece.byteLength;
    if (piece.byteLength === 0) {
      finish(transfer);
      transfer.done();
    }
  }

  function finish(transfer: Incremental): void {
    running.delete(keyOf(transfer.requestor, transfer.property));
    const others = [...running.values()].some((other) => other.requestor === transfer.requestor);
    if (!others) {
      x.selectEvents(transfer.requestor, 0);
    }
  }

  function handle(event: Buffer): void {
    const type = event.readUInt8(0) & 0x7f;
    if (type === X.event.propertyNotify) {
      const transfer = running.get(keyOf(event.readUInt32LE(4), event.readUInt32LE(8)));
      const removed = event.readUInt8(16) === 1;
      if (transfer !== undefined && removed) {
        sendPiece(transfer);
      }
    } else if (type === X.event.destroyNotify) {
      const window = event.readUInt32LE(8);
      for (const transfer of [...running.values()].filter((other) => other.requestor === window)) {
        finish(transfer);
      }
    }
  }

  return {
    answer,
    handle,
    isServing: (sameClient) => [...running.values()].some((transfer) => sameClient(transfer.requestor)),
  };
}

function keyOf(window: XWindow, property: XAtom): string {
  return `${window}:${property}`;
}

/** 32-bit items as property data. */
function longs(values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}
