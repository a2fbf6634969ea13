import type { MessagePort } from 'node:worker_threads';

/*
 * What the main thread asks of the desktop thread, which owns the connection to the X server, and what it hears from it.
 */

export type Rectangle = { x: number; y: number; width: number; height: number };
export type WindowState = 'ABOVE' | 'SKIP_TASKBAR' | 'SKIP_PAGER' | 'STICKY';
export type Selection = 'CLIPBOARD' | 'PRIMARY';

/** Calls by name: one argument, one result. X window ids are called `window`. */
export type DesktopCalls = {
  /** Waits for a new managed window of the process and takes it over. */
  adoptWindow: (argument: { pid: number }) => number;
  setUpWindow: (argument: {
    window: number;
    frame: boolean;
    bounds: Rectangle;
    states: WindowState[];
    /** Whether the page learns of it when the window is hidden (Electron's `backgroundThrottling`). */
    tellsHidden: boolean;
  }) => void;
  showWindow: (argument: { window: number; activate: boolean }) => void;
  hideWindow: (argument: { window: number }) => void;
  focusWindow: (argument: { window: number }) => void;
  raiseWindow: (argument: { window: number }) => void;
  setWindowBounds: (argument: { window: number; bounds: Rectangle }) => void;
  setWindowState: (argument: { window: number; state: WindowState; on: boolean }) => void;
  setWindowOpacity: (argument: { window: number; opacity: number }) => void;
  /** Sends the window a focus event that only its own program believes. */
  pretendFocus: (argument: { window: number; focused: boolean }) => void;
  /** Tells the page of a hidden window that it is hidden, or for a moment that it is not. */
  setPageHidden: (argument: { window: number; hidden: boolean }) => void;

  screenState: (argument: null) => {
    monitors: (Rectangle & { primary: boolean })[];
    workArea: Rectangle | null;
  };
  pointer: (argument: null) => { x: number; y: number };

  /** `taken` when another client holds the keys, `invalid` when there are no such keys. */
  grabHotkey: (argument: { id: number; accelerator: string }) => 'grabbed' | 'taken' | 'invalid';
  releaseHotkey: (argument: { id: number }) => void;

  /** Owns the selection with one payload per target name. */
  ownSelection: (argument: { selection: Selection; payloads: Record<string, Uint8Array> }) => void;
  clearSelection: (argument: { selection: Selection }) => void;
  selectionTargets: (argument: { selection: Selection }) => string[];
  /** The payload of the first target that the owner delivers, or `null`. */
  readSelection: (argument: { selection: Selection; targets: string[] }) => Uint8Array | null;

  /** Takes the lock at the socket path, or hands the message to the process that has it. */
  acquireLock: (argument: { path: string; message: SecondInstance }) => boolean;
  releaseLock: (argument: null) => void;
};

export type DesktopCall = keyof DesktopCalls;
export type Argument<Name extends DesktopCall> = Parameters<DesktopCalls[Name]>[0];
export type Outcome<Name extends DesktopCall> = ReturnType<DesktopCalls[Name]>;

/** The desktop thread's side of the calls. */
export type DesktopHandlers = {
  [Name in DesktopCall]: (argument: Argument<Name>) => Outcome<Name> | Promise<Outcome<Name>>;
};

export type SecondInstance = { argv: string[]; cwd: string; additionalData: unknown };

export type DesktopEvents = {
  focus: { window: number };
  blur: { window: number };
  unmapped: { window: number };
  destroyed: { window: number };
  moved: { window: number; bounds: Rectangle };
  hotkey: { id: number };
  screenChanged: null;
  /** Another program has read the selection as this target. */
  selectionRead: { target: string };
  secondInstance: SecondInstance;
};

export type Emit = <Name extends keyof DesktopEvents>(name: Name, payload: DesktopEvents[Name]) => void;

/** What the desktop thread is started with. */
export type WorkerData = {
  /** The pipe that takes one byte per synchronous answer. */
  wakeUp: number;
  /** Carries the synchronous calls. */
  synchronous: MessagePort;
  /** One 32-bit number: not 0 when there is no display to work on. */
  lost: SharedArrayBuffer;
};

/** Messages between the threads; `id` 0 wants no reply. */
export type DesktopRequest = { id: number; name: DesktopCall; argument: unknown };
export type DesktopReply = { id: number; value?: unknown; error?: string };
export type DesktopMessage =
  | { kind: 'ready' }
  | { kind: 'reply'; reply: DesktopReply }
  | { kind: 'event'; name: keyof DesktopEvents; payload: unknown };
