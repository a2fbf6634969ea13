import type { ClientApi, Wire } from '../shared/ipc.ts';

declare global {
  interface Window {
    readonly repartee: Wire;
  }
}

/** The calls of this page's window, typed by the contract. */
export function clientApi<Calls>(): ClientApi<Calls> {
  return new Proxy({} as ClientApi<Calls>, {
    get: (_target, name) =>
      typeof name === 'string' ? (...args: unknown[]) => window.repartee.call(name, ...args) : undefined,
  });
}

/** Listens to what main tells this window; returns a function that stops listening. */
export function onEvent<Events, Name extends keyof Events & string>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  return window.repartee.on(name, (payload) => listener(payload as Events[Name]));
}
