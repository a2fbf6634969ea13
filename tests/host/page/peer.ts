import type { Codec, References } from './codec.ts';

/** What the two worlds of a page tell each other. */
export type PeerMessage =
  | { kind: 'expose'; key: string; value: string }
  | { kind: 'call'; id: number; args: string }
  | { kind: 'returned'; value: string }
  | { kind: 'threw'; error: string }
  | { kind: 'settled'; id: number; value?: string; error?: string };

export type Peer = {
  tell: (message: PeerMessage) => void;
  encode: (value: unknown) => string;
  decode: (text: string) => unknown;
  onExpose: (listener: (key: string, value: unknown) => void) => void;
};

/**
 * One end of the wire between a page's own world and the preload's isolated one. They share the DOM but no objects: messages
 * are synchronous CustomEvents under secret names. Runs in the page from its source text, so it may use nothing outside itself.
 */
export function makePeer(codec: Codec, outgoing: string, incoming: string): Peer {
  const dispatch = window.dispatchEvent.bind(window);
  const Envelope = CustomEvent;
  const exported = new Map<number, (...args: unknown[]) => unknown>();
  const exportedIds = new WeakMap<object, number>();
  const awaited = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let lastId = 0;
  let answer: PeerMessage | null = null;
  let exposed: (key: string, value: unknown) => void = () => {};

  const tell = (message: PeerMessage) => {
    dispatch(new Envelope(outgoing, { detail: JSON.stringify(message) }));
  };

  const references: References = {
    exportFunction(value) {
      const known = exportedIds.get(value);
      if (known !== undefined) {
        return known;
      }
      lastId += 1;
      exportedIds.set(value, lastId);
      exported.set(lastId, value);
      return lastId;
    },
    exportPromise(value) {
      lastId += 1;
      const id = lastId;
      value.then(
        (result) => tell({ kind: 'settled', id, value: encode(result) }),
        (error) => tell({ kind: 'settled', id, error: encode(error) }),
      );
      return id;
    },
    importFunction:
      (id) =>
      (...args: unknown[]) =>
        callOther(id, args),
    importPromise: (id) => new Promise((resolve, reject) => awaited.set(id, { resolve, reject })),
  };

  const encode = (value: unknown) => codec.encode(value, references);
  const decode = (text: string) => codec.decode(text, references);

  function callOther(id: number, args: unknown[]): unknown {
    answer = null;
    tell({ kind: 'call', id, args: encode(args) });
    // The event has been handled on the other side before dispatching returned.
    const answered = answer as PeerMessage | null;
    answer = null;
    if (answered?.kind === 'returned') {
      return decode(answered.value);
    }
    throw answered?.kind === 'threw' ? decode(answered.error) : new Error('The other world does not answer.');
  }

  function serveCall(id: number, args: string): void {
    try {
      const result = exported.get(id)?.(...(decode(args) as unknown[]));
      tell({ kind: 'returned', value: encode(result) });
    } catch (error) {
      tell({ kind: 'threw', error: encode(error instanceof Error ? error : new Error(String(error))) });
    }
  }

  window.addEventListener(
    incoming,
    (event) => {
      event.stopImmediatePropagation();
      const message = JSON.parse((event as CustomEvent<string>).detail) as PeerMessage;
      if (message.kind === 'expose') {
        exposed(message.key, decode(message.value));
      } else if (message.kind === 'call') {
        serveCall(message.id, message.args);
      } else if (message.kind === 'settled') {
        const waiting = awaited.get(message.id);
        awaited.delete(message.id);
        if (message.error === undefined) {
          waiting?.resolve(decode(message.value ?? 'null'));
        } else {
          waiting?.reject(decode(message.error));
        }
      } else {
        answer = message;
      }
    },
    true,
  );

  return {
    tell,
    encode,
    decode,
    onExpose: (listener) => {
      exposed = listener;
    },
  };
}
