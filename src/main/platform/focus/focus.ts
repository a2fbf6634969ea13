export type Rect = { x: number; y: number; width: number; height: number };

/** The exact window that had the keyboard focus when it was captured. Lives in memory only, never in a log. */
export type TargetWindow = {
  /** Opaque to everyone but the driver; equal ids mean the same window. */
  id: string;
  /** The focused child inside the window where the system tells, else null. */
  childId: string | null;
  pid: number | null;
  /** Key of the app-quirks table: lower-case executable or window-class name, for example `mousepad`, `wechat.exe`. */
  app: string;
  /** Name to show to a person. */
  appName: string;
  title: string;
  /** In the coordinates of Electron's `screen`; null when unknown. */
  bounds: Rect | null;
  /** True when the window's process runs with higher rights than ours, so that keys would not reach it. */
  elevated: boolean;
};

export type FocusOutcome = 'front' | 'gone' | 'refused';

/** Knows which window has the focus and brings it back. Synchronous calls take well under a millisecond. */
export type FocusDriver = {
  /** The window that has the focus now, or null where none has it or the system does not tell (Wayland). */
  capture(): TargetWindow | null;
  /** True when `target` has the focus at this moment. */
  isFront(target: TargetWindow): boolean;
  /** Brings `target` to front and resolves once the system confirms it, at the latest after `timeoutMs`. */
  bringBack(target: TargetWindow, timeoutMs: number): Promise<FocusOutcome>;
  close(): void;
};
