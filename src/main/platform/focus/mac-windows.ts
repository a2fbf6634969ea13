import { macLibrary } from '../native/mac-library.ts';
import type { Rect, TargetWindow } from './focus.ts';

const ON_SCREEN_ONLY = 1;
const WITHOUT_DESKTOP = 16;
const NO_WINDOW = 0;
const SINT32 = 3;
const UTF8 = 0x0800_0100;

/** A window as the window server lists it. Titles come only with the permission to record the screen. */
export type MacWindow = { number: number; pid: number; layer: number; title: string; bounds: Rect | null };

/** Every window, the frontmost first; those that are hidden or on another space only when asked for. */
export function listWindows(onScreenOnly: boolean): MacWindow[] {
  const mac = macLibrary();
  const list = mac.windowList((onScreenOnly ? ON_SCREEN_ONLY : 0) | WITHOUT_DESKTOP, NO_WINDOW);
  if (list === null) {
    return [];
  }
  const windows: MacWindow[] = [];
  for (let index = 0; index < Number(mac.arrayCount(list)); index += 1) {
    const entry = mac.arrayValue(list, index);
    windows.push({
      number: numberOf(entry, 'kCGWindowNumber'),
      pid: numberOf(entry, 'kCGWindowOwnerPID'),
      layer: numberOf(entry, 'kCGWindowLayer'),
      title: textOf(entry, 'kCGWindowName'),
      bounds: rectOf(entry, 'kCGWindowBounds'),
    });
  }
  mac.release(list);
  return windows;
}

/** The NSRunningApplication that has the focus, or null. */
export function frontmostApplication(): unknown {
  const mac = macLibrary();
  return mac.object(mac.object(mac.classNamed('NSWorkspace'), 'sharedWorkspace'), 'frontmostApplication');
}

/** True when the target has the focus now. */
export function isFront(target: TargetWindow): boolean {
  const application = frontmostApplication();
  const pid = application === null ? null : macLibrary().long(application, 'processIdentifier');
  return isFrontWindow(target, pid, listWindows(true));
}

/** Applications keep their document windows on layer 0; menus, palettes and the Dock are above. */
export function frontWindowOf(pid: number, windows: readonly MacWindow[]): MacWindow | null {
  return windows.find((window) => window.pid === pid && window.layer === 0) ?? null;
}

/** True when the window of the target is the front one of the frontmost application. */
export function isFrontWindow(
  target: TargetWindow,
  frontmostPid: number | null,
  windows: readonly MacWindow[],
): boolean {
  return (
    frontmostPid !== null &&
    frontmostPid === target.pid &&
    String(frontWindowOf(frontmostPid, windows)?.number ?? NO_WINDOW) === target.id
  );
}

function value(entry: unknown, name: string): unknown {
  const mac = macLibrary();
  const key = mac.createString(name);
  const found = mac.dictionaryValue(entry, key);
  mac.release(key);
  return found;
}

function numberOf(entry: unknown, name: string): number {
  const number = value(entry, name);
  const out = [0];
  return number !== null && macLibrary().numberValue(number, SINT32, out) ? (out[0] ?? 0) : 0;
}

function textOf(entry: unknown, name: string): string {
  const string = value(entry, name);
  const buffer = Buffer.alloc(2_048);
  if (string === null || !macLibrary().stringValue(string, buffer, buffer.length, UTF8)) {
    return '';
  }
  return buffer.toString('utf8', 0, buffer.indexOf(0));
}

function rectOf(entry: unknown, name: string): Rect | null {
  const dictionary = value(entry, name);
  const rect = new Float64Array(4);
  if (dictionary === null || !macLibrary().rectOf(dictionary, rect)) {
    return null;
  }
  const [x = 0, y = 0, width = 0, height = 0] = rect;
  return { x, y, width, height };
}
