import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

/** A place that something can be moved to. */
export type CategoryChoice = {
  libraryId: Id;
  /** Null for the library itself. */
  categoryId: Id | null;
  path: string[];
  color: string | null;
};

/**
 * Where replies can go: every library, followed by its categories in the tree's order.
 * @param except A category that is left out with all below it.
 */
export function replyTargets(tree: LibraryTree, except: Id | null = null): CategoryChoice[] {
  const below = Map.groupBy(tree.categories, ({ parentId, libraryId }) => parentId ?? libraryId);
  const choices: CategoryChoice[] = [];
  const add = (parent: Id, path: string[]) => {
    for (const { id, libraryId, name, color } of below.get(parent) ?? []) {
      if (id === except) continue;
      choices.push({ libraryId, categoryId: id, path: [...path, name], color });
      add(id, [...path, name]);
    }
  };
  for (const library of tree.libraries) {
    choices.push({ libraryId: library.id, categoryId: null, path: [library.name], color: null });
    add(library.id, tree.libraries.length > 1 ? [library.name] : []);
  }
  return choices;
}

/** Where a category can go: its library and every category of it, but not itself and what is below it. */
export function categoryTargets(tree: LibraryTree, categoryId: Id): CategoryChoice[] {
  const moved = tree.categories.find(({ id }) => id === categoryId);
  return replyTargets(tree, categoryId).filter(({ libraryId }) => libraryId === moved?.libraryId);
}

/** The choices in whose paths all words of `text` occur. */
export function matchingChoices(choices: readonly CategoryChoice[], text: string): CategoryChoice[] {
  const words = text.trim().toLocaleLowerCase().split(/\s+/);
  return choices.filter(({ path }) => {
    const joined = path.join(' ').toLocaleLowerCase();
    return words.every((word) => joined.includes(word));
  });
}
