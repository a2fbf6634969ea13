import type { Codec } from './codec.ts';
import type { Peer } from './peer.ts';
import type { FromPage, PreloadProcess, ToPage } from './wire.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;
type Preload = (
  require: (id: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

/**
 * The isolated world: `contextBridge`, `ipcRenderer` and a `require` that knows nothing else, as in a sandboxed preload. Runs in the
 * page from its source text, so it may use nothing outside itself.
 */
export function runPreloadWorld(
  peer: Peer,
  codec: Codec,
  names: { send: string; receive: string },
  info: PreloadProcess,
  preload: Preload | null,
): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[names.send] as (text: string) => void;
  delete scope[names.send];
  const send = (message: FromPage) => post(JSON.stringify(message));
  const url = () => window.location.href;

  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const invocations = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  let lastInvocation = 0;

  function listen(channel: string, listener: Listener, once: boolean): void {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  }

  const ipcRenderer = {
    on(channel: string, listener: Listener) {
      listen(channel, listener, false);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      listen(channel, listener, true);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      const left = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
    send(channel: string, ...args: unknown[]) {
      send({ kind: 'send', url: url(), channel, args: codec.encode(args) });
    },
    invoke(channel: string, ...args: unknown[]) {
      return new Promise((resolve, reject) => {
        const encoded = codec.encode(args);
        lastInvocation += 1;
        invocations.set(lastInvocation, { resolve, reject });
        send({ kind: 'invoke', url: url(), id: lastInvocation, channel, args: encoded });
      });
    },
  };

  function receive(message: ToPage): void {
    if (message.kind === 'message') {
      const args = codec.decode(message.args) as unknown[];
      for (const { listener, once } of listeners.get(message.channel) ?? []) {
        if (once) {
          ipcRenderer.removeListener(message.channel, listener);
        }
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      }
      return;
    }
    const invocation = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.kind === 'answer') {
      invocation?.resolve(codec.decode(message.value));
    } else {
      invocation?.reject(new Error(message.error));
    }
  }
  scope[names.receive] = (text: string) => receive(JSON.parse(text) as ToPage);

  const exposed = new Set<string>();
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      exposed.add(key);
      peer.tell({ kind: 'expose', key, value: peer.encode(api) });
    },
  };

  const electron = { contextBridge, ipcRenderer: { ...ipcRenderer, off: ipcRenderer.removeListener } };
  const require = (id: string) => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(id)) {
      return electron;
    }
    throw new Error(`module not found: ${id}`);
  };
  const process = { ...info, type: 'renderer', contextIsolated: true, sandboxed: true, env: {} };

  send({ kind: 'ready', url: url() });
  try {
    const module = { exports: {} };
    preload?.(require, module, module.exports, process);
  } catch (error) {
    send({ kind: 'preload-failed', url: url(), error: String((error as Error).stack ?? error) });
  }
}
