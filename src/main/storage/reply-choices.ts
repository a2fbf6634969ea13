import type { ReplyChoice } from '../../shared/contract/library-calls.ts';
import type { Id, Instant } from '../../shared/domain/reply.ts';
import { validityAt } from '../../shared/domain/reply.ts';
import { categoryPath } from './categories.ts';
import type { ReadableDatabase } from './database.ts';

type Row = {
  id: Id;
  title: string;
  category_id: Id | null;
  valid_from: Instant | null;
  valid_until: Instant | null;
};

/** What a picker shows of the replies with these ids, in that order; those that are gone are left out. */
export function replyChoices(db: ReadableDatabase, ids: readonly Id[], now: Instant): ReplyChoice[] {
  const find = db.prepare<[string], Row>(
    `SELECT id, title, category_id, valid_from, valid_until FROM reply WHERE id = ? AND deleted_at IS NULL`,
  );
  return ids.flatMap((id) => {
    const row = find.get(id);
    if (!row) return [];
    const validity = validityAt({ validFrom: row.valid_from, validUntil: row.valid_until }, now);
    return [{ id, title: row.title, categoryPath: categoryPath(db, row.category_id), validity }];
  });
}

/** Ids of the replies that were changed last, the latest first. */
export function latestReplies(db: ReadableDatabase, limit: number): Id[] {
  return db
    .prepare<[number], string>(
      `SELECT reply.id FROM reply_change JOIN reply ON reply.id = reply_id WHERE deleted_at IS NULL
       ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
    .all(limit);
}
