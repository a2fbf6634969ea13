import type { Peer } from './peer.ts';

/**
 * The page's own world: receives what the preload exposes, deeply frozen as by Electron's contextBridge, and lets `fetch` take
 * addresses of the app's own schemes. Runs in the page from its source text, so it may use nothing outside itself.
 */
export function runMainWorld(
  peer: Peer,
  origins: { prefix: string; scheme: string; suffix: string }[],
): void {
  function freeze(value: unknown): unknown {
    const isPlain = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (isPlain && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
      Object.freeze(value);
      Object.values(value as object).forEach(freeze);
    }
    return value;
  }

  peer.onExpose((key, value) => {
    Object.defineProperty(window, key, { value: freeze(value), enumerable: true });
  });

  // Chromium refuses to fetch a scheme that was not registered in its own code.
  const fetchNatively = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = typeof input === 'string' || input instanceof URL ? String(input) : null;
    const origin = origins.find(({ scheme }) => address?.startsWith(`${scheme}://`));
    if (address === null || !origin) {
      return fetchNatively(input, init);
    }
    const { host, pathname, search } = new URL(address.replace(`${origin.scheme}:`, 'https:'));
    return fetchNatively(`${origin.prefix}${host}${origin.suffix}${pathname}${search}`, init);
  };
}
