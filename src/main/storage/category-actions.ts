import { fold } from '../../shared/domain/fold.ts';
import { withoutHidden } from '../../shared/domain/hidden-characters.ts';
import type { Category, Id } from '../../shared/domain/reply.ts';
import type { ActionProblem, LibraryAction } from '../../shared/library-action.ts';
import { err, ok } from '../../shared/result.ts';
import { listCategories } from './categories.ts';
import { subtreeSql } from './category-writer.ts';
import type { ReadableDatabase } from './database.ts';
import type { Change } from './edit-journal.ts';
import type { Planned } from './library-actions.ts';
import { neverWas } from './reply-rows.ts';

type ActionOf<Kind extends LibraryAction['kind']> = Extract<LibraryAction, { kind: Kind }>;

/** A new category, the last one among its siblings. */
export function createCategory(db: ReadableDatabase, action: ActionOf<'create-category'>): Planned {
  const { id, libraryId, parentId, color } = action;
  const all = listCategories(db);
  if (all.some((category) => category.id === id)) return err({ kind: 'changed' });
  const hasLibrary = db.prepare('SELECT 1 FROM library WHERE id = ?').get(libraryId) !== undefined;
  const parent = all.find((category) => category.id === parentId);
  if (!hasLibrary || (parentId !== null && parent?.libraryId !== libraryId))
    return err({ kind: 'not-found' });
  const siblings = siblingsIn(all, libraryId, parentId, id);
  const name = tidyName(action.name);
  const problem = nameProblem(name, siblings);
  if (problem) return err(problem);
  const position = Math.max(-1, ...siblings.map((sibling) => sibling.position)) + 1;
  const category: Category = { id, libraryId, parentId, name, color, position };
  return plan('create-category', category, [{ entity: 'category', id, before: null, after: category }]);
}

/** Another name, another colour, or both. */
export function changeCategory(db: ReadableDatabase, action: ActionOf<'change-category'>): Planned {
  const all = listCategories(db);
  const before = all.find((category) => category.id === action.id);
  if (!before) return err({ kind: 'not-found' });
  const after: Category = {
    ...before,
    name: action.name === undefined ? before.name : tidyName(action.name),
    color: action.color === undefined ? before.color : action.color,
  };
  const problem = nameProblem(after.name, siblingsIn(all, before.libraryId, before.parentId, before.id));
  if (problem) return err(problem);
  return plan('change-category', after, changed(before, after));
}

/** To another parent or place within its library; the siblings there are numbered anew. */
export function moveCategory(
  db: ReadableDatabase,
  { id, parentId, position }: ActionOf<'move-category'>,
): Planned {
  const all = listCategories(db);
  const byId = new Map(all.map((category) => [category.id, category]));
  const moving = byId.get(id);
  const parent = parentId === null ? null : byId.get(parentId);
  if (!moving || parent === undefined) return err({ kind: 'not-found' });
  if (parent && parent.libraryId !== moving.libraryId) return err({ kind: 'into-itself' });
  if (pathUp(byId, parentId).includes(id)) return err({ kind: 'into-itself' });
  const siblings = siblingsIn(all, moving.libraryId, parentId, id);
  const problem = nameProblem(moving.name, siblings);
  if (problem) return err(problem);
  const ordered = [...siblings.slice(0, position), moving, ...siblings.slice(position)];
  const changes = ordered.flatMap((category, index) =>
    changed(category, { ...category, parentId, position: index }),
  );
  return plan('move-category', moving, changes);
}

/** The category with all below it. Their replies go into the trash, all as one step. */
export function deleteCategory(
  db: ReadableDatabase,
  { id }: ActionOf<'delete-category'>,
  now: Date,
): Planned {
  const below = new Set(db.prepare<[string], string>(`${subtreeSql} SELECT id FROM subtree`).pluck().all(id));
  const doomed = listCategories(db).filter((category) => below.has(category.id));
  const category = doomed[0];
  if (!category) return err({ kind: 'not-found' });
  const replies = db
    .prepare<[string, string], { id: Id; deleted_at: string | null }>(
      `${subtreeSql} SELECT id, deleted_at ${belowSql} ORDER BY rowid`,
    )
    .all(id, neverWas);
  const deletedAt = now.toISOString();
  const changes: Change[] = replies.map((reply) => ({
    entity: 'reply',
    id: reply.id,
    before: {},
    // Those in the trash lose their category too; said here, so that undoing gives it back.
    after: reply.deleted_at === null ? { categoryId: null, deletedAt } : { categoryId: null },
  }));
  for (const gone of doomed.reverse()) {
    changes.push({ entity: 'category', id: gone.id, before: gone, after: null });
  }
  return ok({
    label: { kind: 'delete-category', count: doomed.length, name: category.name },
    changes,
    skipped: 0,
  });
}

/** The replies that go with a category when it is deleted, those in the trash among them. */
const belowSql = 'FROM reply WHERE category_id IN (SELECT id FROM subtree) AND deleted_at IS NOT ?';

/** How many replies go with a category when it is deleted, those in the trash among them. */
export function countBelow(db: ReadableDatabase, id: Id): number {
  const count = db.prepare<[string, string], number>(`${subtreeSql} SELECT count(*) ${belowSql}`).pluck();
  return count.get(id, neverWas) ?? 0;
}

/** Ids from a category up to its root. */
function pathUp(byId: ReadonlyMap<Id, Category>, from: Id | null): Id[] {
  const ids: Id[] = [];
  for (let id = from; id !== null; id = byId.get(id)?.parentId ?? null) ids.push(id);
  return ids;
}

function plan(kind: LibraryAction['kind'], { name }: Category, changes: Change[]): Planned {
  return ok({ label: { kind, count: 1, name }, changes, skipped: 0 });
}

function changed(before: Category, after: Category): Change[] {
  const isSame =
    before.parentId === after.parentId &&
    before.name === after.name &&
    before.color === after.color &&
    before.position === after.position;
  return isSame ? [] : [{ entity: 'category', id: before.id, before, after }];
}

function tidyName(name: string): string {
  return withoutHidden(name).replace(/\s+/g, ' ').trim();
}

/** Siblings at one place in their order, without the category `except`. */
function siblingsIn(all: readonly Category[], libraryId: Id, parentId: Id | null, except: Id): Category[] {
  return all.filter(
    (category) =>
      category.libraryId === libraryId && category.parentId === parentId && category.id !== except,
  );
}

function nameProblem(name: string, siblings: readonly Category[]): ActionProblem | null {
  if (name === '') return { kind: 'invalid', problems: [{ field: 'title', problem: 'empty' }] };
  const key = fold(name);
  return siblings.some((sibling) => fold(sibling.name) === key) ? { kind: 'name-taken' } : null;
}
