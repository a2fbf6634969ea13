import { pictureHeader } from './picture-header.ts';
import {
  fitted,
  maxPngBytes,
  maxSourceBytes,
  maxSourcePixels,
  type OfferedSide,
  type Size,
  smaller,
} from './picture-size.ts';

/** A picture ready to be stored. */
export type MadePicture = {
  png: Uint8Array<ArrayBuffer>;
  size: Size;
  source: Size;
  /** It had to become smaller than asked for, so that its file stays small enough to send. */
  shrunk: boolean;
  /** Only the first of its frames was taken. */
  animated: boolean;
};

export type PictureProblem =
  | { kind: 'too-large'; limit: number }
  | { kind: 'too-many-pixels'; limit: number }
  /** Damaged, or of a kind that the page can't decode (HEIC, TIFF, SVG). */
  | { kind: 'unreadable' };

export type MakeResult = { ok: true; picture: MadePicture } | { ok: false; problem: PictureProblem };

/**
 * Decodes a picture upright as its EXIF says, scales it down to `side` and encodes it as a PNG of at most `maxPngBytes`.
 * Nothing else of the file is taken over, so that no camera data leaves with a reply.
 */
export async function makePicture(source: Blob, side: OfferedSide): Promise<MakeResult> {
  if (source.size > maxSourceBytes) return refuse({ kind: 'too-large', limit: maxSourceBytes });
  const header = pictureHeader(new Uint8Array(await source.arrayBuffer()));
  if (header?.size && header.size.width * header.size.height > maxSourcePixels) {
    return refuse({ kind: 'too-many-pixels', limit: maxSourcePixels });
  }
  const bitmap = await decode(source);
  if (!bitmap) return refuse({ kind: 'unreadable' });
  try {
    const own = { width: bitmap.width, height: bitmap.height };
    const wanted = fitted(own, side);
    let size = wanted;
    let png = await encode(bitmap, size);
    while (png.size > maxPngBytes) {
      size = smaller(size, png.size);
      png = await encode(bitmap, size);
    }
    const bytes = new Uint8Array(await png.arrayBuffer());
    const animated = header?.animated ?? false;
    return { ok: true, picture: { png: bytes, size, source: own, shrunk: size !== wanted, animated } };
  } finally {
    bitmap.close();
  }
}

function refuse(problem: PictureProblem): MakeResult {
  return { ok: false, problem };
}

/** Null when the browser can't decode it: it throws for a damaged picture as for an unknown kind. */
async function decode(source: Blob): Promise<ImageBitmap | null> {
  return createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => null);
}

async function encode(bitmap: ImageBitmap, { width, height }: Size): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The page has no 2d canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The bytes of a stored picture, to make it smaller; null when its file is gone. */
export async function storedPicture(url: string): Promise<Blob | null> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const bitmap = await createImageBitmap(image);
  try {
    return await encode(bitmap, { width: bitmap.width, height: bitmap.height });
  } finally {
    bitmap.close();
  }
}
