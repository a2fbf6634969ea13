/**
 * The desktop thread. It alone talks to the X server and goes on serving the clipboard while the main thread waits for
 * one of its answers, as it must for Electron's synchronous calls.
 */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { XEvent } from 'x11';
import { connect, eventMask } from './connection.ts';
import type {
  DesktopHandlers,
  DesktopMessage,
  DesktopReply,
  DesktopRequest,
  Emit,
  WorkerData,
} from './contract.ts';
import { manageHotkeys } from './hotkeys.ts';
import { manageLock } from './instance-lock.ts';
import { readScreens } from './monitors.ts';
import { manageSelections } from './selections.ts';
import { manageWindows } from './windows.ts';

const { wakeUp, synchronous, lost } = workerData as WorkerData;
const main = parentPort;
if (!main) {
  throw new Error('The desktop thread needs a main thread.');
}

const tell = (message: DesktopMessage) => main.postMessage(message);
const emit: Emit = (name, payload) => tell({ kind: 'event', name, payload });

/** Ends the process from here: the main thread may be blocked in a synchronous call that nobody will answer. */
function giveUp(error: unknown): never {
  const stderr = 2;
  writeSync(stderr, `stand-in: Unable to open X display ${process.env.DISPLAY ?? ''}: ${String(error)}\n`);
  new Int32Array(lost)[0] = 1;
  writeSync(wakeUp, 'x');
  throw error;
}

const connection = await connect().catch(giveUp);
connection.x.on('error', (error) => {
  // A window may go away between an event and our request about it.
  if (process.env.REPARTEE_STAND_IN_DEBUG) {
    console.error('stand-in: X error:', error.message);
  }
});
connection.x.ChangeWindowAttributes(connection.root, {
  eventMask: eventMask.PropertyChange | eventMask.StructureNotify,
});

const windows = manageWindows(connection, emit);
const hotkeys = manageHotkeys(connection, emit);
const selections = manageSelections(connection, emit);
const handlers: DesktopHandlers = {
  ...windows.handlers,
  ...hotkeys.handlers,
  ...selections.handlers,
  ...(await readScreens(connection)),
  ...manageLock(emit),
};

function watchScreen(event: XEvent): void {
  const isRootResize = event.name === 'ConfigureNotify' && event.wid1 === connection.root;
  const isWorkArea = event.name === 'PropertyNotify' && event.atom === connection.known('_NET_WORKAREA');
  if (isRootResize || isWorkArea) {
    emit('screenChanged', null);
  }
}

connection.x.on('event', (event) => {
  windows.onEvent(event);
  hotkeys.onEvent(event);
  selections.onEvent(event);
  watchScreen(event);
});

async function answer({ id, name, argument }: DesktopRequest): Promise<DesktopReply> {
  try {
    const handler = handlers[name] as (argument: unknown) => unknown;
    return { id, value: await handler(argument) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

main.on('message', async (request: DesktopRequest) => {
  const reply = await answer(request);
  if (request.id !== 0) {
    tell({ kind: 'reply', reply });
  } else if (reply.error !== undefined && process.env.REPARTEE_STAND_IN_DEBUG) {
    console.error(`stand-in: ${request.name} failed:`, reply.error);
  }
});

synchronous.on('message', async (request: DesktopRequest) => {
  synchronous.postMessage(await answer(request));
  writeSync(wakeUp, 'x');
});

tell({ kind: 'ready' });
