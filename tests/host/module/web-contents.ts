import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import type { CdpSession } from '../browser/cdp.ts';
import type { BrowserPage } from '../browser/chromium.ts';
import { printPage } from '../browser/printer.ts';
import { post } from '../desktop/desktop.ts';
import { launchOptions } from '../launch-options.ts';
import { nodeCodec } from '../page/codec.ts';
import { mainWorldScript, preloadWorldScript } from '../page/scripts.ts';
import { type FromPage, isolatedWorld, sendBinding } from '../page/wire.ts';
import { browser } from './host.ts';
import { invokeHandler, ipcMain } from './ipc-main.ts';
import { NativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { interceptRequests } from './navigation.ts';
import { type Evaluation, PageChannel } from './page-channel.ts';
import { preventable } from './preventable.ts';
import { originRules, toAppUrl, toBrowserUrl } from './scheme-origins.ts';
import { defaultSession } from './session.ts';
import { type FrameView, mainFrameAt } from './web-frame.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
/** What a page needs to know of the window that shows it. */
export type OwnerWindow = {
  isFocused: () => boolean;
  focus: () => void;
  destroy: () => void;
  getTitle: () => string;
};

const all = new Map<number, WebContents>();
let lastId = 0;

function preloadInfo(preferences: Electron.WebPreferences) {
  const { electron = '', chrome = '', node } = process.versions as Record<string, string>;
  return {
    platform: process.platform,
    arch: process.arch,
    versions: { electron, chrome, node: node ?? '' },
    argv: [launchOptions.executable, ...(preferences.additionalArguments ?? [])],
  };
}

/** A page and its conversation with the main process. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly #owner: OwnerWindow;
  readonly #preferences: Electron.WebPreferences;
  readonly #attached = Promise.withResolvers<void>();
  #page: BrowserPage | null = null;
  #cdp: CdpSession | null = null;
  readonly #channel = new PageChannel(() => this.#session());
  #frame: FrameView = mainFrameAt('');
  #loading: { url: string; done: () => void } | null = null;
  #openHandler: OpenHandler = () => ({ action: 'deny' });
  #destroyed = false;
  #crashed = false;
  #zoom = 1;

  constructor(owner: OwnerWindow, preferences: Electron.WebPreferences) {
    super();
    this.setMaxListeners(0);
    lastId += 1;
    this.id = lastId;
    this.#owner = owner;
    this.#preferences = preferences;
    all.set(this.id, this);
    nativeTheme.on('updated', this.#applyTheme);
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }

  static getFocusedWebContents(): WebContents | null {
    return [...all.values()].find((contents) => contents.isFocused()) ?? null;
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#page?.targetId === targetId);
  }

  get mainFrame(): FrameView {
    return this.#frame;
  }

  /** Takes over a page of the browser: its preload, its requests and its events. */
  async attach(page: BrowserPage): Promise<void> {
    this.#page = page;
    const cdp = await browser().cdp.attach(page.targetId);
    this.#cdp = cdp;
    this.#listen(cdp);

    const secret = randomBytes(12).toString('hex');
    const { preload } = this.#preferences;
    const preloadFile = preload ? { path: preload, source: readFileSync(preload, 'utf8') } : null;
    const preloadScript = preloadWorldScript(secret, preloadInfo(this.#preferences), preloadFile);
    const inject = (source: string, worldName?: string) =>
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Runtime.addBinding', { name: sendBinding, executionContextName: isolatedWorld }),
      inject(mainWorldScript(secret, originRules())),
      inject(preloadScript, isolatedWorld),
      interceptRequests(cdp, {
        allowsDocument: (navigation) => this.#allowsNavigation(navigation),
        pageUrl: () => this.getURL(),
      }),
    ]);
    this.#applyTheme();

    // content_shell gives its page no keyboard focus until clicked; once per window is enough.
    post('pretendFocus', { window: page.window, focused: true });
    await cdp.send('Page.bringToFront');
    post('pretendFocus', { window: page.window, focused: false });
    this.#attached.resolve();
  }

  loadURL(url: string): Promise<void> {
    return this.#load(url);
  }

  loadFile(path: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(launchOptions.appPath, path));
    for (const [name, value] of Object.entries(options.query ?? {})) {
      url.searchParams.set(name, value);
    }
    url.hash = options.hash ?? '';
    return this.#load(url.href);
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) {
      throw new TypeError('Object has been destroyed');
    }
    this.#channel.tell({ kind: 'message', channel, args: nodeCodec.encode(args) });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    await this.#attached.promise;
    const { result, exceptionDetails } = await this.#session().send<Evaluation>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  async capturePage(): Promise<NativeImage> {
    const window = this.#page?.window ?? 0;
    // The screenshot of a page that thinks it is hidden never comes.
    post('setPageHidden', { window, hidden: false });
    try {
      const { data } = await this.#session().send<{ data: string }>('Page.captureScreenshot', {
        format: 'png',
      });
      return new NativeImage(Buffer.from(data, 'base64'));
    } finally {
      post('setPageHidden', { window, hidden: true });
    }
  }

  /** Prints the page's address, loaded anew: what scripts have made of the page is not there. */
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { pageSize, margins, ...rest } = options;
    // Inches, as Chromium has them.
    const sizes: Record<string, [number, number]> = { A4: [8.27, 11.69], Letter: [8.5, 11] };
    const size = typeof pageSize === 'string' ? sizes[pageSize] : undefined;
    const [paperWidth, paperHeight] = size ?? sizes.Letter ?? [];
    const { top, bottom, left, right } = margins ?? {};
    const edges = { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right };
    const url = this.getURL();
    const intercept = (page: CdpSession) =>
      interceptRequests(page, { allowsDocument: () => true, pageUrl: () => url });
    return printPage(toBrowserUrl(url), intercept, { ...rest, ...edges, paperWidth, paperHeight });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return { ...this.#preferences };
  }

  getURL(): string {
    return this.#frame.url;
  }

  getTitle(): string {
    return this.#owner.getTitle();
  }

  getType(): string {
    return 'window';
  }

  getDevToolsTargetId(): string | undefined {
    return this.#page?.targetId;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isLoading(): boolean {
    return this.#loading !== null;
  }

  isFocused(): boolean {
    return !this.#destroyed && this.#owner.isFocused();
  }

  focus(): void {
    this.#owner.focus();
  }

  close(): void {
    this.#owner.destroy();
  }

  reload(): void {
    this.#session()
      .send('Page.reload')
      .catch(() => {});
  }

  openDevTools(): void {}

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  setBackgroundThrottling(): void {}

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  /** The window is gone. */
  detach(): void {
    if (this.#destroyed) {
      return;
    }
    this.#destroyed = true;
    nativeTheme.off('updated', this.#applyTheme);
    all.delete(this.id);
    this.emit('destroyed');
  }

  #session(): CdpSession {
    if (!this.#cdp) {
      throw new Error('The page is not attached yet.');
    }
    return this.#cdp;
  }

  #listen(cdp: CdpSession): void {
    cdp.on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      (called) => {
        if (called.name === sendBinding) {
          this.#receive(JSON.parse(called.payload) as FromPage, called.executionContextId);
        }
      },
    );
    cdp.on<{ type: string; args: { value?: unknown; description?: string }[] }>(
      'Runtime.consoleAPICalled',
      ({ type, args }) => {
        const message = args.map(({ value, description }) => value ?? description ?? '').join(' ');
        this.emit('console-message', { level: type, message }, type, message);
      },
    );
    cdp.on<{ frame: { url: string; parentId?: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) {
        this.#frame = mainFrameAt(toAppUrl(frame.url));
        this.emit('did-navigate', {}, this.#frame.url);
      }
    });
    cdp.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    cdp.on('Page.loadEventFired', () => this.#onLoaded());
    cdp.on<{ url: string; windowName: string; windowFeatures: string[] }>('Page.windowOpen', (opening) => {
      this.#openHandler({
        url: toAppUrl(opening.url),
        frameName: opening.windowName,
        features: opening.windowFeatures.join(','),
        disposition: 'new-window',
        referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
      } as Electron.HandlerDetails);
    });
    cdp.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
  }

  #onLoaded(): void {
    this.#crashed = false;
    if (!this.#loading) {
      return;
    }
    const { done } = this.#loading;
    this.#loading = null;
    this.emit('did-finish-load', {});
    this.emit('did-stop-loading', {});
    done();
    this.#session()
      .send('Runtime.evaluate', {
        expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        awaitPromise: true,
      })
      .then(
        () => this.emit('first-paint'),
        () => {},
      );
  }

  async #load(url: string): Promise<void> {
    await this.#attached.promise;
    this.#channel.close();
    this.emit('did-start-loading', {});
    const loaded = new Promise<void>((done) => {
      this.#loading = { url, done };
    });
    const { errorText } = await this.#session().send<{ errorText?: string }>('Page.navigate', {
      url: toBrowserUrl(url),
    });
    if (errorText !== undefined) {
      this.#loading = null;
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), {
        code: errorText,
        errno: -2,
        url,
      });
    }
    await loaded;
  }

  #allowsNavigation({ url, frameId }: { url: string; frameId: string }): boolean {
    const isMainFrame = frameId === this.#page?.targetId;
    const isOurs = isMainFrame && this.#loading !== null;
    const isReload = isMainFrame && url === this.getURL();
    if (isOurs || isReload) {
      return true;
    }
    const details = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', details);
    if (isMainFrame && !details.defaultPrevented) {
      this.emit('will-navigate', details, url);
    }
    return !details.defaultPrevented;
  }

  #receive(message: FromPage, world: number): void {
    this.#frame = mainFrameAt(toAppUrl(message.url));
    if (message.kind === 'ready') {
      this.#channel.open(world);
    } else if (message.kind === 'preload-failed') {
      const path = this.#preferences.preload ?? '';
      console.error(`Unable to load preload script: ${path}\n${message.error}`);
      this.emit('preload-error', {}, path, new Error(message.error));
    } else {
      this.#dispatch(message);
    }
  }

  async #dispatch(message: Extract<FromPage, { channel: string }>): Promise<void> {
    const args = nodeCodec.decode(message.args) as unknown[];
    const event = {
      ...preventable({}),
      sender: this,
      senderFrame: this.#frame,
      frameId: this.#frame.routingId,
      processId: this.#frame.processId,
      type: 'frame',
      reply: (channel: string, ...reply: unknown[]) => this.send(channel, ...reply),
    };
    if (message.kind === 'send') {
      this.emit('ipc-message', event, message.channel, ...args);
      ipcMain.emit(message.channel, event, ...args);
    } else {
      this.#channel.answer(message, await invokeHandler(message.channel, event, args));
    }
  }

  readonly #applyTheme = (): void => {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    this.#cdp
      ?.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => {});
  };
}
