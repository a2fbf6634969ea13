import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import type { z } from 'zod';
import type { Call } from '../shared/contract/call.ts';
import type { Handlers } from '../shared/ipc.ts';

type Calls = Record<string, Call<z.ZodTuple, unknown>>;

/** The page that may use a group of calls. `contents` is null while its window does not exist. */
export type TrustedPage = {
  url: string;
  contents: () => WebContents | null;
  /** Told of a handler that threw; the page learns the error as well. */
  onFailure: (error: unknown) => void;
};

/**
 * Makes the calls of one window available to its page, as `window:call`. A call from anywhere else, or with arguments
 * that do not fit the contract, is an error of the page, never an outcome, and reaches no handler.
 */
export function serveCalls<C extends Calls>(
  window: string,
  calls: C,
  handlers: Handlers<C>,
  page: TrustedPage,
): void {
  for (const [name, { args: schema }] of Object.entries(calls)) {
    const handler = handlers[name] as (...args: unknown[]) => unknown;
    ipcMain.handle(`${window}:${name}`, async (event, ...args: unknown[]) => {
      if (!isTrusted(event, page)) throw new Error(`${window}:${name} is not for this page`);
      const parsed = schema.safeParse(args);
      if (!parsed.success) throw new TypeError(`${window}:${name}: the arguments do not fit the contract`);
      try {
        return await handler(...(parsed.data as unknown[]));
      } catch (error) {
        page.onFailure(error);
        throw error;
      }
    });
  }
}

/** Tells a window's page something; nothing happens while the window does not exist. */
export function sendEvent<Events, Name extends keyof Events & string>(
  contents: WebContents | null,
  window: string,
  name: Name,
  payload: Events[Name],
): void {
  if (contents && !contents.isDestroyed()) contents.send(`${window}:${name}`, payload);
}

function isTrusted(event: IpcMainInvokeEvent, page: TrustedPage): boolean {
  const frame = event.senderFrame;
  return event.sender === page.contents() && frame?.parent == null && frame?.url === page.url;
}
