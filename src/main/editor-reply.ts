import { statSync } from 'node:fs';
import type { EditorReply, MediaInfo, MediaProblem } from '../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../shared/domain/reply.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { MediaView } from './reply-view.ts';
import type { ReadableDatabase, WritableDatabase } from './storage/database.ts';
import { findMedia, type Media, mediaPath, readMedia, storeMedia } from './storage/media.ts';
import { findStoredReply } from './storage/replies.ts';
import { replyChoices } from './storage/reply-choices.ts';
import { readDraft } from './storage/reply-drafts.ts';
import { storageProblem } from './storage/storage-problem.ts';

/** Largest picture or file that a reply may have, in bytes. */
export const maxMediaBytes = 20 * 1024 * 1024;

/** A reply with its unsaved changes, and what they refer to; null when there is neither. */
export function readEditorReply(
  db: ReadableDatabase,
  id: Id,
  media: MediaView,
  now: Date,
): EditorReply | null {
  const stored = findStoredReply(db, id);
  const draft = readDraft(db, id);
  if (!stored && !draft) return null;
  const contents = [stored?.reply, draft?.value].filter((content) => content !== undefined);
  return {
    id,
    saved: stored?.reply ?? null,
    deletedAt: stored?.deletedAt ?? null,
    draft,
    media: mediaInfo(db, contents.flatMap(mediaIn), media),
    links: replyChoices(db, [...new Set(contents.flatMap(linksOf))], now.toISOString()),
  };
}

/** What is known of stored files; unknown hashes are left out. */
export function mediaInfo(db: ReadableDatabase, hashes: readonly string[], media: MediaView): MediaInfo[] {
  return [...new Set(hashes)].flatMap((hash) => {
    const known = findMedia(db, hash);
    return known ? [infoOf(known, media)] : [];
  });
}

/** Stores a picture or file. */
export function addMedia(
  db: WritableDatabase,
  bytes: Uint8Array,
  media: MediaView,
  now: Date,
): Result<MediaInfo, MediaProblem> {
  if (bytes.length === 0) return err({ kind: 'empty' });
  if (bytes.length > maxMediaBytes) return err({ kind: 'too-large', limit: maxMediaBytes });
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return ok(infoOf(storeMedia(db, media.folder, buffer, now.toISOString()), media));
  } catch (error) {
    const code = storageCode(error);
    if (code === null) throw error;
    return err({ kind: 'storage', code });
  }
}

/** The code of an error that the disk or another program is to blame for, else null. */
function storageCode(error: unknown): string | null {
  const problem = storageProblem(error);
  if (problem) return problem.kind === 'storage' ? problem.code : 'SQLITE_BUSY';
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && code !== undefined ? code : null;
}

function infoOf({ hash, mime, bytes, width, height }: Media, media: MediaView): MediaInfo {
  return {
    hash,
    mime,
    bytes,
    width,
    height,
    url: isWhole(hash, mime, bytes, media) ? media.url(hash) : null,
  };
}

/** Pictures are shown, so they are read through; of a file, which may be large, the size has to do. */
function isWhole(hash: string, mime: string, bytes: number, media: MediaView): boolean {
  if (mime.startsWith('image/')) return readMedia(media.folder, hash) !== null;
  const path = mediaPath(media.folder, hash);
  return path !== null && statSync(path, { throwIfNoEntry: false })?.size === bytes;
}

function mediaIn({ variants }: Pick<ReplyDraft, 'variants'>): string[] {
  return variants.flat().flatMap((part) => (part.kind === 'text' ? [] : [part.hash]));
}

function linksOf({ successorId, nextIds }: Pick<ReplyDraft, 'successorId' | 'nextIds'>): Id[] {
  return successorId === null ? nextIds : [successorId, ...nextIds];
}
