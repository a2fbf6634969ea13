import koffi from 'koffi';
import type { Rect } from '../focus/focus.ts';
import { type XcbLibrary, xcbLibrary } from './xcb-library.ts';

export type XWindow = number;
export type XAtom = number;

/** A property as the server holds it: its type, bits per item (0 when there is none) and bytes. */
export type XProperty = { type: XAtom; format: number; data: Buffer };

export type KeyboardMapping = { firstKeycode: number; width: number; keysyms: Uint32Array };

type XExtension = { opcode: number; firstEvent: number };

/** X11 wire constants, as in X.h and Xatom.h. */
export const X = {
  none: 0,
  currentTime: 0,
  anyPropertyType: 0,
  atom: { atom: 4, cardinal: 6, integer: 19, string: 31, window: 33, wmName: 39, wmClass: 67 },
  event: {
    keyPress: 2,
    keyRelease: 3,
    destroyNotify: 17,
    propertyNotify: 28,
    selectionClear: 29,
    selectionRequest: 30,
    selectionNotify: 31,
    clientMessage: 33,
  },
  mask: {
    structureNotify: 1 << 17,
    propertyChange: 1 << 22,
    substructureNotify: 1 << 19,
    substructureRedirect: 1 << 20,
  },
  modifier: { shift: 0, lock: 1, control: 2, mod1: 3, mod2: 4, mod3: 5, mod4: 6, mod5: 7 },
} as const;

const REPLY_HEADER_BYTES = 32;
const EVENT_MASK_ATTRIBUTE = 1 << 11;
const INPUT_ONLY = 2;
const REVERT_TO_PARENT = 2;
const MAP_STATE_VIEWABLE = 2;

/**
 * One connection to the X server. Calls that ask for something block for one round trip (tens of microseconds on a
 * local server). An error of a request is an ordinary `null`, for most of them mean that a window is gone.
 */
export class XConnection {
  readonly root: XWindow;
  /** Bits that number the resources of one client; the rest of an id tells which client owns it. */
  readonly resourceMask: number;
  readonly fileDescriptor: number;
  readonly keycodes: { first: number; last: number };
  /** Largest payload of one request, in bytes. */
  readonly maximumPayload: number;

  protected readonly xcb: XcbLibrary;
  readonly #address: unknown;
  readonly #atoms = new Map<string, XAtom>();
  readonly #extensions = new Map<string, XExtension | null>();
  #closed = false;

  /** Called after every blocking call and every flush, which may have taken events from the socket into the queue. */
  afterBlocking: () => void = () => {};

  /** Connects to `display`, or to `$DISPLAY` when it is null. Throws where there is no server to talk to. */
  constructor(display: string | null = null) {
    this.xcb = xcbLibrary();
    this.#address = this.xcb.connect(display, null);
    if (this.xcb.hasError(this.pointer) !== 0) {
      this.xcb.disconnect(this.pointer);
      throw new Error('No connection to the X server: is DISPLAY set and may this user use it?');
    }
    const setup = this.xcb.setup(this.pointer);
    const length = 8 + 4 * koffi.decode(setup, 6, 'uint16');
    const bytes = this.#bytesAt(setup, length);
    const vendorBytes = bytes.readUInt16LE(24);
    const formats = bytes.readUInt8(29);
    this.resourceMask = bytes.readUInt32LE(16);
    this.keycodes = { first: bytes.readUInt8(34), last: bytes.readUInt8(35) };
    this.root = bytes.readUInt32LE(40 + ((vendorBytes + 3) & ~3) + 8 * formats);
    this.fileDescriptor = this.xcb.fileDescriptor(this.pointer);
    this.maximumPayload = this.xcb.maximumRequestLength(this.pointer) * 4 - 64;
  }

  /** False once the server is gone; every later call then answers nothing. */
  get alive(): boolean {
    return !this.#closed && this.xcb.hasError(this.#address) === 0;
  }

  close(): void {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    this.xcb.disconnect(this.#address);
  }

  /** Sends what is waiting. While xcb waits to write it reads as well, so that events may be in the queue afterwards. */
  flush(): void {
    this.xcb.flush(this.pointer);
    this.afterBlocking();
  }

  /** Returns once the server has handled everything sent so far. */
  sync(): void {
    this.inputFocus();
  }

  /** The next event, or null when none is waiting. Errors of requests without a reply are taken out and dropped. */
  nextEvent(): Buffer | null {
    for (;;) {
      const pointer = this.xcb.pollForEvent(this.pointer);
      if (pointer === null) {
        return null;
      }
      const event = this.#bytesAt(pointer, REPLY_HEADER_BYTES);
      koffi.free(pointer);
      if (event.readUInt8(0) !== 0) {
        return event;
      }
    }
  }

  /** Throws away events and errors, for connections that want none. */
  discardEvents(): void {
    while (this.nextEvent() !== null) {
      // Nothing here waits for an event.
    }
  }

  atom(name: string): XAtom {
    const known = this.#atoms.get(name);
    if (known !== undefined) {
      return known;
    }
    const bytes = Buffer.byteLength(name);
    const reply = this.reply(this.xcb.internAtom(this.pointer, 0, bytes, name));
    const atom = reply?.readUInt32LE(8) ?? X.none;
    this.#atoms.set(name, atom);
    return atom;
  }

  atomName(atom: XAtom): string | null {
    const reply = this.reply(this.xcb.atomName(this.pointer, atom));
    return reply === null ? null : reply.toString('latin1', 32, 32 + reply.readUInt16LE(8));
  }

  /** Reads a whole property, or null when the window is gone. */
  property(window: XWindow, property: XAtom, options: { remove?: boolean } = {}): XProperty | null {
    const longs = 0x1fffffff;
    const remove = options.remove ? 1 : 0;
    const cookie = this.xcb.getProperty(this.pointer, remove, window, property, X.anyPropertyType, 0, longs);
    const reply = this.reply(cookie);
    if (reply === null) {
      return null;
    }
    const format = reply.readUInt8(1);
    const bytes = (reply.readUInt32LE(16) * format) / 8;
    return { type: reply.readUInt32LE(8), format, data: reply.subarray(32, 32 + bytes) };
  }

  /** Sets a property; `format` is the number of bits per item. */
  setProperty(window: XWindow, property: XAtom, type: XAtom, format: 8 | 32, data: Uint8Array): void {
    const items = data.byteLength / (format / 8);
    this.xcb.changeProperty(this.pointer, 0, window, property, type, format, items, data);
  }

  deleteProperty(window: XWindow, property: XAtom): void {
    this.xcb.deleteProperty(this.pointer, window, property);
  }

  /** Makes an invisible window that can own selections and hold properties. */
  createMessageWindow(eventMask: number): XWindow {
    const id: number = this.xcb.generateId(this.pointer);
    const values = Uint32Array.of(eventMask);
    this.xcb.createWindow(
      this.pointer,
      0,
      id,
      this.root,
      -1,
      -1,
      1,
      1,
      0,
      INPUT_ONLY,
      0,
      EVENT_MASK_ATTRIBUTE,
      values,
    );
    return id;
  }

  destroyWindow(window: XWindow): void {
    this.xcb.destroyWindow(this.pointer, window);
  }

  /** Chooses which events of a window come to this connection; works on other clients' windows too. */
  selectEvents(window: XWindow, eventMask: number): void {
    const values = Uint32Array.of(eventMask);
    this.xcb.changeWindowAttributes(this.pointer, window, EVENT_MASK_ATTRIBUTE, values);
  }

  /** True for a window that is mapped with all its ancestors, false for a hidden one, null for one that is gone. */
  isViewable(window: XWindow): boolean | null {
    const reply = this.reply(this.xcb.windowAttributes(this.pointer, window));
    return reply === null ? null : reply.readUInt8(26) === MAP_STATE_VIEWABLE;
  }

  parentOf(window: XWindow): XWindow | null {
    return this.reply(this.xcb.queryTree(this.pointer, window))?.readUInt32LE(12) ?? null;
  }

  /** The window's inside in pixels of the root window, without the window manager's frame. */
  bounds(window: XWindow): Rect | null {
    const geometry = this.reply(this.xcb.geometry(this.pointer, window));
    const origin = this.reply(this.xcb.translateCoordinates(this.pointer, window, this.root, 0, 0));
    if (geometry === null || origin === null) {
      return null;
    }
    return {
      x: origin.readInt16LE(12),
      y: origin.readInt16LE(14),
      width: geometry.readUInt16LE(16),
      height: geometry.readUInt16LE(18),
    };
  }

  /** Sends a message about `window` to `receiver`: its type and up to five numbers. */
  sendMessage(
    receiver: XWindow,
    eventMask: number,
    window: XWindow,
    type: XAtom,
    values: readonly number[] = [],
  ): void {
    const message = Buffer.alloc(32);
    message.writeUInt8(X.event.clientMessage, 0);
    message.writeUInt8(32, 1);
    message.writeUInt32LE(window, 4);
    message.writeUInt32LE(type, 8);
    for (const [index, value] of values.entries()) {
      message.writeUInt32LE(value, 12 + 4 * index);
    }
    this.sendEvent(receiver, eventMask, message);
  }

  /** Sends a 32-byte event to a window. */
  sendEvent(window: XWindow, eventMask: number, event: Uint8Array): void {
    this.xcb.sendEvent(this.pointer, 0, window, eventMask, event);
  }

  /** The window that gets key presses; 0 and 1 mean none and "whatever is under the pointer". */
  inputFocus(): XWindow {
    return this.reply(this.xcb.inputFocus(this.pointer))?.readUInt32LE(8) ?? X.none;
  }

  setInputFocus(window: XWindow, time: number): void {
    this.xcb.setInputFocus(this.pointer, REVERT_TO_PARENT, window, time);
  }

  selectionOwner(selection: XAtom): XWindow {
    return this.reply(this.xcb.selectionOwner(this.pointer, selection))?.readUInt32LE(8) ?? X.none;
  }

  setSelectionOwner(owner: XWindow, selection: XAtom, time: number): void {
    this.xcb.setSelectionOwner(this.pointer, owner, selection, time);
  }

  convertSelection(requestor: XWindow, selection: XAtom, target: XAtom, property: XAtom, time: number): void {
    this.xcb.convertSelection(this.pointer, requestor, selection, target, property, time);
  }

  /** Runs `work` while the server serves nobody else, so that nothing can change between a check and an act. */
  exclusively<T>(work: () => T): T {
    this.xcb.grabServer(this.pointer);
    try {
      return work();
    } finally {
      this.xcb.ungrabServer(this.pointer);
      this.sync();
    }
  }

  /** Using a closed connection would read freed memory. */
  protected get pointer(): unknown {
    if (this.#closed) {
      throw new Error('The X connection is closed');
    }
    return this.#address;
  }

  /** Waits for the answer to a request; null when the server answered with an error. */
  protected reply(cookie: number): Buffer | null {
    const error: unknown[] = [null];
    const pointer = this.xcb.waitForReply(this.pointer, cookie, error);
    if (error[0] !== null && error[0] !== undefined) {
      koffi.free(error[0]);
    }
    this.afterBlocking();
    if (pointer === null) {
      return null;
    }
    const length = REPLY_HEADER_BYTES + 4 * koffi.decode(pointer, 4, 'uint32');
    const bytes = this.#bytesAt(pointer, length);
    koffi.free(pointer);
    return bytes;
  }

  /** Numbers of an extension's requests and of its first event, or null when the server lacks it. */
  protected extension(name: string): XExtension | null {
    const known = this.#extensions.get(name);
    if (known !== undefined) {
      return known;
    }
    const reply = this.reply(this.xcb.queryExtension(this.pointer, name.length, name));
    const isThere = reply?.readUInt8(8) === 1;
    const extension = isThere ? { opcode: reply.readUInt8(9), firstEvent: reply.readUInt8(10) } : null;
    this.#extensions.set(name, extension);
    return extension;
  }

  /**
   * Sends a request to an extension and returns the cookie for `reply`, where there is one; 0 when the server lacks the
   * extension. xcb's own libraries of extensions are not on every desktop, while the few requests needed are some
   * bytes each. `xcb_send_request` wants two free entries before the vector that it is given.
   */
  protected sendToExtension(name: string, data: Buffer, hasReply = false): number {
    const extension = this.extension(name);
    if (extension === null) {
      return 0;
    }
    const entry = 16;
    const vector = koffi.alloc('uint8', 3 * entry);
    const request = koffi.alloc('uint8', 32);
    const payload = koffi.alloc('uint8', data.length);
    koffi.encode(payload, 'uint8', [...data], data.length);
    koffi.encode(vector, 2 * entry, 'uint64', payload);
    koffi.encode(vector, 2 * entry + 8, 'uint64', data.length);
    koffi.encode(request, 0, 'uint64', 1);
    koffi.encode(request, 8, 'uint64', 0);
    koffi.encode(request, 16, 'uint8', extension.opcode);
    koffi.encode(request, 17, 'uint8', hasReply ? 0 : 1);
    const cookie: number = this.xcb.sendRequest(this.pointer, 0, vector + BigInt(2 * entry), request);
    koffi.free(vector);
    koffi.free(request);
    koffi.free(payload);
    return cookie;
  }

  /** Copies memory: Electron forbids buffers that look at memory outside its own heap. */
  #bytesAt(pointer: unknown, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    this.xcb.copyMemory(bytes, pointer, length);
    return bytes;
  }
}
