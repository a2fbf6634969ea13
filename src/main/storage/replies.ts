import type { Id, Instant, Reply, ReplyDraft } from '../../shared/domain/reply.ts';
import type { DraftProblem } from '../../shared/domain/reply-draft.ts';
import { draftProblems, normalizeDraft } from '../../shared/domain/reply-draft.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { shortcodeTaken } from './reply-actions.ts';
import { neverWas, type PartRow, toVariants } from './reply-rows.ts';
import { type ReplyWriter, replyWriter, type Saver } from './reply-writer.ts';
import { newId } from './uuid.ts';

/** Why a reply could not be saved. `shortcode-taken` names the reply that has it. */
export type SaveProblem = { kind: 'invalid'; problems: DraftProblem[] } | { kind: 'shortcode-taken'; by: Id };

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

const replyColumns = `id, library_id, category_id, title, shortcode, note, valid_from, valid_until, successor_id,
  favourite, revision, content_hash, created_at, updated_at`;

/** The reply `id` with all its parts, or null when it does not exist or was deleted. */
export function findReply(db: ReadableDatabase, id: Id): Reply | null {
  const row = db
    .prepare<[string], ReplyRow>(`SELECT ${replyColumns} FROM reply WHERE id = ? AND deleted_at IS NULL`)
    .get(id);
  return row ? toReply(db, row) : null;
}

/** A reply as the editor shows it, in the trash or not; null when it does not exist. */
export function findStoredReply(
  db: ReadableDatabase,
  id: Id,
): { reply: Reply; deletedAt: Instant | null } | null {
  const row = db
    .prepare<[string, string], ReplyRow & { deleted_at: string | null }>(
      `SELECT ${replyColumns}, deleted_at FROM reply WHERE id = ? AND deleted_at IS NOT ?`,
    )
    .get(id, neverWas);
  return row ? { reply: toReply(db, row), deletedAt: row.deleted_at } : null;
}

/** By whom and by which way a reply is saved. */
export type SaveContext = Omit<Saver, 'now'>;

const byNobody: SaveContext = { by: '', source: 'edit' };

/** One writer a database: preparing its statements takes longer than saving a reply. */
const writers = new WeakMap<WritableDatabase, ReplyWriter>();

function keptWriter(db: WritableDatabase): ReplyWriter {
  const kept = writers.get(db) ?? replyWriter(db);
  writers.set(db, kept);
  kept.forgetCategories();
  return kept;
}

/**
 * Saves a new reply with a new id, or with `id` where the caller needs to know it beforehand. It is no step of undo: that
 * is what the actions of the manager are for.
 */
export function insertReply(
  db: WritableDatabase,
  input: ReplyDraft,
  now: Date,
  id: Id = newId(now),
  context: SaveContext = byNobody,
): Result<Reply, SaveProblem> {
  const draft = normalizeDraft(input);
  return db
    .transaction((): Result<Reply, SaveProblem> => {
      const problem = saveProblem(db, draft, id);
      if (problem) return err(problem);
      keptWriter(db).create(id, { ...draft, deletedAt: null }, { now, ...context });
      return ok(findReply(db, id) as Reply);
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

/** What keeps a normalized draft from being saved under this id, or null. */
function saveProblem(db: ReadableDatabase, draft: ReplyDraft, id: Id): SaveProblem | null {
  const problems = draftProblems(draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const owner = shortcodeTaken(db, id, draft);
  return owner && { kind: 'shortcode-taken', by: owner.id };
}

function toReply(db: ReadableDatabase, row: ReplyRow): Reply {
  const partRows = db
    .prepare<[string], PartRow>(
      'SELECT variant, kind, text, media_hash FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
    )
    .all(row.id);
  const list = (sql: string) => db.prepare<[string], string>(sql).pluck().all(row.id);
  return {
    id: row.id,
    libraryId: row.library_id,
    categoryId: row.category_id,
    title: row.title,
    shortcode: row.shortcode,
    variants: toVariants(partRows),
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
