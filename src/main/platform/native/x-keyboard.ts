import koffi from 'koffi';
import { type KeyboardMapping, X, XConnection } from './x-connection.ts';

const GRAB_MODE_ASYNC = 1;
const XTEST_FAKE_INPUT = 2;

/** A connection to the X server that can also look at the keyboard and press its keys. */
export class XKeyboard extends XConnection {
  #xtestOpcode: number | null = null;

  /** Numbers of the keys that are down at this moment. */
  heldKeycodes(): number[] {
    const reply = this.reply(this.xcb.queryKeymap(this.pointer));
    const held: number[] = [];
    for (let keycode = 0; reply !== null && keycode < 256; keycode += 1) {
      if (((reply[8 + (keycode >> 3)] ?? 0) >> (keycode & 7)) & 1) {
        held.push(keycode);
      }
    }
    return held;
  }

  /** The keycodes of each of the eight modifiers, in the order of `X.modifier`. */
  modifierKeycodes(): number[][] {
    const reply = this.reply(this.xcb.modifierMapping(this.pointer));
    const width = reply?.readUInt8(1) ?? 0;
    return Array.from({ length: 8 }, (_, row) => {
      const start = 32 + row * width;
      return [...(reply?.subarray(start, start + width) ?? [])].filter((keycode) => keycode !== 0);
    });
  }

  keyboardMapping(): KeyboardMapping {
    const { first, last } = this.keycodes;
    const reply = this.reply(this.xcb.keyboardMapping(this.pointer, first, last - first + 1));
    const width = reply?.readUInt8(1) ?? 0;
    const keysyms = new Uint32Array(width * (last - first + 1));
    for (let index = 0; reply !== null && index < keysyms.length; index += 1) {
      keysyms[index] = reply.readUInt32LE(32 + 4 * index);
    }
    return { firstKeycode: first, width, keysyms };
  }

  /** Gives each of a row of keys, beginning with `first`, one meaning with and without Shift. */
  setKeysyms(first: number, keysyms: readonly number[]): void {
    const values = Uint32Array.from(keysyms.flatMap((keysym) => [keysym, keysym]));
    this.xcb.changeKeyboardMapping(this.pointer, keysyms.length, first, 2, values);
  }

  /** Takes the keyboard for itself and gives it back at once; false when another client holds it. */
  keyboardIsFree(): boolean {
    const cookie = this.xcb.grabKeyboard(
      this.pointer,
      1,
      this.root,
      X.currentTime,
      GRAB_MODE_ASYNC,
      GRAB_MODE_ASYNC,
    );
    const free = this.reply(cookie)?.readUInt8(1) === 0;
    if (free) {
      this.xcb.ungrabKeyboard(this.pointer, X.currentTime);
    }
    return free;
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

  /** True when the server has the XTEST extension, without which no key can be pressed. */
  get canFakeKeys(): boolean {
    return this.#xtest() !== 0;
  }

  /** Presses or releases a key as if it came from the keyboard. */
  fakeKey(keycode: number, action: 'press' | 'release'): void {
    const request = Buffer.alloc(36);
    request.writeUInt8(XTEST_FAKE_INPUT, 1);
    request.writeUInt8(action === 'press' ? X.event.keyPress : X.event.keyRelease, 4);
    request.writeUInt8(keycode, 5);
    this.#sendRaw(this.#xtest(), request);
  }

  #xtest(): number {
    if (this.#xtestOpcode === null) {
      const reply = this.reply(this.xcb.queryExtension(this.pointer, 5, 'XTEST'));
      this.#xtestOpcode = reply?.readUInt8(8) === 1 ? reply.readUInt8(9) : 0;
    }
    return this.#xtestOpcode;
  }

  /**
   * Sends a request of an extension that has no reply. xcb's own library of XTEST is not on every desktop, while the
   * one request needed is 36 bytes. `xcb_send_request` wants two free entries before the vector that it is given.
   */
  #sendRaw(opcode: number, data: Buffer): void {
    const entry = 16;
    const vector = koffi.alloc('uint8', 3 * entry);
    const request = koffi.alloc('uint8', 32);
    const payload = koffi.alloc('uint8', data.length);
    koffi.encode(payload, 'uint8', [...data], data.length);
    koffi.encode(vector, 2 * entry, 'uint64', payload);
    koffi.encode(vector, 2 * entry + 8, 'uint64', data.length);
    koffi.encode(request, 0, 'uint64', 1);
    koffi.encode(request, 8, 'uint64', 0);
    koffi.encode(request, 16, 'uint8', opcode);
    koffi.encode(request, 17, 'uint8', 1);
    this.xcb.sendRequest(this.pointer, 0, vector + BigInt(2 * entry), request);
    koffi.free(vector);
    koffi.free(request);
    koffi.free(payload);
  }
}
