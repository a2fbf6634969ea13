import type { LibraryTree, TagCount } from '../../shared/contract/library-calls.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { listCategories } from './categories.ts';
import type { ReadableDatabase } from './database.ts';
import { listLibraries } from './libraries.ts';
import { listDrafts } from './reply-drafts.ts';
import { neverWas } from './reply-rows.ts';

const maxTags = 500;

/** Libraries and categories with the number of their living replies, tags, and how much the trash and drafts hold. */
export function readTree(db: ReadableDatabase): LibraryTree {
  const categories = listCategories(db);
  const own = ownCounts(db);
  const uncategorized = new Map(
    db
      .prepare<[], [Id, number]>(
        `SELECT library_id, count(*) FROM reply WHERE category_id IS NULL AND deleted_at IS NULL
         GROUP BY library_id`,
      )
      .raw()
      .all(),
  );
  const counts = new Map(categories.map(({ id }) => [id, own.get(id) ?? 0]));
  const libraryCounts = new Map(uncategorized);
  const add = (map: Map<Id, number>, id: Id, count: number) => map.set(id, (map.get(id) ?? 0) + count);
  // Children stand behind their parents: from the end, each is complete when it is added to its parent.
  for (const { id, parentId, libraryId } of categories.toReversed()) {
    const count = counts.get(id) ?? 0;
    if (parentId === null) add(libraryCounts, libraryId, count);
    else add(counts, parentId, count);
  }
  const trash = db
    .prepare<[string], number>('SELECT count(*) FROM reply WHERE deleted_at > ?')
    .pluck()
    .get(neverWas);
  return {
    libraries: listLibraries(db).map((library) => ({
      ...library,
      count: libraryCounts.get(library.id) ?? 0,
      uncategorized: uncategorized.get(library.id) ?? 0,
    })),
    categories: categories.map((category) => ({ ...category, count: counts.get(category.id) ?? 0 })),
    tags: listTags(db),
    trash: trash ?? 0,
    drafts: listDrafts(db).length,
  };
}

/**
 * Living replies of each category itself. All are counted by the index alone and those in the trash, few as a rule, taken
 * off: looking at each reply takes twenty times as long.
 */
function ownCounts(db: ReadableDatabase): Map<Id, number> {
  const count = (sql: string) => db.prepare<[], [Id, number]>(sql).raw().all();
  const counts = new Map(
    count('SELECT category_id, count(*) FROM reply WHERE category_id IS NOT NULL GROUP BY category_id'),
  );
  const deleted = count(
    `SELECT category_id, count(*) FROM reply INDEXED BY reply_deleted
     WHERE deleted_at IS NOT NULL AND category_id IS NOT NULL GROUP BY category_id`,
  );
  for (const [id, gone] of deleted) counts.set(id, (counts.get(id) ?? 0) - gone);
  return counts;
}

/** Tags of living replies, the most used first, at most 500. */
export function listTags(db: ReadableDatabase): TagCount[] {
  const all = db.prepare<[], TagCount>('SELECT tag, count(*) AS count FROM reply_tag GROUP BY tag').all();
  // As in `ownCounts`.
  const deleted = new Map(
    db
      .prepare<[], [string, number]>(
        `SELECT tag, count(*) FROM reply CROSS JOIN reply_tag ON reply_id = reply.id
         WHERE deleted_at IS NOT NULL GROUP BY tag`,
      )
      .raw()
      .all(),
  );
  return all
    .map(({ tag, count }) => ({ tag, count: count - (deleted.get(tag) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, maxTags);
}
