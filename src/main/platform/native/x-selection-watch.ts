import { type XAtom, XConnection } from './x-connection.ts';

const QUERY_VERSION = 0;
const SELECT_SELECTION_INPUT = 2;
const SET_SELECTION_OWNER_MASK = 1;

/** A connection to the X server that hears of every copy, whoever makes it. */
export class XSelectionWatch extends XConnection {
  #changeEvent: number | null = null;

  /** Asks for an event at each change of the owner of `selection`; there are none where the server lacks XFIXES. */
  watchSelection(selection: XAtom): void {
    // The server refuses everything else until it was asked which version it speaks.
    const version = request(QUERY_VERSION, [1, 0]);
    if (this.reply(this.sendToExtension('XFIXES', version, true)) === null) {
      return;
    }
    const wanted = request(SELECT_SELECTION_INPUT, [this.root, selection, SET_SELECTION_OWNER_MASK]);
    this.sendToExtension('XFIXES', wanted);
    this.#changeEvent = this.extension('XFIXES')?.firstEvent ?? null;
    this.sync();
  }

  /** True for an event that says that `selection` has a new owner. */
  isSelectionChange(event: Buffer, selection: XAtom): boolean {
    const type = event.readUInt8(0) & 0x7f;
    return this.#changeEvent !== null && type === this.#changeEvent && event.readUInt32LE(12) === selection;
  }
}

/** A request of an extension: its number and its 32-bit arguments. xcb fills in the rest of the header. */
function request(number: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * values.length);
  bytes.writeUInt8(number, 1);
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value, 4 + 4 * index);
  });
  return bytes;
}
