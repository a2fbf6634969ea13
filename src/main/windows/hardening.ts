import type { App, Session, WebContents, WebPreferences } from 'electron';

/**
 * Web preferences of every window: no node in the page, a context of its own for the preload script.
 * @param preload Absolute path of the window's preload script.
 * @param devTools True only while developing, that is when the app is not packaged.
 */
export function securePreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // The spell checker would fetch its dictionaries from the network.
    spellcheck: false,
  };
}

/** Denies every page, present and future, to leave its address, open windows, embed others and use devices. */
export function hardenApp(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

function hardenContents(contents: WebContents): void {
  const deny = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  // Not handed to the browser either: an address is a way out for data.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
