import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { protocol } from './protocol.ts';

type PermissionRequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type PermissionCheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  callback: (response: { cancel?: boolean }) => void,
) => void;

/** The handlers that the app installed; `null` where it installed none. */
const installed: {
  permissionRequest: PermissionRequestHandler | null;
  permissionCheck: PermissionCheckHandler | null;
  beforeRequest: BeforeRequest | null;
} = { permissionRequest: null, permissionCheck: null, beforeRequest: null };

/** What the app's `webRequest.onBeforeRequest` says of a request. */
export function isCancelled(url: string, method: string, resourceType: string): Promise<boolean> {
  const { beforeRequest } = installed;
  if (!beforeRequest) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) =>
    beforeRequest({ url, method, resourceType }, ({ cancel }) => resolve(cancel === true)),
  );
}

/** What Electron would answer a page that asks for a permission: without a handler everything is granted. */
export function askPermission(contents: unknown, permission: string): Promise<boolean> {
  const { permissionRequest } = installed;
  if (!permissionRequest) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) =>
    permissionRequest(contents as Electron.WebContents, permission as never, resolve, {} as never),
  );
}

/** What Electron would answer a page that checks a permission. */
export function checkPermission(contents: unknown, permission: string, origin: string): boolean {
  const { permissionCheck } = installed;
  return (
    permissionCheck?.(contents as Electron.WebContents, permission as never, origin, {} as never) ?? true
  );
}

export const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler(handler: PermissionRequestHandler | null) {
    installed.permissionRequest = handler;
  },
  setPermissionCheckHandler(handler: PermissionCheckHandler | null) {
    installed.permissionCheck = handler;
  },
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
  webRequest: {
    onBeforeRequest(filter: unknown, listener?: BeforeRequest | null) {
      installed.beforeRequest = listener ?? (typeof filter === 'function' ? (filter as BeforeRequest) : null);
    },
  },
});

export const session = { defaultSession, fromPartition: () => defaultSession };
