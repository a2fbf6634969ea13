import type { XEvent, XProperty } from 'x11';
import { type Connection, eventMask, reply } from './connection.ts';
import type { DesktopHandlers, Emit } from './contract.ts';

type SelectionHandlers = Pick<
  DesktopHandlers,
  'ownSelection' | 'clearSelection' | 'selectionTargets' | 'readSelection'
>;

/** Every target name under which X programs ask for plain text, best first. */
export const textTargets = ['UTF8_STRING', 'text/plain;charset=utf-8', 'STRING', 'TEXT', 'text/plain'];

const plainText = 'text/plain';

// Some owners never answer, others pause between the pieces of a long transfer.
const answerTimeout = 1_500;
const pieceTimeout = 4_000;

// A core request holds 256 KiB at most: longer payloads are appended piece by piece.
const appendSize = 200_000;
const wholeProperty = 0x1fffffff;
const replace = 0;
const append = 2;

function words(data: Buffer): number[] {
  return Array.from({ length: data.length >> 2 }, (_, i) => data.readUInt32LE(i * 4));
}

/** The clipboard and the primary selection, as their owner and as a reader (ICCCM 2). */
export function manageSelections(
  connection: Connection,
  emit: Emit,
): { handlers: SelectionHandlers; onEvent: (event: XEvent) => void } {
  const { x, root, known, atom, atomName } = connection;
  const owned = new Map<number, Record<string, Uint8Array>>();
  const transferProperty = known('STAND_IN_SELECTION');

  let onAnswer: ((event: XEvent) => void) | null = null;
  let onPiece: (() => void) | null = null;
  let lastRead: Promise<unknown> = Promise.resolve();

  const ownWindow = x.AllocID();
  x.CreateWindow(ownWindow, root, -10, -10, 1, 1, 0, 0, 2, 0, { eventMask: eventMask.PropertyChange });

  const takeProperty = () =>
    reply<XProperty>((done) => x.GetProperty(1, ownWindow, transferProperty, 0, 0, wholeProperty, done));

  function askOwner(selection: number, target: number): Promise<XEvent | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(null), answerTimeout);
      const finish = (event: XEvent | null) => {
        clearTimeout(timer);
        onAnswer = null;
        resolve(event);
      };
      onAnswer = finish;
      x.DeleteProperty(ownWindow, transferProperty);
      x.ConvertSelection(ownWindow, selection, target, transferProperty, 0);
    });
  }

  /** The pieces of an incremental transfer; an empty piece ends it, a missing property has yet to be written. */
  async function collectPieces(): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    let deadline = Date.now() + pieceTimeout;
    while (Date.now() < deadline) {
      const piece = await takeProperty();
      if (piece.type === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 20);
          onPiece = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        onPiece = null;
      } else if (piece.data.length === 0) {
        return Buffer.concat(pieces);
      } else {
        pieces.push(Buffer.from(piece.data));
        deadline = Date.now() + pieceTimeout;
      }
    }
    return null;
  }

  async function convert(selection: number, target: number): Promise<Buffer | null> {
    const answer = await askOwner(selection, target);
    if (!answer || answer.property === 0) {
      return null;
    }
    const value = await takeProperty();
    return value.type === known('INCR') ? collectPieces() : value.data;
  }

  /** One conversion at a time: they share the transfer property. */
  function read(selection: number, target: number): Promise<Buffer | null> {
    const result = lastRead.then(() => convert(selection, target));
    lastRead = result.catch(() => null);
    return result;
  }

  function writePayload(window: number, property: number, type: number, payload: Uint8Array): void {
    const data = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
    x.ChangeProperty(replace, window, property, type, 8, data.subarray(0, appendSize));
    for (let at = appendSize; at < data.length; at += appendSize) {
      x.ChangeProperty(append, window, property, type, 8, data.subarray(at, at + appendSize));
    }
  }

  async function offeredTargets(payloads: Record<string, Uint8Array>): Promise<number[]> {
    const names = Object.keys(payloads).flatMap((name) => (name === plainText ? textTargets : [name]));
    return Promise.all(['TARGETS', 'TIMESTAMP', 'MULTIPLE', ...names].map(atom));
  }

  async function serveTarget(request: XEvent, target: number, property: number): Promise<boolean> {
    const payloads = owned.get(request.selection);
    if (!payloads) {
      return false;
    }
    if (target === known('TARGETS')) {
      const targets = await offeredTargets(payloads);
      x.ChangeProperty(replace, request.requestor, property, known('ATOM'), 32, targets);
      return true;
    }
    if (target === known('TIMESTAMP')) {
      x.ChangeProperty(replace, request.requestor, property, known('INTEGER'), 32, [request.time]);
      return true;
    }
    const name = await atomName(target);
    const payload = payloads[textTargets.includes(name) ? plainText : name];
    if (!payload) {
      return false;
    }
    const type = name === 'TEXT' ? known('UTF8_STRING') : target;
    writePayload(request.requestor, property, type, payload);
    emit('selectionRead', { target: name });
    return true;
  }

  async function serveMultiple(request: XEvent, property: number): Promise<boolean> {
    const pairs = await reply<XProperty>((done) =>
      x.GetProperty(0, request.requestor, property, known('ATOM_PAIR'), 0, 1024, done),
    );
    const atoms = words(pairs.data);
    for (let i = 0; i + 1 < atoms.length; i += 2) {
      await serveTarget(request, atoms[i] ?? 0, atoms[i + 1] ?? 0);
    }
    return true;
  }

  async function serve(request: XEvent): Promise<void> {
    // Old clients leave the property out and expect it to be named like the target.
    const property = request.property || request.target;
    const served =
      request.target === known('MULTIPLE')
        ? await serveMultiple(request, property)
        : await serveTarget(request, request.target, property);
    x.SendEvent(request.requestor, 0, 0, {
      name: 'SelectionNotify',
      time: request.time,
      requestor: request.requestor,
      selection: request.selection,
      target: request.target,
      property: served ? property : 0,
    });
  }

  return {
    handlers: {
      async ownSelection({ selection, payloads }) {
        owned.set(known(selection), payloads);
        x.SetSelectionOwner(ownWindow, known(selection), 0);
        await connection.sync();
      },

      async clearSelection({ selection }) {
        owned.delete(known(selection));
        x.SetSelectionOwner(0, known(selection), 0);
        await connection.sync();
      },

      async selectionTargets({ selection }) {
        const answer = await read(known(selection), known('TARGETS'));
        return answer ? Promise.all(words(answer).map(atomName)) : [];
      },

      async readSelection({ selection, targets }) {
        for (const target of targets) {
          const payload = await read(known(selection), await atom(target));
          if (payload) {
            return payload;
          }
        }
        return null;
      },
    },

    onEvent(event) {
      if (event.name === 'SelectionRequest') {
        serve(event).catch((error) => console.error('stand-in: serving the selection failed:', error));
      } else if (event.name === 'SelectionNotify' && event.requestor === ownWindow) {
        onAnswer?.(event);
      } else if (event.name === 'SelectionClear') {
        owned.delete(event.selection);
      } else if (event.name === 'PropertyNotify' && event.wid === ownWindow && event.state === 0) {
        onPiece?.();
      }
    },
  };
}
