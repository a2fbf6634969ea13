import { baseName, safePath } from './safe-path.ts';
import type { SourceFile } from './source-files.ts';

/** Gives the bytes of a file that a reply names, looked for beside `folder` first, or null. */
export type MediaFinder = (name: string, folder: string) => Uint8Array | null;

/**
 * Finds pictures and files by the names that sheets and packages use for them: a path below the table's folder or below the
 * top, else the bare name anywhere. Case does not count, since Windows writes and reads them alike.
 */
export function mediaFinder(files: readonly SourceFile[]): MediaFinder {
  const byPath = new Map<string, Uint8Array>();
  const byName = new Map<string, Uint8Array>();
  for (const file of files) {
    byPath.set(file.path.toLowerCase(), file.bytes);
    const name = baseName(file.path).toLowerCase();
    if (!byName.has(name)) byName.set(name, file.bytes);
  }
  return (name, folder) => {
    const path = safePath(name.trim())?.toLowerCase() ?? null;
    if (path === null) return null;
    const below = folder === '' ? path : `${folder.toLowerCase()}/${path}`;
    return byPath.get(below) ?? byPath.get(path) ?? byName.get(baseName(path)) ?? null;
  };
}

/** Formats that a reply may carry, by the bytes they begin with. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];

/** Whether bytes are a PNG, JPEG, GIF, BMP or WebP picture. */
export function isPicture(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return true;
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP';
}

/** Bytes `[start, end)` as letters, for comparing them with the mark of a format. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
