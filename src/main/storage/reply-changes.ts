import type { Id } from '../../shared/domain/reply.ts';
import type { ReadableDatabase } from './database.ts';

/** Number of the latest change of a reply; every change moves a reply to the end of the list. */
export function lastChange(db: ReadableDatabase): number {
  return db.prepare<[], number | null>('SELECT max(seq) FROM reply_change').pluck().get() ?? 0;
}

/** Ids of the replies that were changed after the change `seq`, in that order. */
export function changedSince(db: ReadableDatabase, seq: number): Id[] {
  return db
    .prepare<[number], string>('SELECT reply_id FROM reply_change WHERE seq > ? ORDER BY seq')
    .pluck()
    .all(seq);
}
