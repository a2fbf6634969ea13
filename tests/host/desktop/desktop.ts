import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type {
  Argument,
  DesktopCall,
  DesktopEvents,
  DesktopMessage,
  DesktopReply,
  DesktopRequest,
  Outcome,
  WorkerData,
} from './contract.ts';

type Pending = { resolve: (value: never) => void; reject: (error: Error) => void };

/**
 * A pipe that the desktop thread writes one byte into per synchronous answer. Not Atomics.wait: while that waits, an inspector
 * message (Playwright's `evaluate`) can run script which waits again, and the nested wait corrupts V8's list of waiters.
 */
function openWakeUpPipe(): number {
  const path = join(tmpdir(), `stand-in-${process.pid}-${Date.now()}`);
  execFileSync('mkfifo', ['-m', '600', path]);
  const descriptor = openSync(path, constants.O_RDWR);
  unlinkSync(path);
  return descriptor;
}

const wakeUp = openWakeUpPipe();
const oneByte = Buffer.alloc(1);
const { port1: synchronous, port2: workerEnd } = new MessageChannel();
const lost = new SharedArrayBuffer(4);
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  workerData: { wakeUp, synchronous: workerEnd, lost } satisfies WorkerData,
  transferList: [workerEnd],
  execArgv: [],
});
worker.unref();
synchronous.unref();

let lastId = 0;
const pending = new Map<number, Pending>();
const synchronousReplies = new Map<number, DesktopReply>();
const ready = Promise.withResolvers<void>();

/** What happens on the display; names and payloads are those of `DesktopEvents`. */
export const desktopEvents = new EventEmitter<{ [Name in keyof DesktopEvents]: [DesktopEvents[Name]] }>();

/** Resolves when the desktop thread is connected to the display. */
export const desktopReady = ready.promise;

worker.on('message', (message: DesktopMessage) => {
  if (message.kind === 'ready') {
    ready.resolve();
  } else if (message.kind === 'event') {
    desktopEvents.emit(message.name, message.payload as never);
  } else {
    const { id, value, error } = message.reply;
    const waiting = pending.get(id);
    pending.delete(id);
    if (error === undefined) {
      waiting?.resolve(value as never);
    } else {
      waiting?.reject(new Error(error));
    }
  }
});

const exitWithoutDisplay = 70;

worker.on('error', (error) => {
  console.error('stand-in: the desktop thread failed:', error);
  process.exit(exitWithoutDisplay);
});

/** Asks the desktop thread. */
export function call<Name extends DesktopCall>(name: Name, argument: Argument<Name>): Promise<Outcome<Name>> {
  lastId += 1;
  const request: DesktopRequest = { id: lastId, name, argument };
  return new Promise((resolve, reject) => {
    pending.set(request.id, { resolve, reject });
    worker.postMessage(request);
  });
}

/** Tells the desktop thread without waiting; calls are handled in order. */
export function post<Name extends DesktopCall>(name: Name, argument: Argument<Name>): void {
  worker.postMessage({ id: 0, name, argument } satisfies DesktopRequest);
}

/** Asks the desktop thread and blocks until it has answered, for the calls that are synchronous in Electron. */
export function callSync<Name extends DesktopCall>(name: Name, argument: Argument<Name>): Outcome<Name> {
  lastId += 1;
  const id = lastId;
  synchronous.postMessage({ id, name, argument } satisfies DesktopRequest);
  for (;;) {
    for (let next = receiveMessageOnPort(synchronous); next; next = receiveMessageOnPort(synchronous)) {
      const reply = next.message as DesktopReply;
      synchronousReplies.set(reply.id, reply);
    }
    const reply = synchronousReplies.get(id);
    if (reply) {
      synchronousReplies.delete(id);
      if (reply.error !== undefined) {
        throw new Error(reply.error);
      }
      return reply.value as Outcome<Name>;
    }
    // A call nested by the inspector may take our byte and leave us its own: the map makes up for it.
    readSync(wakeUp, oneByte, 0, 1, null);
    if (new Int32Array(lost)[0] !== 0) {
      process.exit(exitWithoutDisplay);
    }
  }
}
