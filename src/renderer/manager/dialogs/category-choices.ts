import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { isWithin } from '../tree/tree-moves.ts';

/** A place that something can be moved to. */
export type CategoryChoice = {
  libraryId: Id;
  /** Null for the library itself. */
  categoryId: Id | null;
  path: string[];
  color: string | null;
};

/** Where replies can go: every library, followed by its categories in the tree's order. */
export function replyTargets(tree: LibraryTree): CategoryChoice[] {
  const below = new Map<string | null, LibraryTree['categories']>();
  for (const category of tree.categories) {
    const key = category.parentId ?? category.libraryId;
    below.set(key, [...(below.get(key) ?? []), category]);
  }
  const choices: CategoryChoice[] = [];
  const add = (parent: Id, path: string[]) => {
    for (const { id, libraryId, name, color } of below.get(parent) ?? []) {
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
  return replyTargets(tree).filter(
    (choice) =>
      choice.libraryId === moved?.libraryId &&
      (choice.categoryId === null || !isWithin(tree, choice.categoryId, categoryId)),
  );
}

/** The choices in whose paths all words of `text` occur. */
export function matchingChoices(choices: readonly CategoryChoice[], text: string): CategoryChoice[] {
  const words = text.trim().toLocaleLowerCase().split(/\s+/);
  return choices.filter(({ path }) => {
    const joined = path.join(' ').toLocaleLowerCase();
    return words.every((word) => joined.includes(word));
  });
}
