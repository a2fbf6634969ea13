import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { fold } from '../../../shared/domain/fold.ts';
import { matchUnits } from '../../../shared/domain/matcher.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { splitUnits, type Unit } from '../../../shared/domain/units.ts';

/** A place for a reply or a category: a category, or a library itself. */
export type CategoryChoice = {
  libraryId: Id;
  /** Null for the library itself. */
  categoryId: Id | null;
  /** Names from the root; empty for a library itself. */
  path: string[];
  libraryName: string;
  color: string | null;
};

/**
 * Every place in the order of the tree, each library followed by its categories.
 * @param onlyLibrary The library to keep to: a reply that is stored stays in its own.
 * @param except A category that is left out with all below it.
 */
export function categoryChoices(
  tree: LibraryTree,
  onlyLibrary: Id | null = null,
  except: Id | null = null,
): CategoryChoice[] {
  const below = Map.groupBy(tree.categories, ({ libraryId, parentId }) => parentId ?? libraryId);
  const choices: CategoryChoice[] = [];
  const add = (parent: Id, above: string[], libraryName: string) => {
    for (const { id, libraryId, name, color } of below.get(parent) ?? []) {
      if (id === except) continue;
      const path = [...above, name];
      choices.push({ libraryId, categoryId: id, path, libraryName, color });
      add(id, path, libraryName);
    }
  };
  for (const { id, name } of tree.libraries) {
    if (onlyLibrary !== null && id !== onlyLibrary) continue;
    choices.push({ libraryId: id, categoryId: null, path: [], libraryName: name, color: null });
    add(id, [], name);
  }
  return choices;
}

/** Where a category can go: its library and every category of it, but not itself and what is below it. */
export function categoryTargets(tree: LibraryTree, categoryId: Id): CategoryChoice[] {
  const moved = tree.categories.find(({ id }) => id === categoryId);
  return moved ? categoryChoices(tree, moved.libraryId, categoryId) : [];
}

/** The names that lead to each place, the library's first where it is needed to tell them apart. */
export function choiceNames(choices: readonly CategoryChoice[]): (choice: CategoryChoice) => string[] {
  const severalLibraries = new Set(choices.map(({ libraryId }) => libraryId)).size > 1;
  return ({ path, libraryName }) => (severalLibraries || path.length === 0 ? [libraryName, ...path] : path);
}

/** The places whose names hold every word that was typed, by characters, pinyin or initials. */
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
  const namesOf = choiceNames(choices);
  return choices.filter((choice) => {
    const names = namesOf(choice);
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
