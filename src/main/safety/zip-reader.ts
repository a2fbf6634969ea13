import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import {
  centralLength,
  centralSignature,
  deflated,
  encryptedFlag,
  endLength,
  endSignature,
  localLength,
  localSignature,
  longestComment,
  stored,
  type ZipEntry,
} from './zip-format.ts';

/** Thrown when a zip, or one of its entries, is not what it says. */
export class ZipDamaged extends Error {}

/** Thrown when an entry unpacks to more than was allowed. */
export class ZipOverflow extends Error {}

/** A directory of more bytes lists more than 65,535 entries of sensible names. */
const largestDirectory = 32 * 1024 * 1024;

/** Lists the entries of a zip by its directory; null when the file is no zip. Reads nothing of their content. */
export async function readZipDirectory(path: string): Promise<ZipEntry[] | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const end = await findEnd(file, size);
    if (end === null) return null;
    const bytes = end.readUInt32LE(12);
    const offset = end.readUInt32LE(16);
    if (bytes > largestDirectory || offset + bytes > size) throw new ZipDamaged('directory');
    return parseDirectory(await readAt(file, offset, bytes), end.readUInt16LE(10));
  } finally {
    await file.close();
  }
}

/**
 * Unpacks one entry into `target` and gives its SHA-256. What comes out is counted, not what the headers claim: more than
 * `limit` bytes throw `ZipOverflow`.
 */
export async function unpackEntry(
  path: string,
  entry: ZipEntry,
  target: Writable,
  limit: number,
): Promise<{ bytes: number; sha256: string }> {
  if (entry.encrypted || (entry.method !== stored && entry.method !== deflated)) {
    throw new ZipDamaged(entry.name);
  }
  const start = await dataOffset(path, entry);
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limit) done(new ZipOverflow(entry.name));
      else done(null, chunk);
    },
  });
  if (entry.packedSize > 0) {
    const packed = createReadStream(path, { start, end: start + entry.packedSize - 1 });
    try {
      if (entry.method === stored) await pipeline(packed, measure, target);
      else await pipeline(packed, createInflateRaw(), measure, target);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw code.startsWith('Z_') ? new ZipDamaged(entry.name) : error;
    }
  } else {
    target.end();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Unpacks a small entry into memory. */
export async function unpackText(path: string, entry: ZipEntry, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  const target = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await unpackEntry(path, entry, target, limit);
  return Buffer.concat(chunks).toString('utf8');
}

/** The end record stands at the end, before a comment of unknown length. */
async function findEnd(file: FileHandle, size: number): Promise<Buffer | null> {
  const length = Math.min(size, endLength + longestComment);
  const tail = await readAt(file, size - length, length);
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endSignature) return tail.subarray(at, at + endLength);
  }
  return null;
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + centralLength > bytes.length || bytes.readUInt32LE(at) !== centralSignature) {
      throw new ZipDamaged('directory');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const nameStart = at + centralLength;
    entries.push({
      name: bytes.toString('utf8', nameStart, nameStart + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & encryptedFlag) !== 0,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameStart + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The lengths of name and extra field in the local header may differ from those in the directory. */
async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, entry.offset, localLength);
    if (header.length < localLength || header.readUInt32LE(0) !== localSignature) {
      throw new ZipDamaged(entry.name);
    }
    return entry.offset + localLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
