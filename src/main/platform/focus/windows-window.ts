import { windowsLibrary } from '../native/windows-library.ts';
import type { Rect, TargetWindow } from './focus.ts';

const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;
const TOKEN_QUERY = 0x0008;
const TOKEN_INTEGRITY_LEVEL = 25;
const MOST_CHARACTERS = 1_024;

/** Everything that a target needs to know about a top-level window. */
export function describeWindow(window: number): TargetWindow {
  const process = processOf(window);
  const image = imageName(process);
  const focused = focusedChild(window);
  return {
    id: String(window),
    childId: focused === 0 ? null : String(focused),
    pid: process === 0 ? null : process,
    app: image.toLowerCase(),
    appName: image.replace(/\.exe$/i, ''),
    title: windowTitle(window),
    bounds: windowBounds(window),
    elevated: hasHigherRights(process),
  };
}

/** The handle of a target's window. */
export function windowId(target: TargetWindow): number {
  return Number(target.id);
}

/** True when the target is the foreground window. */
export function isForeground(target: TargetWindow): boolean {
  return windowsLibrary().getForegroundWindow() === windowId(target);
}

/** The control that has the keyboard focus in a window's thread, or 0. */
export function focusedChild(window: number): number {
  const windows = windowsLibrary();
  // GUITHREADINFO: size, flags, six handles, one rectangle.
  const info = Buffer.alloc(72);
  info.writeUInt32LE(info.length, 0);
  const known = windows.guiThreadInfo(windows.threadOf(window, [0]), info) !== 0;
  return known ? Number(info.readBigInt64LE(16)) : 0;
}

function processOf(window: number): number {
  const process = [0];
  windowsLibrary().threadOf(window, process);
  return process[0] ?? 0;
}

function windowTitle(window: number): string {
  const text = Buffer.alloc(2 * MOST_CHARACTERS);
  const length: number = windowsLibrary().windowText(window, text, MOST_CHARACTERS);
  return text.toString('utf16le', 0, 2 * length);
}

function windowBounds(window: number): Rect | null {
  const rect = new Int32Array(4);
  if (windowsLibrary().windowRect(window, rect) === 0) {
    return null;
  }
  const [left = 0, top = 0, right = 0, bottom = 0] = rect;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The file name of a process's program, for example `WeChat.exe`; empty when it may not be known. */
function imageName(process: number): string {
  const windows = windowsLibrary();
  const handle = windows.openProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process);
  if (handle === 0) {
    return '';
  }
  const name = Buffer.alloc(2 * MOST_CHARACTERS);
  const characters = [MOST_CHARACTERS];
  const known = windows.processImage(handle, 0, name, characters) !== 0;
  windows.closeHandle(handle);
  const path = known ? name.toString('utf16le', 0, 2 * (characters[0] ?? 0)) : '';
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** Windows takes no keys for a process of higher integrity and does not say so: it has to be known beforehand. */
function hasHigherRights(process: number): boolean {
  const windows = windowsLibrary();
  const own = integrityLevel(windows.currentProcess());
  const handle = windows.openProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process);
  const theirs = handle === 0 ? null : integrityLevel(handle);
  if (handle !== 0) {
    windows.closeHandle(handle);
  }
  return isHigher(theirs, own);
}

/** Decides by integrity levels; a process whose level is closed to us stands above us. */
export function isHigher(theirs: number | null, own: number | null): boolean {
  return theirs === null ? own !== null : own !== null && theirs > own;
}

/** 0x2000 is medium, 0x3000 high (run as administrator), 0x4000 system; null when it may not be known. */
function integrityLevel(process: number): number | null {
  const windows = windowsLibrary();
  const token = [0];
  if (windows.openToken(process, TOKEN_QUERY, token) === 0) {
    return null;
  }
  const label = Buffer.alloc(256);
  const known = windows.tokenInformation(token[0], TOKEN_INTEGRITY_LEVEL, label, label.length, [0]) !== 0;
  windows.closeHandle(token[0]);
  return known ? levelOf(label) : null;
}

/**
 * TOKEN_MANDATORY_LABEL is a pointer and attributes, 16 bytes; the security identifier that it points to follows in
 * the same buffer. The level is the last of its sub-authorities, whose number is its second byte.
 */
function levelOf(label: Buffer): number {
  const sid = label.subarray(16);
  const subAuthorities = sid.readUInt8(1);
  return sid.readUInt32LE(8 + 4 * (subAuthorities - 1));
}
