import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserPage } from '../browser/chromium.ts';
import type { Rectangle, WindowState } from '../desktop/contract.ts';
import { desktopEvents, post } from '../desktop/desktop.ts';
import { app } from './app.ts';
import { browser, isEnding, keepPage, takePage } from './host.ts';
import { NativeWindow } from './native-window.ts';
import { preventable } from './preventable.ts';
import { screen } from './screen.ts';
import { WebContents } from './web-contents.ts';
import { addWindow, openWindows, removeWindow } from './window-list.ts';

let lastId = 0;
// Windows are made one after the other, or two would adopt each other's X window.
let lastCreation: Promise<void> = Promise.resolve();

function initialBounds(options: Electron.BrowserWindowConstructorOptions): Rectangle {
  const { width = 800, height = 600 } = options;
  const { workArea } = screen.getPrimaryDisplay();
  return {
    x: options.x ?? Math.round(workArea.x + (workArea.width - width) / 2),
    y: options.y ?? Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  };
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #options: Electron.BrowserWindowConstructorOptions;
  readonly #native = new NativeWindow();
  #page: BrowserPage | null = null;
  #bounds: Rectangle;
  #title: string;
  #visible = false;
  #focused = false;
  #destroyed = false;
  #alwaysOnTop: boolean;
  #onAllWorkspaces = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) {
      throw new Error('Cannot create BrowserWindow before app is ready');
    }
    this.setMaxListeners(0);
    lastId += 1;
    this.id = lastId;
    this.#options = options;
    this.#bounds = initialBounds(options);
    this.#title = options.title ?? app.name;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.webContents = new WebContents(this, options.webPreferences ?? {});
    this.webContents.once('first-paint', () => this.emit('ready-to-show', {}));
    addWindow(this);

    lastCreation = lastCreation.then(() => this.#create());
    lastCreation.catch((error) => {
      console.error('stand-in: could not open a window:', error);
      process.exit(73);
    });
    if (options.show !== false) {
      this.show();
    }
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows() as BrowserWindow[];
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromNativeWindow(native: number): BrowserWindow | undefined {
    return BrowserWindow.getAllWindows().find((window) => window.#page?.window === native);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(path: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(path, options);
  }

  show(): void {
    this.#appear(this.#options.focusable !== false);
  }

  showInactive(): void {
    this.#appear(false);
  }

  hide(): void {
    if (!this.#visible) {
      return;
    }
    this.#visible = false;
    this.#native.post('hideWindow', {});
    this.emit('hide');
  }

  focus(): void {
    this.#native.post('focusWindow', {});
  }

  blur(): void {
    this.#native.post('pretendFocus', { focused: false });
  }

  moveTop(): void {
    this.#native.post('raiseWindow', {});
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isFocused(): boolean {
    return this.#focused;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  isMaximized(): boolean {
    return false;
  }

  isFullScreen(): boolean {
    return false;
  }

  restore(): void {
    this.show();
  }

  minimize(): void {
    this.hide();
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#alwaysOnTop = flag;
    this.#setState('ABOVE', flag);
    this.emit('always-on-top-changed', {}, flag);
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }

  setSkipTaskbar(skip: boolean): void {
    this.#setState('SKIP_TASKBAR', skip);
  }

  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#onAllWorkspaces = visible;
    this.#setState('STICKY', visible);
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.#onAllWorkspaces;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const { x, y, width, height } = { ...this.#bounds, ...bounds };
    this.#bounds = {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(width),
      height: Math.round(height),
    };
    this.#native.post('setWindowBounds', { bounds: this.#bounds });
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  center(): void {
    const { width, height } = this.#bounds;
    this.setBounds(initialBounds({ width, height }));
  }

  setOpacity(opacity: number): void {
    this.#native.post('setWindowOpacity', { opacity });
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  /** The X window id, as Electron gives it on Linux: a buffer of native byte order. */
  getNativeWindowHandle(): Buffer {
    const handle = Buffer.alloc(8);
    handle.writeUInt32LE(this.#page?.window ?? 0);
    return handle;
  }

  capturePage(): ReturnType<WebContents['capturePage']> {
    return this.webContents.capturePage();
  }

  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  setBackgroundColor(): void {}

  setHasShadow(): void {}

  setIcon(): void {}

  setResizable(): void {}

  setMinimumSize(): void {}

  setContentProtection(): void {}

  close(): void {
    if (this.#destroyed) {
      return;
    }
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) {
      this.destroy();
    }
  }

  destroy(): void {
    if (this.#destroyed) {
      return;
    }
    this.#release();
    this.#destroyed = true;
    this.#visible = false;
    this.#setFocused(false);
    removeWindow(this);
    this.webContents.detach();
    this.emit('closed');
    if (openWindows().length === 0 && !isEnding()) {
      if (app.listenerCount('window-all-closed') > 0) {
        app.emit('window-all-closed');
      } else {
        app.quit();
      }
    }
  }

  /** The display says that the keyboard focus has come or gone. */
  onFocusChange(focused: boolean): void {
    this.#setFocused(focused);
  }

  /** The window manager has placed the window. */
  onMoved(bounds: Rectangle): void {
    const before = this.#bounds;
    if (!this.#visible || isSame(before, bounds)) {
      return;
    }
    this.#bounds = bounds;
    const isResized = before.width !== bounds.width || before.height !== bounds.height;
    this.emit(isResized ? 'resize' : 'move');
  }

  /** The X window was destroyed from outside. */
  onNativeDestroyed(): void {
    this.#page = null;
    this.#native.close();
    this.emit('close', preventable({}));
    this.destroy();
  }

  async #create(): Promise<void> {
    const page = await takePage();
    const { alwaysOnTop, skipTaskbar } = this.#options;
    const states: WindowState[] = [];
    if (alwaysOnTop) {
      states.push('ABOVE');
    }
    if (skipTaskbar) {
      states.push('SKIP_TASKBAR', 'SKIP_PAGER');
    }
    post('setUpWindow', {
      window: page.window,
      frame: this.#options.frame !== false && !this.#options.titleBarStyle?.startsWith('hidden'),
      bounds: this.#bounds,
      states,
      tellsHidden: this.#options.webPreferences?.backgroundThrottling !== false,
    });
    await this.webContents.attach(page);
    if (this.#destroyed) {
      this.#closePage(page);
      return;
    }
    this.#page = page;
    this.#native.open(page.window);
  }

  /** Gives the page back: closes it, or keeps it as the browser's last window. */
  #release(): void {
    const page = this.#page;
    this.#page = null;
    this.#native.close();
    if (page && !isEnding()) {
      this.#closePage(page);
    }
  }

  #closePage(page: BrowserPage): void {
    const others = openWindows().filter((window) => window !== this);
    if (others.length > 0) {
      browser()
        .cdp.send('Target.closeTarget', { targetId: page.targetId })
        .catch(() => {});
      return;
    }
    post('hideWindow', { window: page.window });
    this.webContents.loadURL('about:blank').catch(() => {});
    keepPage(page);
  }

  #appear(activate: boolean): void {
    if (this.#destroyed) {
      return;
    }
    const wasVisible = this.#visible;
    this.#visible = true;
    this.#native.post('showWindow', { activate });
    if (!wasVisible) {
      this.emit('show');
    }
  }

  #setFocused(focused: boolean): void {
    if (this.#focused === focused) {
      return;
    }
    this.#focused = focused;
    this.emit(focused ? 'focus' : 'blur', {});
    app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', {}, this);
  }

  #setState(state: WindowState, on: boolean): void {
    this.#native.post('setWindowState', { state, on });
  }
}

desktopEvents.on('focus', ({ window }) => BrowserWindow.fromNativeWindow(window)?.onFocusChange(true));
desktopEvents.on('blur', ({ window }) => BrowserWindow.fromNativeWindow(window)?.onFocusChange(false));
desktopEvents.on('unmapped', ({ window }) => BrowserWindow.fromNativeWindow(window)?.onFocusChange(false));
desktopEvents.on('moved', ({ window, bounds }) => BrowserWindow.fromNativeWindow(window)?.onMoved(bounds));
desktopEvents.on('destroyed', ({ window }) => BrowserWindow.fromNativeWindow(window)?.onNativeDestroyed());
