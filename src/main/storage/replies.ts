import { createHash } from 'node:crypto';
import type { Id, Instant, Part, Reply, ReplyDraft } from '../../shared/domain/reply.ts';
import type { DraftProblem } from '../../shared/domain/reply-draft.ts';
import { draftProblems, normalizeDraft } from '../../shared/domain/reply-draft.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { newId } from './uuid.ts';

/** Why a reply could not be saved. `shortcode-taken` names the reply that has it. */
export type SaveProblem =
  | { kind: 'invalid'; problems: DraftProblem[] }
  | { kind: 'shortcode-taken'; by: Id }
  | { kind: 'not-found' };

type ReplyRow = {
  id: string;
  library_id: string;
  category_id: string | null;
  title: string;
  shortcode: string | null;
  note: string;
  valid_from: string | null;
  valid_until: string | null;
  successor_id: string | null;
  favourite: 0 | 1;
  revision: number;
  content_hash: string;
  created_at: string;
  updated_at: string;
};

type PartRow = { variant: number; kind: Part['kind']; text: string; media_hash: string | null };

const replyColumns = `id, library_id, category_id, title, shortcode, note, valid_from, valid_until, successor_id,
  favourite, revision, content_hash, created_at, updated_at`;

/** The reply `id` with all its parts, or null when it does not exist or was deleted. */
export function findReply(db: ReadableDatabase, id: Id): Reply | null {
  const row = db
    .prepare<[string], ReplyRow>(`SELECT ${replyColumns} FROM reply WHERE id = ? AND deleted_at IS NULL`)
    .get(id);
  return row ? toReply(db, row) : null;
}

/** Saves a new reply with a new id, or with `id` where the caller needs to know it beforehand. */
export function insertReply(
  db: WritableDatabase,
  input: ReplyDraft,
  now: Date,
  id: Id = newId(now),
): Result<Reply, SaveProblem> {
  const draft = normalizeDraft(input);
  const problem = saveProblem(db, draft, id);
  if (problem) return err(problem);
  const at = now.toISOString();
  db.transaction(() => {
    db.prepare(
      `INSERT INTO reply (id, library_id, category_id, title, shortcode, note, valid_from, valid_until,
         successor_id, favourite, revision, content_hash, created_at, updated_at)
       VALUES (@id, @libraryId, @categoryId, @title, @shortcode, @note, @validFrom, @validUntil,
         @successorId, @favourite, 1, @contentHash, @at, @at)`,
    ).run({ ...rowValues(draft), id, at });
    writeDetails(db, id, draft);
  }).immediate();
  return ok(findReply(db, id) as Reply);
}

/** Saves a changed reply as its next revision. A draft equal to what is stored changes nothing. */
export function updateReply(
  db: WritableDatabase,
  id: Id,
  input: ReplyDraft,
  now: Date,
): Result<Reply, SaveProblem> {
  const current = findReply(db, id);
  if (!current) return err({ kind: 'not-found' });
  const draft = normalizeDraft(input);
  const problem = saveProblem(db, draft, id);
  if (problem) return err(problem);
  const unchanged =
    contentHash(draft) === current.contentHash &&
    draft.categoryId === current.categoryId &&
    draft.favourite === current.favourite;
  if (unchanged) return ok(current);
  db.transaction(() => {
    db.prepare(
      `UPDATE reply SET library_id = @libraryId, category_id = @categoryId, title = @title,
         shortcode = @shortcode, note = @note, valid_from = @validFrom, valid_until = @validUntil,
         successor_id = @successorId, favourite = @favourite, revision = revision + 1,
         content_hash = @contentHash, updated_at = @at
       WHERE id = @id`,
    ).run({ ...rowValues(draft), id, at: now.toISOString() });
    for (const table of ['reply_part', 'reply_tag', 'reply_next']) {
      db.prepare(`DELETE FROM ${table} WHERE reply_id = ?`).run(id);
    }
    writeDetails(db, id, draft);
  }).immediate();
  return ok(findReply(db, id) as Reply);
}

/** Marks a reply as deleted; its rows stay, so that it can be brought back. False when there is none. */
export function deleteReply(db: WritableDatabase, id: Id, now: Date): boolean {
  return setDeleted(db, id, now.toISOString(), 'deleted_at IS NULL');
}

/** Brings a deleted reply back; its shortcode is given up if another reply has taken it. */
export function restoreReply(db: WritableDatabase, id: Id): boolean {
  return db
    .transaction(() => {
      db.prepare(
        `UPDATE reply SET shortcode = NULL WHERE id = ? AND EXISTS (
           SELECT 1 FROM reply AS other WHERE other.library_id = reply.library_id
             AND other.shortcode = reply.shortcode AND other.id <> reply.id AND other.deleted_at IS NULL)`,
      ).run(id);
      return setDeleted(db, id, null, 'deleted_at IS NOT NULL');
    })
    .immediate();
}

/**
 * Follows the successors of the reply `id` to the first one that is valid at `now`.
 * Null when there is none, or when the chain runs in a circle.
 */
export function validSuccessor(db: ReadableDatabase, id: Id, now: Instant): { id: Id; title: string } | null {
  const next = db.prepare<
    [string],
    { id: string; title: string; valid_from: string | null; valid_until: string | null }
  >(
    `SELECT successor.id, successor.title, successor.valid_from, successor.valid_until
     FROM reply JOIN reply AS successor ON successor.id = reply.successor_id
     WHERE reply.id = ? AND successor.deleted_at IS NULL`,
  );
  const seen = new Set([id]);
  let current = next.get(id);
  while (current && !seen.has(current.id)) {
    const started = current.valid_from === null || current.valid_from <= now;
    const ended = current.valid_until !== null && current.valid_until <= now;
    if (started && !ended) return { id: current.id, title: current.title };
    seen.add(current.id);
    current = next.get(current.id);
  }
  return null;
}

/** Titles of the replies with these ids, in that order; ids that are gone are left out. */
export function replyTitles(db: ReadableDatabase, ids: readonly Id[]): { id: Id; title: string }[] {
  const find = db.prepare<[string], { id: string; title: string }>(
    'SELECT id, title FROM reply WHERE id = ? AND deleted_at IS NULL',
  );
  return ids.flatMap((id) => find.get(id) ?? []);
}

/** Replies that can serve as the holding line: those with several variants, and the one that serves now. */
export function holdingChoices(db: ReadableDatabase, current: Id | null): { id: Id; title: string }[] {
  return db
    .prepare<[string | null], { id: string; title: string }>(
      `SELECT id, title FROM reply WHERE deleted_at IS NULL
         AND (id = ? OR EXISTS (SELECT 1 FROM reply_part WHERE reply_id = reply.id AND variant = 1))
       ORDER BY title LIMIT 500`,
    )
    .all(current);
}

/** SHA-256 over everything an agent would see or paste of a reply; category and favourite mark do not count. */
export function contentHash(draft: ReplyDraft): string {
  const content = [
    draft.title,
    draft.shortcode,
    draft.variants.map((parts) => parts.map(partColumns)),
    draft.tags,
    draft.note,
    draft.validFrom,
    draft.validUntil,
    draft.successorId,
    draft.nextIds,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function saveProblem(db: ReadableDatabase, draft: ReplyDraft, id: Id): SaveProblem | null {
  const problems = draftProblems(draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  if (draft.shortcode === null) return null;
  const owner = db
    .prepare<[string, string, string], string>(
      'SELECT id FROM reply WHERE library_id = ? AND shortcode = ? AND id <> ? AND deleted_at IS NULL',
    )
    .pluck()
    .get(draft.libraryId, draft.shortcode, id);
  return owner === undefined ? null : { kind: 'shortcode-taken', by: owner };
}

function rowValues(draft: ReplyDraft) {
  return {
    libraryId: draft.libraryId,
    categoryId: draft.categoryId,
    title: draft.title,
    shortcode: draft.shortcode,
    note: draft.note,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    successorId: draft.successorId,
    favourite: draft.favourite ? 1 : 0,
    contentHash: contentHash(draft),
  };
}

function writeDetails(db: WritableDatabase, id: Id, draft: ReplyDraft): void {
  const addPart = db.prepare(
    'INSERT INTO reply_part (reply_id, variant, position, kind, text, media_hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  draft.variants.forEach((parts, variant) => {
    parts.forEach((part, position) => {
      addPart.run(id, variant, position, ...partColumns(part));
    });
  });
  const addTag = db.prepare('INSERT INTO reply_tag (reply_id, position, tag) VALUES (?, ?, ?)');
  draft.tags.forEach((tag, position) => {
    addTag.run(id, position, tag);
  });
  const addNext = db.prepare('INSERT INTO reply_next (reply_id, position, next_id) VALUES (?, ?, ?)');
  draft.nextIds.forEach((nextId, position) => {
    addNext.run(id, position, nextId);
  });
  noteChange(db, id);
}

/** Puts the reply at the end of the list of changes that the search index works off. */
function noteChange(db: WritableDatabase, id: Id): void {
  db.prepare('DELETE FROM reply_change WHERE reply_id = ?').run(id);
  db.prepare('INSERT INTO reply_change (reply_id) VALUES (?)').run(id);
}

function setDeleted(db: WritableDatabase, id: Id, at: Instant | null, condition: string): boolean {
  return db
    .transaction(() => {
      const { changes } = db
        .prepare(`UPDATE reply SET deleted_at = ? WHERE id = ? AND ${condition}`)
        .run(at, id);
      if (changes > 0) noteChange(db, id);
      return changes > 0;
    })
    .immediate();
}

/** Column `text` holds a text part's text, an image's description or a file's name. */
function partColumns(part: Part): [kind: string, text: string, mediaHash: string | null] {
  switch (part.kind) {
    case 'text':
      return ['text', part.text, null];
    case 'image':
      return ['image', part.alt, part.hash];
    case 'file':
      return ['file', part.name, part.hash];
  }
}

function toPart(row: PartRow): Part {
  if (row.kind === 'text' || row.media_hash === null) return { kind: 'text', text: row.text };
  if (row.kind === 'image') return { kind: 'image', hash: row.media_hash, alt: row.text };
  return { kind: 'file', hash: row.media_hash, name: row.text };
}

function toReply(db: ReadableDatabase, row: ReplyRow): Reply {
  const partRows = db
    .prepare<[string], PartRow>(
      'SELECT variant, kind, text, media_hash FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
    )
    .all(row.id);
  const variants: Part[][] = [];
  for (const part of partRows) {
    variants[part.variant] ??= [];
    variants[part.variant]?.push(toPart(part));
  }
  const list = (sql: string) => db.prepare<[string], string>(sql).pluck().all(row.id);
  return {
    id: row.id,
    libraryId: row.library_id,
    categoryId: row.category_id,
    title: row.title,
    shortcode: row.shortcode,
    variants,
    tags: list('SELECT tag FROM reply_tag WHERE reply_id = ? ORDER BY position'),
    note: row.note,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    successorId: row.successor_id,
    nextIds: list('SELECT next_id FROM reply_next WHERE reply_id = ? ORDER BY position'),
    favourite: row.favourite === 1,
    revision: row.revision,
    contentHash: row.content_hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
