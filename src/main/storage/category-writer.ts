import type { Category, Id } from '../../shared/domain/reply.ts';
import type { WritableDatabase } from './database.ts';

/** Ids of a category and of all below it. */
export const subtreeSql = `WITH RECURSIVE subtree (id) AS (
  SELECT id FROM category WHERE id = ?
  UNION ALL SELECT category.id FROM category JOIN subtree ON category.parent_id = subtree.id
)`;

/** Writes categories and notes the replies below them as changed, whose paths the search knows. */
export type CategoryWriter = {
  /** Whether `put` can do this now: parent and library are there; a category to be removed has none below it. */
  fits(id: Id, after: Category | null): boolean;
  /** Adds, changes or (null) removes a category. Returns what was there before. */
  put(id: Id, after: Category | null): Category | null;
};

/** Makes a writer; worth keeping for many writes, since its statements are prepared once. `now` is the time of all of them. */
export function categoryWriter(db: WritableDatabase, now: Date): CategoryWriter {
  const at = now.toISOString();
  const find = db.prepare<[string], Category>(
    `SELECT id, library_id AS libraryId, parent_id AS parentId, name, color, position FROM category WHERE id = ?`,
  );
  const insert = db.prepare(
    `INSERT INTO category (id, library_id, parent_id, name, color, position, created_at, updated_at)
     VALUES (@id, @libraryId, @parentId, @name, @color, @position, @at, @at)`,
  );
  const update = db.prepare(
    `UPDATE category SET library_id = @libraryId, parent_id = @parentId, name = @name, color = @color,
       position = @position, updated_at = @at WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM category WHERE id = ?');
  const hasChildren = db.prepare<[string], 1>('SELECT 1 FROM category WHERE parent_id = ?').pluck();
  const libraryExists = db.prepare<[string], 1>('SELECT 1 FROM library WHERE id = ?').pluck();
  const noteReplies = db.prepare(
    `INSERT OR REPLACE INTO reply_change (reply_id)
     ${subtreeSql} SELECT id FROM reply WHERE category_id IN (SELECT id FROM subtree)`,
  );

  return {
    fits(id, after) {
      if (after === null) return find.get(id) !== undefined && hasChildren.get(id) === undefined;
      if (libraryExists.get(after.libraryId) === undefined) return false;
      return after.parentId === null || find.get(after.parentId)?.libraryId === after.libraryId;
    },
    put(id, after) {
      const before = find.get(id) ?? null;
      if (after === null) {
        // Before the row goes: its replies lose their category with it.
        noteReplies.run(id);
        remove.run(id);
      } else if (before === null) {
        insert.run({ ...after, at });
      } else {
        update.run({ ...after, at });
        const seen = (category: Category) => [category.parentId, category.name, category.color].join('\n');
        if (seen(before) !== seen(after)) noteReplies.run(id);
      }
      return before;
    },
  };
}
