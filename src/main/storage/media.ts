import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant, MediaHash } from '../../shared/domain/reply.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { describeMedia } from './media-kind.ts';

/** What is known of a stored file. Width and height in pixels, null for what is no picture. */
export type Media = {
  hash: MediaHash;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
};

/** Where the file with this hash lies below the media folder, or null when `hash` is no SHA-256. */
export function mediaPath(folder: string, hash: string): string | null {
  return /^[0-9a-f]{64}$/.test(hash) ? join(folder, hash.slice(0, 2), hash) : null;
}

/**
 * Stores bytes under their SHA-256 and notes them in the database. What is stored already is written again only when it is
 * damaged.
 * The file is complete before it gets its name, so that a kill leaves no half picture.
 */
export function storeMedia(db: WritableDatabase, folder: string, bytes: Buffer, now: Instant): Media {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = mediaPath(folder, hash) as string;
  if (readMedia(folder, hash) === null) writeWhole(path, bytes);
  const media: Media = { hash, bytes: bytes.length, ...describeMedia(bytes) };
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
