import { type KeyboardMapping, X, XConnection } from './x-connection.ts';

const GRAB_MODE_ASYNC = 1;
const XTEST_FAKE_INPUT = 2;

/** A connection to the X server that can also look at the keyboard and press its keys. */
export class XKeyboard extends XConnection {
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

  /** True when the server has the XTEST extension, without which no key can be pressed. */
  get canFakeKeys(): boolean {
    return this.extension('XTEST') !== null;
  }

  /** Presses or releases a key as if it came from the keyboard. */
  fakeKey(keycode: number, action: 'press' | 'release'): void {
    const request = Buffer.alloc(36);
    request.writeUInt8(XTEST_FAKE_INPUT, 1);
    request.writeUInt8(action === 'press' ? X.event.keyPress : X.event.keyRelease, 4);
    request.writeUInt8(keycode, 5);
    this.sendToExtension('XTEST', request);
  }
}
