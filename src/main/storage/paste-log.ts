import type { Id, Instant } from '../../shared/domain/reply.ts';
import type { WritableDatabase } from './database.ts';

/** One insertion: which reply, which revision, when, in which app, how it ended; never the text or a title. */
export type PasteLogEntry = { replyId: Id; revision: number; at: Instant; app: string; outcome: string };

/** Appends to the paste log. */
export function logPaste(db: WritableDatabase, entry: PasteLogEntry): void {
  db.prepare('INSERT INTO paste_log (reply_id, revision, at, app, outcome) VALUES (?, ?, ?, ?, ?)').run(
    entry.replyId,
    entry.revision,
    entry.at,
    entry.app,
    entry.outcome,
  );
}
