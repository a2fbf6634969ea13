import type { Size } from './picture-size.ts';

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp';

/** What the first bytes of a picture say about it. `size` is null where they do not tell. */
export type PictureHeader = { kind: PictureKind; size: Size | null; animated: boolean };

/**
 * Reads kind, size and whether it moves from a picture's bytes, before anything is decoded; null for what is none of the
 * known kinds. Layouts: PNG and APNG (W3C PNG 3rd edition), JPEG (ITU T.81), GIF89a, WebP container (RFC 9649), BMP.
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length));
  if (bytes.length >= 26 && ascii(1, 3) === 'PNG' && bytes[0] === 0x89) {
    return {
      kind: 'png',
      size: { width: view.getUint32(16), height: view.getUint32(20) },
      animated: pngMoves(view),
    };
  }
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) {
    return { kind: 'jpeg', size: jpegSize(view), animated: false };
  }
  if (bytes.length >= 13 && ascii(0, 4) === 'GIF8') {
    return {
      kind: 'gif',
      size: { width: view.getUint16(6, true), height: view.getUint16(8, true) },
      animated: gifFrames(view, 2) > 1,
    };
  }
  if (bytes.length >= 30 && ascii(0, 4) === 'RIFF' && ascii(8, 4) === 'WEBP') {
    return webpHeader(view, ascii(12, 4));
  }
  if (bytes.length >= 26 && ascii(0, 2) === 'BM') {
    const size = { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    return { kind: 'bmp', size, animated: false };
  }
  return null;
}

/** The chunk `acTL` stands before the first pixels of a PNG that moves. */
function pngMoves(view: DataView): boolean {
  let at = 8;
  while (at + 8 <= view.byteLength) {
    const name = view.getUint32(at + 4);
    if (name === 0x6163544c) return true;
    if (name === 0x49444154) return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** Walks the segments of a JPEG up to the frame header. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Counts the pictures of a GIF, up to `limit`. */
function gifFrames(view: DataView, limit: number): number {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(view.getUint8(10));
  let frames = 0;
  while (at < view.byteLength && frames < limit) {
    const block = view.getUint8(at);
    if (block === 0x21) {
      at = afterSubBlocks(view, at + 2);
    } else if (block === 0x2c && at + 10 <= view.byteLength) {
      frames += 1;
      at = afterSubBlocks(view, at + 11 + tableBytes(view.getUint8(at + 9)));
    } else {
      break;
    }
  }
  return frames;
}

function afterSubBlocks(view: DataView, from: number): number {
  let at = from;
  while (at < view.byteLength) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}

function webpHeader(view: DataView, chunk: string): PictureHeader {
  const header = (size: Size | null, animated = false): PictureHeader => ({ kind: 'webp', size, animated });
  if (chunk === 'VP8X') {
    const three = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return header({ width: three(24), height: three(27) }, (view.getUint8(20) & 0x02) !== 0);
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return header({ width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) });
  }
  if (chunk === 'VP8 ') {
    return header({ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff });
  }
  return header(null);
}
