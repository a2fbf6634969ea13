import { constants, crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip that is written as told, true or not. */
export type RawEntry = {
  name: string | Buffer;
  /** As it stands in the zip, already compressed if `method` is 8. */
  packed: Buffer;
  method?: number;
  flags?: number;
  /** What the headers claim of the unpacked size. */
  claimedSize?: number;
  claimedPackedSize?: number;
  /** Extra fields of the central directory. */
  extra?: Buffer;
  /** Number of the entry whose bytes this one shares. */
  sharesWith?: number;
};

/** Writes a zip with its central directory exactly as told. */
export function rawZip(entries: readonly RawEntry[], comment = Buffer.alloc(0)): Buffer {
  const pieces: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.sharesWith !== undefined) {
      offsets.push(offsets[entry.sharesWith] as number);
      continue;
    }
    const piece = Buffer.concat([header(entry, 0x04034b50, 0), nameOf(entry), entry.packed]);
    offsets.push(at);
    pieces.push(piece);
    at += piece.length;
  }
  const directory = Buffer.concat(
    entries.map((entry, index) =>
      Buffer.concat([
        header(entry, 0x02014b50, offsets[index] as number),
        nameOf(entry),
        entry.extra ?? Buffer.alloc(0),
      ]),
    ),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...pieces, directory, end, comment]);
}

/** Compresses honestly. */
export function entryOf(name: string, content: string | Buffer): RawEntry {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), method: 8, claimedSize: bytes.length };
}

/** Compressed zeros, `megabytes` of them, made by repeating one flushed block of a megabyte. */
export function packedZeros(megabytes: number, character = 0): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, character), { finishFlush: constants.Z_FULL_FLUSH });
  // An empty last block in fixed codes ends the stream.
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), Buffer.from([0x03, 0x00])]);
}

function nameOf(entry: RawEntry): Buffer {
  return Buffer.from(entry.name);
}

function header(entry: RawEntry, signature: number, offset: number): Buffer {
  const isCentral = signature === 0x02014b50;
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  const shift = isCentral ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(entry.flags ?? 0x800, 6 + shift);
  bytes.writeUInt16LE(entry.method ?? 0, 8 + shift);
  bytes.writeUInt32LE(crc32(entry.packed), 14 + shift);
  bytes.writeUInt32LE(entry.claimedPackedSize ?? entry.packed.length, 18 + shift);
  bytes.writeUInt32LE(entry.claimedSize ?? entry.packed.length, 22 + shift);
  bytes.writeUInt16LE(nameOf(entry).length, 26 + shift);
  if (isCentral) {
    bytes.writeUInt16LE(entry.extra?.length ?? 0, 30);
    bytes.writeUInt32LE(offset, 42);
  }
  return bytes;
}
