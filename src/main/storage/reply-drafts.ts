import type { Id, Instant, ReplyDraft } from '../../shared/domain/reply.ts';
import { replyDraft } from '../../shared/library-action.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { neverWas } from './reply-rows.ts';

/** Unsaved changes of a reply, and the revision that they were made on: null for a new reply. */
export type StoredDraft = { value: ReplyDraft; revision: number | null; at: Instant };

type DraftRow = { content: string; revision: number | null; at: string };

/** Keeps what was typed so far; it is what the page shows, neither normalized nor checked. */
export function saveDraft(
  db: WritableDatabase,
  id: Id,
  revision: number | null,
  draft: ReplyDraft,
  now: Date,
): void {
  db.prepare(
    `INSERT INTO reply_draft (reply_id, revision, content, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (reply_id) DO UPDATE SET revision = excluded.revision, content = excluded.content, at = excluded.at`,
  ).run(id, revision, JSON.stringify(draft), now.toISOString());
}

/** The draft of a reply, null when there is none. One that cannot be read counts as none and is left where it is. */
export function readDraft(db: ReadableDatabase, id: Id): StoredDraft | null {
  const row = db
    .prepare<[string], DraftRow>('SELECT content, revision, at FROM reply_draft WHERE reply_id = ?')
    .get(id);
  const value = row ? parseDraft(row.content) : null;
  return row && value ? { value, revision: row.revision, at: row.at } : null;
}

/** Forgets the draft of a reply, if there is one. */
export function discardDraft(db: WritableDatabase, id: Id): void {
  db.prepare('DELETE FROM reply_draft WHERE reply_id = ?').run(id);
}

/** Ids of the replies with a draft, the latest first: those in the library, and new ones; not those in the trash. */
export function listDrafts(db: ReadableDatabase): Id[] {
  return db
    .prepare<[string], { reply_id: Id; content: string }>(
      `SELECT reply_id, content FROM reply_draft LEFT JOIN reply ON reply.id = reply_id
       WHERE deleted_at IS NULL OR deleted_at = ? ORDER BY at DESC, reply_id`,
    )
    .all(neverWas)
    .filter(({ content }) => parseDraft(content) !== null)
    .map((row) => row.reply_id);
}

function parseDraft(content: string): ReplyDraft | null {
  try {
    const parsed = replyDraft.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
