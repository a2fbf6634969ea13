import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant, MediaHash } from '../../shared/domain/reply.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

/** What is known of a stored file. Width and height in pixels, null for what is not a PNG. */
export type Media = {
  hash: MediaHash;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Where the file with this hash lies below the media folder, or null when `hash` is no SHA-256. */
export function mediaPath(folder: string, hash: string): string | null {
  return /^[0-9a-f]{64}$/.test(hash) ? join(folder, hash.slice(0, 2), hash) : null;
}

/**
 * Stores bytes under their SHA-256 and notes them in the database; storing the same bytes again is no work.
 * The file is complete before it gets its name, so that a kill leaves no half picture.
 */
export function storeMedia(db: WritableDatabase, folder: string, bytes: Buffer, now: Instant): Media {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = mediaPath(folder, hash) as string;
  if (!hasSize(path, bytes.length)) writeWhole(path, bytes);
  const media: Media = { hash, bytes: bytes.length, ...describe(bytes) };
  db.prepare(
    `INSERT INTO media (hash, mime, bytes, width, height, created_at)
     VALUES (@hash, @mime, @bytes, @width, @height, @now) ON CONFLICT (hash) DO NOTHING`,
  ).run({ ...media, now });
  return media;
}

/** What the database knows of a file, or null. */
export function findMedia(db: ReadableDatabase, hash: MediaHash): Media | null {
  return (
    db
      .prepare<[string], Media>('SELECT hash, mime, bytes, width, height FROM media WHERE hash = ?')
      .get(hash) ?? null
  );
}

/**
 * Reads a stored file. Null when it is missing, unreadable, or no longer the bytes it is named for: a picture that
 * was swapped on disk must not be pasted.
 */
export function readMedia(folder: string, hash: MediaHash): Buffer | null {
  const path = mediaPath(folder, hash);
  if (path === null) return null;
  try {
    const bytes = readFileSync(path);
    return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null;
  } catch {
    return null;
  }
}

function hasSize(path: string, bytes: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes;
}

function writeWhole(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, bytes, { flush: true });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** PNG header layout: signature, then the IHDR chunk with width and height at bytes 16 and 20. */
function describe(bytes: Buffer): Pick<Media, 'mime' | 'width' | 'height'> {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).equals(pngSignature);
  if (!isPng) return { mime: 'application/octet-stream', width: null, height: null };
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
