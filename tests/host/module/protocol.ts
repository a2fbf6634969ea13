import type * as Electron from 'electron';
import { addScheme, translatePolicy } from './scheme-origins.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

/** A request as the browser paused it, with the address that the app knows. */
export type SchemeRequest = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
};

export type SchemeResponse = { status: number; headers: { name: string; value: string }[]; body: Buffer };

const handlers = new Map<string, Handler>();

export const protocol: Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> = {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard) {
        addScheme(scheme);
      }
    }
  },

  handle(scheme, handler) {
    if (handlers.has(scheme)) {
      throw new Error(`Failed to register protocol: ${scheme}`);
    }
    handlers.set(scheme, handler);
  },

  unhandle(scheme) {
    handlers.delete(scheme);
  },

  isProtocolHandled: (scheme) => handlers.has(scheme),
};

function translateHeaders(headers: Headers, url: string): SchemeResponse['headers'] {
  return [...headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? translatePolicy(value, url) : value,
  }));
}

/** Whether the app answers for the address. */
export function isHandled(url: string): boolean {
  return handlers.has(url.slice(0, url.indexOf(':')).toLowerCase());
}

/** Lets the app's handler answer; `null` when the handler failed. */
export async function answerRequest(request: SchemeRequest): Promise<SchemeResponse | null> {
  const { url, method, headers, body } = request;
  const handler = handlers.get(url.slice(0, url.indexOf(':')).toLowerCase());
  try {
    const init = { method, headers, ...(body ? { body } : {}) } as RequestInit;
    const response = await handler?.(new Request(url, init) as never);
    if (!response) {
      return null;
    }
    return {
      status: response.status,
      headers: translateHeaders(response.headers as unknown as Headers, url),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    console.error(`stand-in: the handler of ${new URL(url).protocol} failed:`, error);
    return null;
  }
}
