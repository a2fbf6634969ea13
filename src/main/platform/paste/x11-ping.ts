import { setTimeout as delay } from 'node:timers/promises';
import type { TargetWindow } from '../focus/focus.ts';
import { windowId } from '../focus/x11-window.ts';
import { X, type XConnection, type XWindow } from '../native/x-connection.ts';

const POLL_MS = 2;

/** `unsupported` where the target's program does not take part, as xterm does not. */
export type PingOutcome = 'answered' | 'silent' | 'unsupported';

let pings = 0;

/**
 * Waits until the target's program has read everything that it was sent before, keys and new meanings of keys among it: it
 * answers `_NET_WM_PING` of the window-manager specification in its turn.
 */
export async function pingTarget(
  x: XConnection,
  target: TargetWindow,
  patienceMs: number,
): Promise<PingOutcome> {
  const window = windowId(target);
  if (!takesPart(x, window)) return 'unsupported';

  pings += 1;
  // Programs answer to the root window, where who asks for it hears of it.
  x.selectEvents(x.root, X.mask.substructureNotify);
  // The number stands where a window manager writes the time: programs send back what they were sent.
  x.sendMessage(window, 0, window, x.atom('WM_PROTOCOLS'), [x.atom('_NET_WM_PING'), pings, window]);
  x.flush();
  const deadline = performance.now() + patienceMs;
  try {
    while (performance.now() < deadline) {
      for (let event = x.nextEvent(); event !== null; event = x.nextEvent())
        if (isAnswer(x, event, pings)) return 'answered';
      if (!x.alive) return 'silent';
      await delay(POLL_MS);
    }
    return 'silent';
  } finally {
    x.selectEvents(x.root, 0);
    x.flush();
  }
}

function takesPart(x: XConnection, window: XWindow): boolean {
  const protocols = x.property(window, x.atom('WM_PROTOCOLS'));
  if (protocols?.format !== 32) return false;
  const ping = x.atom('_NET_WM_PING');
  for (let offset = 0; offset < protocols.data.length; offset += 4)
    if (protocols.data.readUInt32LE(offset) === ping) return true;
  return false;
}

function isAnswer(x: XConnection, event: Buffer, number: number): boolean {
  // The highest bit says that a program sent it.
  const isMessage = (event.readUInt8(0) & 0x7f) === X.event.clientMessage;
  return (
    isMessage &&
    event.readUInt32LE(8) === x.atom('WM_PROTOCOLS') &&
    event.readUInt32LE(12) === x.atom('_NET_WM_PING') &&
    event.readUInt32LE(16) === number
  );
}
