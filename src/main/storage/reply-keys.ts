import type { Id } from '../../shared/domain/reply.ts';
import type { ReadableDatabase } from './database.ts';

/** What a reply is recognised by. */
export type ReplyKeys = {
  id: Id;
  categoryId: Id | null;
  title: string;
  shortcode: string | null;
  /** Null while it has not been computed. */
  bodyHash: string | null;
};

/** What the replies of a library are recognised by, in the order in which they were made. */
export function listReplyKeys(db: ReadableDatabase, libraryId: Id): ReplyKeys[] {
  return db
    .prepare<[string], ReplyKeys>(
      `SELECT id, category_id AS categoryId, title, shortcode, body_hash AS bodyHash
       FROM reply WHERE library_id = ? AND deleted_at IS NULL ORDER BY id`,
    )
    .all(libraryId);
}

/** Ids of a library's replies as a reader of it expects them: by category in its order, then by title. */
export function libraryReplyIds(db: ReadableDatabase, libraryId: Id): Id[] {
  return db
    .prepare<[string], string>(
      `WITH RECURSIVE tree (id, place) AS (
         SELECT id, printf('%08d', position) || id FROM category WHERE parent_id IS NULL
         UNION ALL
         SELECT category.id, place || printf('%08d', category.position) || category.id
         FROM category JOIN tree ON category.parent_id = tree.id
       )
       SELECT reply.id FROM reply LEFT JOIN tree ON tree.id = reply.category_id
       WHERE library_id = ? AND deleted_at IS NULL ORDER BY place IS NULL, place, title, reply.id`,
    )
    .pluck()
    .all(libraryId);
}
