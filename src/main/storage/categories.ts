import type { Category, Id, Instant } from '../../shared/domain/reply.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

type CategoryRow = {
  id: string;
  library_id: string;
  parent_id: string | null;
  name: string;
  color: string | null;
  position: number;
};

/** All categories of all libraries, parents before their children, siblings in their order. */
export function listCategories(db: ReadableDatabase): Category[] {
  return db
    .prepare<[], CategoryRow>(
      `WITH RECURSIVE tree (id, depth) AS (
         SELECT id, 0 FROM category WHERE parent_id IS NULL
         UNION ALL SELECT category.id, depth + 1 FROM category JOIN tree ON category.parent_id = tree.id
       )
       SELECT category.id, library_id, parent_id, name, color, position
       FROM category JOIN tree USING (id) ORDER BY depth, position, name, category.id`,
    )
    .all()
    .map(toCategory);
}

/** Adds a category. */
export function insertCategory(db: WritableDatabase, category: Category, now: Instant): Id {
  db.prepare(
    `INSERT INTO category (id, library_id, parent_id, name, color, position, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    category.id,
    category.libraryId,
    category.parentId,
    category.name,
    category.color,
    category.position,
    now,
    now,
  );
  return category.id;
}

/** Names from the root to the category `id`; empty for null or an unknown one. */
export function categoryPath(db: ReadableDatabase, id: Id | null): string[] {
  if (id === null) return [];
  return db
    .prepare<[string], string>(
      `WITH RECURSIVE up (parent_id, name, height) AS (
         SELECT parent_id, name, 0 FROM category WHERE id = ?
         UNION ALL
         SELECT category.parent_id, category.name, height + 1 FROM category JOIN up ON category.id = up.parent_id
       )
       SELECT name FROM up ORDER BY height DESC`,
    )
    .pluck()
    .all(id);
}

function toCategory(row: CategoryRow): Category {
  return {
    id: row.id,
    libraryId: row.library_id,
    parentId: row.parent_id,
    name: row.name,
    color: row.color,
    position: row.position,
  };
}
