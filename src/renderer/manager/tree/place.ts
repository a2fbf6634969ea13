import type { LibraryTree, ListQuery } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

/** What the tree can select: each place is a list of replies. */
export type Place =
  | { kind: 'all' }
  | { kind: 'library'; libraryId: Id }
  | { kind: 'category'; libraryId: Id; categoryId: Id }
  | { kind: 'uncategorized'; libraryId: Id }
  | { kind: 'drafts' }
  | { kind: 'trash' };

/** A name for a place that is unique in the tree. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'library':
      return `library:${place.libraryId}`;
    case 'category':
      return `category:${place.categoryId}`;
    case 'uncategorized':
      return `uncategorized:${place.libraryId}`;
    default:
      return place.kind;
  }
}

/** The part of a list's query that a place stands for. */
export function placeQuery(place: Place): Pick<ListQuery, 'scope' | 'libraryId' | 'categoryId'> {
  switch (place.kind) {
    case 'drafts':
    case 'trash':
      return { scope: place.kind, libraryId: null, categoryId: null };
    case 'library':
      return { scope: 'all', libraryId: place.libraryId, categoryId: null };
    case 'category':
      return { scope: 'all', libraryId: place.libraryId, categoryId: place.categoryId };
    case 'uncategorized':
      return { scope: 'all', libraryId: place.libraryId, categoryId: 'none' };
    case 'all':
      return { scope: 'all', libraryId: null, categoryId: null };
  }
}

/**
 * Where a new reply or an import goes when this place is selected: its library and category, else the personal library
 * (the first one where there is none). Null while there is no library at all.
 */
export function placeTarget(
  place: Place,
  tree: LibraryTree,
): { libraryId: Id; categoryId: Id | null } | null {
  if (place.kind === 'category') return { libraryId: place.libraryId, categoryId: place.categoryId };
  if ('libraryId' in place) return { libraryId: place.libraryId, categoryId: null };
  const library = tree.libraries.find(({ tier }) => tier === 'personal') ?? tree.libraries[0];
  return library ? { libraryId: library.id, categoryId: null } : null;
}

/** The place itself while it exists, else the nearest that does: the library of a category that is gone, or everything. */
export function existingPlace(place: Place, tree: LibraryTree): Place {
  if (!('libraryId' in place)) return place;
  if (!tree.libraries.some(({ id }) => id === place.libraryId)) return { kind: 'all' };
  if (place.kind !== 'category') return place;
  const exists = tree.categories.some(({ id }) => id === place.categoryId);
  return exists ? place : { kind: 'library', libraryId: place.libraryId };
}

/** What a place is called: the library's or category's own name, else the interface's word for it. */
export function placeName(
  place: Place,
  tree: LibraryTree,
  word: (kind: 'all' | 'drafts' | 'trash' | 'uncategorized') => string,
): string {
  if (place.kind === 'library') return tree.libraries.find(({ id }) => id === place.libraryId)?.name ?? '';
  if (place.kind === 'category') {
    return tree.categories.find(({ id }) => id === place.categoryId)?.name ?? '';
  }
  return word(place.kind);
}
