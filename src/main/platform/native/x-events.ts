import koffi from 'koffi';
import type { XConnection } from './x-connection.ts';

export type XEventLoop = {
  /** Handles the events that have arrived so far. */
  drain(): void;
  close(): void;
};

/** Hands every event of a connection to `onEvent` as it arrives; wakes up for events only. */
export function listenToEvents(x: XConnection, onEvent: (event: Buffer) => void): XEventLoop {
  let scheduled = false;
  let closed = false;
  const poll = koffi.node.poll(x.fileDescriptor, { readable: true }, () => {
    drain();
    if (!x.alive) {
      poll.stop();
    }
  });
  poll.unref();
  x.afterBlocking = drainSoon;

  /** The socket does not become readable for events that are in the queue already. */
  function drainSoon(): void {
    if (scheduled) {
      return;
    }
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      drain();
    });
  }

  function drain(): void {
    if (closed) {
      return;
    }
    let handled = false;
    for (let event = x.nextEvent(); event !== null; event = x.nextEvent()) {
      onEvent(event);
      handled = true;
    }
    // Only then, since flushing asks for another look at the queue.
    if (handled) {
      x.flush();
    }
  }

  function close(): void {
    closed = true;
    x.afterBlocking = () => {};
    poll.close();
  }

  return { drain, close };
}
