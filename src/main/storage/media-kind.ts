/** What a file is by its first bytes. Width and height in pixels, null for what is no picture or does not say. */
export type MediaKind = { mime: string; width: number | null; height: number | null };

const unknown: MediaKind = { mime: 'application/octet-stream', width: null, height: null };

/** Recognises PNG, JPEG, GIF and WebP, whatever the file is called. */
export function describeMedia(bytes: Buffer): MediaKind {
  return png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? webp(bytes) ?? unknown;
}

/** PNG specification, 5.2 and 11.2.2: signature, then the IHDR chunk with the size at bytes 16 and 20. */
function png(bytes: Buffer): MediaKind | null {
  if (bytes.length <= 24 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** GIF89a specification, 17 and 18: signature, then the size of the logical screen. */
function gif(bytes: Buffer): MediaKind | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { mime: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** Tables and conditions, which have their codes among those of the frames. */
const noFrames = [0xc4, 0xc8, 0xcc];

/** ITU T.81, annex B: segments with their length, of which the start of frame (C0 to CF) has the size. */
function jpeg(bytes: Buffer): MediaKind | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8 || bytes[2] !== 0xff) return null;
  let place = 2;
  while (place + 9 <= bytes.length && bytes[place] === 0xff) {
    const marker = bytes.readUInt8(place + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !noFrames.includes(marker)) {
      return {
        mime: 'image/jpeg',
        width: bytes.readUInt16BE(place + 7),
        height: bytes.readUInt16BE(place + 5),
      };
    }
    place += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(place + 2);
  }
  return { mime: 'image/jpeg', width: null, height: null };
}

/** RFC 9649: a RIFF container whose first chunk is VP8, VP8L or VP8X, each with the size in a form of its own. */
function webp(bytes: Buffer): MediaKind | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const picture = (width: number, height: number): MediaKind => ({ mime: 'image/webp', width, height });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return picture(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return picture((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return picture(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return { mime: 'image/webp', width: null, height: null };
  }
}
