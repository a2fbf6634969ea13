import { inflateRawSync } from 'node:zlib';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Limits } from './limits.ts';
import { safePath } from './safe-path.ts';

/** A file out of a zip; `path` is relative with forward slashes and never climbs. */
export type ZipEntry = { path: string; bytes: Uint8Array };

type DirectoryEntry = {
  path: string | null;
  method: number;
  encrypted: boolean;
  packedSize: number;
  size: number;
  offset: number;
};

/* Signatures and field offsets: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central), 4.3.16 (end). */
const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const endLength = 22;
const maxCommentLength = 0xffff;

/** Whether a file begins as a zip does, an empty one included. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
  );
}

/**
 * Unpacks a zip in memory by its central directory, as far as `wanted` asks for its entries. What comes out is counted, not what the
 * headers claim: it stops as soon as more than `limits.unpackedBytes` have been unpacked, whether or not entries share
 * their packed bytes. Entries with climbing or absolute names and folders are left out; zips inside are not opened.
 */
export function unzip(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
  wanted: (path: string) => boolean = () => true,
): Result<ZipEntry[], ImportProblem> {
  const directory = readDirectory(bytes, limits.entries);
  if (directory === 'damaged') return err({ kind: 'damaged', name, line: null });
  if (directory === 'too-complex') return err({ kind: 'too-complex', name });
  const tooLarge = err({ kind: 'unpacks-too-large', name, limit: limits.unpackedBytes } as const);
  const entries = directory.filter((entry) => entry.path !== null && wanted(entry.path));
  // An honest header saves the work of finding out; a lying one is found out below.
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.unpackedBytes) return tooLarge;
  let left = limits.unpackedBytes;
  const unpacked: ZipEntry[] = [];
  for (const entry of entries) {
    if (entry.encrypted) return err({ kind: 'password', name });
    const content = unpackEntry(bytes, entry, left);
    if (content === 'too-large') return tooLarge;
    if (content === 'damaged') return err({ kind: 'damaged', name, line: null });
    left -= content.length;
    unpacked.push({ path: entry.path as string, bytes: content });
  }
  return ok(unpacked);
}

/** The paths in a zip, without unpacking anything; null when it has no readable directory. */
export function zipPaths(bytes: Uint8Array, limits: Limits): string[] | null {
  const directory = readDirectory(bytes, limits.entries);
  return typeof directory === 'string' ? null : directory.flatMap((entry) => entry.path ?? []);
}

function readDirectory(bytes: Uint8Array, maxEntries: number): DirectoryEntry[] | 'damaged' | 'too-complex' {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maxEntries) return 'too-complex';
  const entries: DirectoryEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) return 'damaged';
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = longSizes(view, at, extra);
    if (sizes === null) return 'damaged';
    entries.push({
      path: safePath(decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      ...sizes,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

type Sizes = Pick<DirectoryEntry, 'size' | 'packedSize' | 'offset'>;

/** Sizes and place of an entry; all ones mean that the true value stands in the extra field 1 (APPNOTE 4.5.3), as some programs always write. */
function longSizes(view: DataView, at: number, extra: Uint8Array): Sizes | null {
  const fields = viewOf(extra);
  let start = 0;
  while (start + 4 <= extra.length && fields.getUint16(start, true) !== 1)
    start += 4 + fields.getUint16(start + 2, true);
  let next = start + 4;
  const read = (position: number): number => {
    const short = view.getUint32(position, true);
    if (short !== 0xffffffff) return short;
    if (next + 8 > extra.length) return Number.NaN;
    const long = Number(fields.getBigUint64(next, true));
    next += 8;
    return long;
  };
  const sizes = { size: read(at + 24), packedSize: read(at + 20), offset: read(at + 42) };
  return Object.values(sizes).every(Number.isSafeInteger) ? sizes : null;
}

/** The end record stands last, before a comment of at most 64 KB. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - maxCommentLength);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

/** Windows writes names in the system's code page without a mark, so Chinese ones are GBK there. */
function decodeName(name: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}

function unpackEntry(
  bytes: Uint8Array,
  entry: DirectoryEntry,
  maxBytes: number,
): Uint8Array | 'too-large' | 'damaged' {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
    return 'damaged';
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) return 'damaged';
  if (entry.method === 0) return packed.length > maxBytes ? 'too-large' : packed;
  if (entry.method !== 8) return 'damaged';
  if (packed.length === 0) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
