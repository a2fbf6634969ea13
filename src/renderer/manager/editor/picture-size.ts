/** Longest sides that are offered, in pixels; null keeps the picture's own size. */
export const offeredSides = [null, 1_600, 1_080, 720] as const;

export type OfferedSide = (typeof offeredSides)[number];

/** What a new picture is scaled down to: sharp on a phone, and quick to send. */
export const defaultSide: OfferedSide = 1_600;

/** Largest PNG that is stored, in bytes: chats take five megabytes without shrinking the picture themselves. */
export const maxPngBytes = 5 * 1_024 * 1_024;

/** Largest file that is read as a picture at all, in bytes. */
export const maxSourceBytes = 50 * 1_024 * 1_024;

/** Most pixels that are decoded: 100 megapixels take 400 MB while they are open. */
export const maxSourcePixels = 100_000_000;

export type Size = { width: number; height: number };

/** `size` scaled down proportionally so that its longest side is `side` at most. Never larger than it is. */
export function fitted(size: Size, side: number | null): Size {
  const longest = Math.max(size.width, size.height);
  if (side === null || longest <= side) return size;
  return scaled(size, side / longest);
}

/**
 * The next size to try for a PNG that came out too large. Its bytes go roughly with its pixels; a tenth more is taken off,
 * so that the second try mostly fits.
 */
export function smaller(size: Size, bytes: number): Size {
  return scaled(size, Math.min(0.9, Math.sqrt(maxPngBytes / bytes) * 0.95));
}

function scaled({ width, height }: Size, factor: number): Size {
  const side = (length: number) => Math.max(1, Math.round(length * factor));
  return { width: side(width), height: side(height) };
}

/** The sides worth offering for a picture: its own size, and those that make it smaller. */
export function sidesFor(size: Size): OfferedSide[] {
  const longest = Math.max(size.width, size.height);
  return offeredSides.filter((side) => side === null || side < longest);
}
