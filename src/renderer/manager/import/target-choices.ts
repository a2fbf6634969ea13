import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

export type ImportTarget = { libraryId: Id; categoryId: Id | null };
export type TargetChoice = { value: string; label: string };

/** Ids hold no space. */
const separator = ' ';

/** A target as the value of a choice. */
export function targetValue({ libraryId, categoryId }: ImportTarget): string {
  return `${libraryId}${separator}${categoryId ?? ''}`;
}

/** The target that a choice's value stands for. */
export function targetOf(value: string): ImportTarget {
  const [libraryId = '', categoryId = ''] = value.split(separator);
  return { libraryId, categoryId: categoryId === '' ? null : categoryId };
}

/** Every library and, below it, every category with the path that leads to it. */
export function targetChoices(tree: LibraryTree, rootLabel: (library: string) => string): TargetChoice[] {
  const paths = new Map<Id, string>();
  for (const { id, parentId, name } of tree.categories) {
    const parent = parentId === null ? undefined : paths.get(parentId);
    paths.set(id, parent === undefined ? name : `${parent} › ${name}`);
  }
  return tree.libraries.flatMap((library) => {
    const own = tree.categories.filter(({ libraryId }) => libraryId === library.id);
    const inside = own
      .map(({ id }) => ({
        value: targetValue({ libraryId: library.id, categoryId: id }),
        label: tree.libraries.length > 1 ? `${library.name} › ${paths.get(id)}` : (paths.get(id) ?? ''),
      }))
      .sort((a, b) => a.label.localeCompare(b.label, 'zh'));
    const root = targetValue({ libraryId: library.id, categoryId: null });
    return [{ value: root, label: rootLabel(library.name) }, ...inside];
  });
}
