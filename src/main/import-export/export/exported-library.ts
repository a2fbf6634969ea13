import type { Category, Id, Library } from '../../../shared/domain/reply.ts';
import { listCategories } from '../../storage/categories.ts';
import type { ReadableDatabase } from '../../storage/database.ts';
import { listLibraries } from '../../storage/libraries.ts';
import { libraryReplyIds } from '../../storage/reply-keys.ts';
import { replyReader } from '../../storage/reply-rows.ts';
import type { ExportedReply } from '../repartee-json.ts';

/** Which replies an export holds: a whole library, or those with these ids in this order. */
export type ExportSelection = { kind: 'library'; libraryId: Id } | { kind: 'ids'; ids: Id[] };

/** What an export is written from. */
export type ExportedLibrary = {
  libraries: Library[];
  /** Parents before their children: all of a library, or those that the selected replies lie in. */
  categories: Category[];
  /** How many replies there are; one that is gone meanwhile is left out. */
  count: number;
  /** Reads the replies one by one, each time anew. */
  replies: () => Iterable<ExportedReply>;
  /** Names from the root to a category; empty for none. */
  pathOf: (categoryId: Id | null) => string[];
};

/**
 * Gathers what is to be exported.
 * @param onReply Told after each reply that was read, with its number from 1.
 */
export function exportedLibrary(
  db: ReadableDatabase,
  selection: ExportSelection,
  onReply: (number: number, count: number) => void,
): ExportedLibrary {
  const all = listCategories(db);
  const byId = new Map(all.map((category) => [category.id, category]));
  const reader = replyReader(db);
  const ids = selection.kind === 'library' ? libraryReplyIds(db, selection.libraryId) : selection.ids;
  const present = ids.filter((id) => reader.scalars(id)?.deletedAt === null);

  function* replies(): Generator<ExportedReply> {
    let number = 0;
    for (const id of present) {
      const state = reader.state(id);
      number += 1;
      onReply(number, present.length);
      if (!state) continue;
      const { deletedAt: _present, ...draft } = state;
      yield { id, ...draft };
    }
  }

  const used = new Set<Id>();
  const libraryIds = new Set<Id>(selection.kind === 'library' ? [selection.libraryId] : []);
  if (selection.kind === 'ids') {
    for (const id of present) {
      const scalars = reader.scalars(id);
      if (!scalars) continue;
      libraryIds.add(scalars.libraryId);
      let category = scalars.categoryId === null ? undefined : byId.get(scalars.categoryId);
      while (category && !used.has(category.id)) {
        used.add(category.id);
        category = category.parentId === null ? undefined : byId.get(category.parentId);
      }
    }
  }

  const paths = new Map<Id, string[]>();
  for (const { id, parentId, name } of all) {
    paths.set(id, [...(parentId === null ? [] : (paths.get(parentId) ?? [])), name]);
  }
  return {
    libraries: listLibraries(db).filter(({ id }) => libraryIds.has(id)),
    categories: all.filter(({ id, libraryId }) =>
      selection.kind === 'library' ? libraryId === selection.libraryId : used.has(id),
    ),
    count: present.length,
    replies,
    pathOf: (categoryId) => (categoryId === null ? [] : (paths.get(categoryId) ?? [])),
  };
}
