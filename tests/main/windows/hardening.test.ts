import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { hardenApp, securePreferences } from '../../../src/main/windows/hardening.ts';

test('a page has no node, a sandbox and a context apart from its preload script', () => {
  expect(securePreferences('/preload.cjs', false)).toMatchObject({
    preload: '/preload.cjs',
    devTools: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
});

describe('a page that tries to get out', () => {
  type WindowOpenHandler = (details: { url: string }) => { action: string };

  class Page extends EventEmitter {
    windowOpenHandler: WindowOpenHandler | null = null;
    setWindowOpenHandler(handler: WindowOpenHandler) {
      this.windowOpenHandler = handler;
    }
  }

  function hardenedPage(): Page {
    const app = new EventEmitter();
    const session = {
      setPermissionRequestHandler: () => {},
      setPermissionCheckHandler: () => {},
      setDevicePermissionHandler: () => {},
    };
    hardenApp(app as unknown as App, session as unknown as Session);
    const page = new Page();
    app.emit('web-contents-created', {}, page);
    return page;
  }

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is stopped at %s',
    (name) => {
      let prevented = false;
      const event = {
        url: 'https://example.com/',
        preventDefault: () => {
          prevented = true;
        },
      };
      hardenedPage().emit(name, event);
      expect(prevented).toBe(true);
    },
  );

  test('gets no new window', () => {
    expect(hardenedPage().windowOpenHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
  });

  test('gets no permission and no device', () => {
    const answers: unknown[] = [];
    const session = {
      setPermissionRequestHandler: (handler: (...args: unknown[]) => void) =>
        handler(null, 'geolocation', (granted: boolean) => answers.push(granted)),
      setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    };
    hardenApp(new EventEmitter() as unknown as App, session as unknown as Session);
    expect(answers).toEqual([false, false, false]);
  });
});
