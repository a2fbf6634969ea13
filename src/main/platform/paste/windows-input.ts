/** Virtual-key codes as in winuser.h. */
export const VK = {
  return: 0x0d,
  shift: 0x10,
  control: 0x11,
  left: 0x25,
  insert: 0x2d,
  v: 0x56,
  /** Assigned to no key: pressing it hides from a lone Alt or Windows key that nothing else was pressed. */
  mask: 0xe8,
} as const;

/** Modifiers whose release alone opens a menu. */
const MENU_MODIFIERS = [0xa4, 0xa5, 0x5b, 0x5c];

/** Left and right Shift, Control, Alt and Windows. */
export const MODIFIERS = [0xa0, 0xa1, 0xa2, 0xa3, ...MENU_MODIFIERS];

/** Shift, Control and Alt of either side, Caps Lock, Num Lock, Scroll Lock, and those of one side. */
const notOrdinary = new Set<number>([VK.shift, VK.control, 0x12, 0x14, 0x90, 0x91, ...MODIFIERS]);

/** Everything that a hotkey can end with: no mouse button, no modifier, no lock. */
export const ordinaryKeys = Array.from({ length: 0xff }, (_, key) => key).filter(
  (key) => key >= 0x08 && !notOrdinary.has(key),
);

/** Keys of the block between letters and number pad share their codes with the pad and are told apart by a flag. */
const EXTENDED_KEYS = new Set<number>([VK.left, VK.insert, 0xa3, 0xa5, 0x5b, 0x5c]);

const INPUT_BYTES = 40;
const INPUT_KEYBOARD = 1;
const EXTENDED = 0x0001;
const KEY_UP = 0x0002;
const UNICODE = 0x0004;

/** One press or release, of a key or of a UTF-16 unit. */
export type KeyInput = { key: number; up: boolean } | { unit: number; up: boolean };

/** A key pressed and released. */
export function strikeOf(key: number): KeyInput[] {
  return [
    { key, up: false },
    { key, up: true },
  ];
}

/** What releases the modifiers that are still held, without opening a menu. */
export function releaseOf(held: readonly number[]): KeyInput[] {
  const mask = held.some((key) => MENU_MODIFIERS.includes(key)) ? strikeOf(VK.mask) : [];
  return [...mask, ...held.map((key) => ({ key, up: true }))];
}

/** What types text; a line break is the Return key. */
export function typingOf(text: string): KeyInput[] {
  const inputs: KeyInput[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      inputs.push(...strikeOf(VK.return));
    }
    for (let position = 0; position < line.length; position += 1) {
      const unit = line.charCodeAt(position);
      inputs.push({ unit, up: false }, { unit, up: true });
    }
  }
  return inputs;
}

/**
 * Inputs as the array of INPUT structures that SendInput takes.
 * @param scanCode Scan code of a virtual key; programs that read scan codes ignore keys without one.
 */
export function encodeInputs(inputs: readonly KeyInput[], scanCode: (key: number) => number): Buffer {
  const bytes = Buffer.alloc(inputs.length * INPUT_BYTES);
  for (const [index, input] of inputs.entries()) {
    const start = index * INPUT_BYTES;
    bytes.writeUInt32LE(INPUT_KEYBOARD, start);
    let flags = input.up ? KEY_UP : 0;
    if ('unit' in input) {
      bytes.writeUInt16LE(input.unit, start + 10);
      flags |= UNICODE;
    } else {
      bytes.writeUInt16LE(input.key, start + 8);
      bytes.writeUInt16LE(scanCode(input.key), start + 10);
      flags |= EXTENDED_KEYS.has(input.key) ? EXTENDED : 0;
    }
    bytes.writeUInt32LE(flags, start + 12);
  }
  return bytes;
}

export const inputBytes = INPUT_BYTES;
