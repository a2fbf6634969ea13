import { statSync } from 'node:fs';
import type { FillContext, FilledPiece } from '../shared/domain/fill.ts';
import { fillPieces } from '../shared/domain/fill.ts';
import type { Id, Part, Reply } from '../shared/domain/reply.ts';
import { validityAt } from '../shared/domain/reply.ts';
import type { PreviewPart, ReplyView } from '../shared/ipc.ts';
import { categoryPath } from './storage/categories.ts';
import type { ReadableDatabase } from './storage/database.ts';
import { findMedia, mediaPath, readMedia } from './storage/media.ts';
import { findReply, replyTitles, validSuccessor } from './storage/replies.ts';

/** How a page reaches a stored picture, and the folder where the files lie. */
export type MediaView = { url: (hash: string) => string; folder: string };

/** What the preview shows of a reply, filled as far as no agent is needed; null when the reply is gone. */
export function viewReply(
  db: ReadableDatabase,
  id: Id,
  context: FillContext,
  media: MediaView,
): Omit<ReplyView, 'remembered'> | null {
  const reply = findReply(db, id);
  if (!reply) return null;
  const now = context.now.toISOString();
  const validity = validityAt(reply, now);
  return {
    id: reply.id,
    revision: reply.revision,
    title: reply.title,
    shortcode: reply.shortcode,
    categoryPath: categoryPath(db, reply.categoryId),
    tags: reply.tags,
    note: reply.note,
    validity,
    validFrom: reply.validFrom,
    validUntil: reply.validUntil,
    successor: validity === 'expired' ? validSuccessor(db, reply.id, now) : null,
    next: replyTitles(db, reply.nextIds),
    variants: reply.variants.map((parts) => viewParts(db, parts, context, media)),
  };
}

function viewParts(
  db: ReadableDatabase,
  parts: Reply['variants'][number],
  context: FillContext,
  media: MediaView,
): PreviewPart[] {
  const texts = parts.filter((part) => part.kind === 'text').map((part) => part.text);
  const filled = fillPieces(texts, context);
  return parts.map((part) =>
    part.kind === 'text' ? viewText(filled.shift() ?? []) : viewMedia(db, part, media),
  );
}

function viewText(pieces: FilledPiece[]): PreviewPart {
  return { kind: 'text', pieces };
}

function viewMedia(
  db: ReadableDatabase,
  part: Exclude<Part, { kind: 'text' }>,
  media: MediaView,
): PreviewPart {
  const known = findMedia(db, part.hash);
  if (part.kind === 'file') {
    // Files can be large: only pasting reads them through.
    const isThere = known !== null && sizeOf(mediaPath(media.folder, part.hash)) === known.bytes;
    return { kind: 'file', name: part.name, bytes: isThere ? known.bytes : null };
  }
  return {
    kind: 'image',
    url: readMedia(media.folder, part.hash) === null ? null : media.url(part.hash),
    alt: part.alt,
    width: known?.width ?? 0,
    height: known?.height ?? 0,
  };
}

function sizeOf(path: string | null): number | undefined {
  return path === null ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
}
