import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import {
  centralLength,
  centralSignature,
  deflated,
  endLength,
  endSignature,
  localLength,
  localSignature,
  mostBytes,
  mostEntries,
  noDate,
  stored,
  utf8Flag,
  versionNeeded,
  type ZipEntry,
} from './zip-format.ts';

/** Thrown when more is added than the format can hold. */
export class ZipTooLarge extends Error {}

export type ZipWriter = {
  /** Adds a file; pictures are `stored`, since they are packed already. Gives what was read. */
  addFile: (
    name: string,
    path: string,
    method: 'stored' | 'deflated',
    onBytes?: (bytes: number) => void,
  ) => Promise<{ bytes: number; sha256: string }>;
  addText: (name: string, text: string) => Promise<void>;
  /** Adds bytes as they are: those of a file that is packed already. */
  addBytes: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Writes the directory, waits until everything is on the disk, and gives the size of the zip. */
  finish: () => Promise<number>;
  /** Gives up; the file stays as it is. */
  close: () => Promise<void>;
};

/** Begins a zip at `path`, replacing what is there. Holds one chunk of one entry at a time in memory. */
export async function openZipWriter(path: string): Promise<ZipWriter> {
  const file = await open(path, 'w');
  const entries: ZipEntry[] = [];
  let end = 0;

  async function add(
    name: string,
    source: Readable,
    method: 'stored' | 'deflated',
    onBytes: (bytes: number) => void,
  ): Promise<{ bytes: number; sha256: string }> {
    if (entries.length >= mostEntries) throw new ZipTooLarge();
    const offset = end;
    const hash = createHash('sha256');
    let [crc, size, packedSize] = [0, 0, 0];
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        crc = crc32(chunk, crc);
        size += chunk.length;
        hash.update(chunk);
        onBytes(chunk.length);
        done(null, chunk);
      },
    });
    const write = async (chunks: AsyncIterable<Buffer>) => {
      let at = offset + localLength + Buffer.byteLength(name);
      for await (const chunk of chunks) {
        if (at + chunk.length > mostBytes) throw new ZipTooLarge();
        await writeAll(file, chunk, at);
        at += chunk.length;
        packedSize += chunk.length;
      }
      end = at;
    };
    if (method === 'stored') await pipeline(source, measure, write);
    else await pipeline(source, measure, createDeflateRaw({ level: 6 }), write);
    const entry: ZipEntry = {
      name,
      method: method === 'stored' ? stored : deflated,
      encrypted: false,
      crc,
      packedSize,
      size,
      offset,
    };
    // Only now are its sizes and its check sum known.
    await writeAll(file, localHeader(entry), offset);
    entries.push(entry);
    return { bytes: size, sha256: hash.digest('hex') };
  }

  return {
    addFile: (name, path, method, onBytes = () => {}) => add(name, createReadStream(path), method, onBytes),
    async addText(name, text) {
      await add(name, Readable.from([Buffer.from(text)]), 'deflated', () => {});
    },
    async addBytes(name, bytes) {
      await add(name, Readable.from([Buffer.from(bytes)]), 'stored', () => {});
    },
    async finish() {
      const headers = Buffer.concat(entries.map(centralHeader));
      if (end + headers.length + endLength > mostBytes) throw new ZipTooLarge();
      await writeAll(file, Buffer.concat([headers, endRecord(entries.length, headers.length, end)]), end);
      await file.sync();
      await file.close();
      return end + headers.length + endLength;
    },
    close: () => file.close(),
  };
}

/** A write to a nearly full disk may take only a part. */
async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}

function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(localLength);
  header.writeUInt32LE(localSignature, 0);
  writeCommon(header, entry, name.length, 4);
  return Buffer.concat([header, name]);
}

function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(centralLength);
  header.writeUInt32LE(centralSignature, 0);
  header.writeUInt16LE(versionNeeded, 4);
  writeCommon(header, entry, name.length, 6);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, name]);
}

/** The fields that both headers have in the same order. */
function writeCommon(header: Buffer, entry: ZipEntry, nameLength: number, at: number): void {
  header.writeUInt16LE(versionNeeded, at);
  header.writeUInt16LE(utf8Flag, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(noDate, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packedSize, at + 14);
  header.writeUInt32LE(entry.size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}

function endRecord(entries: number, bytes: number, offset: number): Buffer {
  const record = Buffer.alloc(endLength);
  record.writeUInt32LE(endSignature, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(bytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
