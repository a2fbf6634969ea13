import type { ClipboardContent, ClipboardSnapshot } from './clipboard.ts';

/** Standard formats as in winuser.h; others are registered by name. */
export const CF = { text: 1, oemText: 7, dib: 8, unicodeText: 13, fileList: 15, dibV5: 17 } as const;

/** Clipboard formats by name; the standard ones are `#` and their number. */
export type WindowsFormats = ReadonlyMap<string, Uint8Array>;

/**
 * A decoded picture: rows from top to bottom, four bytes a pixel in the order blue, green, red, opacity, the colours
 * already weighted by the opacity, as Electron's `toBitmap` gives them.
 */
export type Bitmap = { width: number; height: number; bgra: Uint8Array };

const PREFERRED_COPY = Uint32Array.of(1);
const NO = new Uint8Array(4);

/**
 * Marks by which the clipboard history, its cloud and third-party clipboard managers leave the content out:
 * learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
 */
export const exclusionMarks: WindowsFormats = new Map([
  ['ExcludeClipboardContentFromMonitorProcessing', NO],
  ['CanIncludeInClipboardHistory', NO],
  ['CanUploadToCloudClipboard', NO],
  ['Clipboard Viewer Ignore', NO],
]);

/** The name under which a format with a fixed number is kept: `#13`. */
export function standardFormat(format: number): string {
  return `#${format}`;
}

/**
 * A part of a reply as Windows formats.
 * @param decode Decodes PNG bytes, null when they are no picture.
 */
export function windowsFormatsOf(
  content: ClipboardContent,
  decode: (png: Uint8Array) => Bitmap | null,
): Map<string, Uint8Array> {
  switch (content.kind) {
    case 'text':
      return new Map([[standardFormat(CF.unicodeText), encodeText(content.text)]]);
    case 'image': {
      const formats = new Map([['PNG', content.png]]);
      const bitmap = decode(content.png);
      if (bitmap !== null) {
        formats.set(standardFormat(CF.dib), encodeBitmap(bitmap));
      }
      return formats;
    }
    case 'files':
      return new Map<string, Uint8Array>([
        [standardFormat(CF.fileList), encodeFileList(content.paths)],
        ['Preferred DropEffect', new Uint8Array(PREFERRED_COPY.buffer)],
      ]);
  }
}

/** Edit controls show only CR LF as a line break; programs that think in LF convert. */
export function encodeText(text: string): Buffer {
  return Buffer.from(`${text.replace(/\r\n|\r|\n/g, '\r\n')}\0`, 'utf16le');
}

/** Text up to its terminating NUL, with LF as the line break. */
export function decodeText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf16le');
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).replaceAll('\r\n', '\n');
}

/**
 * A packed device-independent bitmap of 24 bits: a header of 40 bytes, then rows from bottom to top, each filled to
 * four bytes. It has no opacity, so the picture is laid on white; programs read a 32-bit one as black where clear.
 */
export function encodeBitmap({ width, height, bgra }: Bitmap): Buffer {
  const headerBytes = 40;
  const stride = (width * 3 + 3) & ~3;
  const bytes = Buffer.alloc(headerBytes + stride * height);
  bytes.writeUInt32LE(headerBytes, 0);
  bytes.writeInt32LE(width, 4);
  bytes.writeInt32LE(height, 8);
  bytes.writeUInt16LE(1, 12);
  bytes.writeUInt16LE(24, 14);
  bytes.writeUInt32LE(stride * height, 20);
  for (let y = 0; y < height; y += 1) {
    let to = headerBytes + stride * (height - 1 - y);
    for (let from = 4 * width * y; from < 4 * width * (y + 1); from += 4) {
      const white = 255 - (bgra[from + 3] ?? 255);
      for (let channel = 0; channel < 3; channel += 1) {
        bytes[to] = Math.min(255, (bgra[from + channel] ?? 0) + white);
        to += 1;
      }
    }
  }
  return bytes;
}

/** DROPFILES: offset of the list, a point, a flag, "wide characters"; then the paths, each ended by NUL. */
export function encodeFileList(paths: readonly string[]): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt32LE(header.length, 0);
  header.writeUInt32LE(1, 16);
  return Buffer.concat([header, Buffer.from(`${paths.map((path) => `${path}\0`).join('')}\0`, 'utf16le')]);
}

/**
 * True for a format whose data is plain memory that means the same later: not a handle of the graphics system, not
 * drawn by its owner, not private to a program or bound to a live object.
 */
export function isMemoryFormat(format: number): boolean {
  const handles = [2, 3, 9, 14];
  const drawnByOwner = format >= 0x80 && format <= 0x8e;
  const privateToOwner = format >= 0x200 && format <= 0x3ff;
  return !handles.includes(format) && !drawnByOwner && !privateToOwner;
}

const LIVE_OBJECTS = new Set(['DataObject', 'Ole Private Data']);

/**
 * The formats to save out of all that are there, in the clipboard's own order: Windows lists what was put there
 * first and then what it would make from it, so of several texts or pictures the first is the original.
 */
export function formatsToSave(formats: readonly { format: number; name: string }[]): string[] {
  const texts: string[] = [CF.unicodeText, CF.text, CF.oemText].map(standardFormat);
  const pictures: string[] = [CF.dibV5, CF.dib].map(standardFormat);
  const names = formats
    .filter(
      ({ format, name }) => isMemoryFormat(format) && !LIVE_OBJECTS.has(name) && !exclusionMarks.has(name),
    )
    .map(({ name }) => name);
  const text = texts.find((name) => names.includes(name));
  const picture = names.find((name) => pictures.includes(name));
  return names.filter((name) => {
    if (texts.includes(name)) {
      return name === text;
    }
    return pictures.includes(name) ? name === picture : true;
  });
}

/** Saved formats as a snapshot; null when the clipboard could not be opened. */
export function windowsSnapshot(formats: WindowsFormats | null): ClipboardSnapshot {
  if (formats === null) {
    return { formats: new Map(), text: null, complete: false };
  }
  const text = formats.get(standardFormat(CF.unicodeText));
  return { formats, text: text === undefined ? null : decodeText(text), complete: true };
}
