import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { fold } from '../../../shared/domain/fold.ts';
import { matchUnits } from '../../../shared/domain/matcher.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { splitUnits, type Unit } from '../../../shared/domain/units.ts';

/** A place for a reply: a category, or a library's replies without one. */
export type CategoryChoice = {
  libraryId: Id;
  categoryId: Id | null;
  /** Names from the root; empty for a library itself. */
  path: string[];
  libraryName: string;
  color: string | null;
  /** How far it is indented. */
  depth: number;
};

/** Every place in the order of the tree. A reply that is stored stays in its library. */
export function categoryChoices(tree: LibraryTree, onlyLibrary: Id | null): CategoryChoice[] {
  const children = Map.groupBy(tree.categories, ({ libraryId, parentId }) => parentId ?? libraryId);
  const choices: CategoryChoice[] = [];
  const libraries = tree.libraries.filter(({ id }) => onlyLibrary === null || id === onlyLibrary);
  for (const library of libraries) {
    choices.push({
      libraryId: library.id,
      categoryId: null,
      path: [],
      libraryName: library.name,
      color: null,
      depth: 0,
    });
    const waiting = (children.get(library.id) ?? []).map((category) => ({ category, above: [] as string[] }));
    while (waiting.length > 0) {
      const next = waiting.shift();
      if (!next) break;
      const path = [...next.above, next.category.name];
      choices.push({
        libraryId: library.id,
        categoryId: next.category.id,
        path,
        libraryName: library.name,
        color: next.category.color,
        depth: path.length,
      });
      const below = children.get(next.category.id) ?? [];
      waiting.unshift(...below.map((category) => ({ category, above: path })));
    }
  }
  return choices;
}

/** The places whose path holds every word that was typed, by characters, pinyin or initials. */
export function matchingChoices(choices: readonly CategoryChoice[], typed: string): CategoryChoice[] {
  const words = typed
    .split(/\s+/)
    .map((word) => fold(word).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return [...choices];
  const units = new Map<string, Unit[]>();
  const unitsOf = (name: string) => {
    const known = units.get(name) ?? splitUnits(name);
    units.set(name, known);
    return known;
  };
  return choices.filter(({ path, libraryName }) => {
    const names = path.length > 0 ? path : [libraryName];
    return words.every((word) => names.some((name) => matchUnits(unitsOf(name), word) !== null));
  });
}

/** Names from the root to a category; empty when there is none. */
export function categoryPathOf(tree: LibraryTree, categoryId: Id | null): string[] {
  const byId = new Map(tree.categories.map((category) => [category.id, category]));
  const path: string[] = [];
  let at = categoryId;
  while (at !== null && path.length <= byId.size) {
    const category = byId.get(at);
    if (!category) break;
    path.unshift(category.name);
    at = category.parentId;
  }
  return path;
}
