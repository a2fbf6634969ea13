import type { LibraryTree, ListQuery } from '../../../shared/contract/library-calls.ts';
import type { ExportRequest } from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

export type ScopeKind = 'library' | 'list' | 'selected';

/** What the dialog was opened over. */
export type ExportSurroundings = {
  tree: LibraryTree;
  query: ListQuery;
  total: number;
  selected: readonly Id[];
};

/** What can be exported and how many replies each would be, the likeliest first: what is selected was selected for something. */
export function scopes(
  { tree, total, selected }: ExportSurroundings,
  libraryId: Id,
): { kind: ScopeKind; count: number }[] {
  const library = tree.libraries.find(({ id }) => id === libraryId);
  return [
    ...(selected.length > 0 ? [{ kind: 'selected' as const, count: selected.length }] : []),
    { kind: 'list', count: total },
    { kind: 'library', count: library?.count ?? 0 },
  ];
}

/** The scope that is chosen at first: the selection, else the list if it is filtered, else the library. */
export function firstScope({ query, selected }: ExportSurroundings): ScopeKind {
  if (selected.length > 0) return 'selected';
  const filtered =
    query.scope !== 'all' ||
    query.categoryId !== null ||
    query.text.trim() !== '' ||
    query.tags.length > 0 ||
    query.filters.length > 0;
  return filtered ? 'list' : 'library';
}

/** The library that is offered first: the one of the list, else the first. */
export function firstLibrary({ tree, query }: ExportSurroundings): Id {
  return query.libraryId ?? tree.libraries[0]?.id ?? '';
}

/** The request that a scope stands for. */
export function requestedReplies(
  kind: ScopeKind,
  { query, selected }: ExportSurroundings,
  libraryId: Id,
): ExportRequest['what'] {
  if (kind === 'selected') return { kind: 'ids', ids: [...selected] };
  return kind === 'list' ? { kind: 'query', query } : { kind: 'library', libraryId };
}
