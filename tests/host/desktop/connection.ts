import x11, { type XClient, type XDisplay, type XEvent } from 'x11';

/** Event masks of the core protocol, by the names of its specification. */
export const eventMask = x11.eventMask;

/** The one connection to the X server, with promises in place of callbacks. */
export type Connection = {
  x: XClient;
  root: number;
  screen: { width: number; height: number };
  /** The number of an atom by name, interned on first use. */
  atom: (name: string) => Promise<number>;
  /** The number of an atom that was interned when the connection was made. */
  known: (name: string) => number;
  atomName: (atom: number) => Promise<string>;
  /** A property as a list of 32-bit numbers; empty when the window or the property is not there. */
  numbers: (window: number, property: string) => Promise<number[]>;
  setNumbers: (window: number, property: string, type: string, values: number[]) => void;
  /** The keycode that yields the named keysym (`space`, `v`, `F5`) without or with Shift, or 0. */
  keycode: (keysym: string) => number;
  /** Resolves when the server has handled everything sent so far. */
  sync: () => Promise<void>;
};

const internedAtStart = [
  'ATOM',
  'ATOM_PAIR',
  'CARDINAL',
  'CLIPBOARD',
  'INCR',
  'INTEGER',
  'MULTIPLE',
  'PRIMARY',
  'STAND_IN_SELECTION',
  'TARGETS',
  'TIMESTAMP',
  'UTF8_STRING',
  'WM_NORMAL_HINTS',
  'WM_SIZE_HINTS',
  '_MOTIF_WM_HINTS',
  '_NET_ACTIVE_WINDOW',
  '_NET_CLIENT_LIST',
  '_NET_WM_PID',
  '_NET_WM_STATE',
  '_NET_WM_STATE_ABOVE',
  '_NET_WM_STATE_HIDDEN',
  '_NET_WM_STATE_SKIP_PAGER',
  '_NET_WM_STATE_SKIP_TASKBAR',
  '_NET_WM_STATE_STICKY',
  '_NET_WM_WINDOW_OPACITY',
  '_NET_WORKAREA',
];

/** Turns one callback request into a promise. */
export function reply<Value>(
  request: (done: (error: Error | null, value: Value) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    request((error, value) => {
      if (error) {
        reject(error);
      } else {
        resolve(value);
      }
      // The package then knows that the error is dealt with and does not raise it again.
      return true;
    });
  });
}

function keycodeTable(mapping: number[][], first: number): (keysym: string) => number {
  return (keysym) => {
    const code = x11.keySyms[`XK_${keysym}`]?.code;
    for (const column of [0, 1]) {
      const row = mapping.findIndex((symbols) => symbols[column] === code);
      if (code !== undefined && row >= 0) {
        return first + row;
      }
    }
    return 0;
  };
}

/** Connects to the display of the environment. */
export async function connect(): Promise<Connection> {
  const display = await reply<XDisplay>((done) => x11.createClient(done));
  const { client: x, min_keycode: first, max_keycode: last } = display;
  const screen = display.screen[0];
  if (!screen) {
    throw new Error('The X server has no screen.');
  }

  const atoms = new Map<string, number>();
  const atom = async (name: string) => {
    const found = atoms.get(name) ?? (await reply<number>((done) => x.InternAtom(false, name, done)));
    atoms.set(name, found);
    return found;
  };
  await Promise.all(internedAtStart.map(atom));
  const known = (name: string) => {
    const found = atoms.get(name);
    if (found === undefined) {
      throw new Error(`The atom ${name} was not interned at the start.`);
    }
    return found;
  };

  const mapping = await reply<number[][]>((done) => x.GetKeyboardMapping(first, last - first + 1, done));

  return {
    x,
    root: screen.root,
    screen: { width: screen.pixel_width, height: screen.pixel_height },
    atom,
    known,
    atomName: (number) => reply((done) => x.GetAtomName(number, done)),
    async numbers(window, property) {
      const value = await reply<{ data: Buffer }>((done) =>
        x.GetProperty(0, window, known(property), 0, 0, 4096, done),
      ).catch(() => ({ data: Buffer.alloc(0) }));
      return Array.from({ length: value.data.length >> 2 }, (_, i) => value.data.readUInt32LE(i * 4));
    },
    setNumbers: (window, property, type, values) =>
      x.ChangeProperty(0, window, known(property), known(type), 32, values),
    keycode: keycodeTable(mapping, first),
    sync: async () => void (await reply((done) => x.GetInputFocus(done))),
  };
}

/** Whether another client made the event with SendEvent. */
export function isSynthetic(event: XEvent): boolean {
  return ((event.rawData[0] ?? 0) & 0x80) !== 0;
}
