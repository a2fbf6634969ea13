import { fold } from '../../../shared/domain/fold.ts';
import type { Category, Id } from '../../../shared/domain/reply.ts';
import type { ImportedCategory } from '../read/imported.ts';

/** Longest name of a category, as in the contract's actions. */
const longestName = 100;

/** A category that rows go to: one of the library, or one that the import would make. */
export type CategoryNode = {
  /** Null stands for no category. */
  id: Id | null;
  path: string[];
  /** Null for one that is in the library, or for no category. */
  made: Category | null;
  parent: CategoryNode | null;
};

/** Finds the categories that a file names, and notes which of the missing ones are really needed. */
export type CategoryPlan = {
  /** The category at a path below where the import goes. */
  at: (path: readonly string[]) => CategoryNode;
  /** The category that had this id in an export of our own; where the import goes for null or an unknown one. */
  withFileId: (id: Id | null) => CategoryNode;
  /** Says that a row goes there, so that it has to be made if it is missing. */
  need: (node: CategoryNode) => void;
  /** The needed ones that are not there, parents before their children. */
  missing: () => CategoryNode[];
};

/**
 * Plans the categories of an import.
 * @param stored All categories of all libraries, parents before their children.
 * @param parentId The category of the library that the import goes below, or null.
 * @param fromFile Those of an export of our own; they keep their ids where these are free.
 * @param makeId Makes an id for a new category.
 */
export function planCategories(
  stored: readonly Category[],
  libraryId: Id,
  parentId: Id | null,
  fromFile: readonly ImportedCategory[],
  makeId: () => Id,
): CategoryPlan {
  const byId = new Map<Id, CategoryNode>();
  const byName = new Map<string, CategoryNode>();
  const nextPosition = new Map<Id | null, number>();
  const none: CategoryNode = { id: null, path: [], made: null, parent: null };
  const takenIds = new Set(stored.map(({ id }) => id));

  function enter(node: CategoryNode, parent: Id | null, name: string, position: number): void {
    const key = nameKey(parent, name);
    if (!byName.has(key)) byName.set(key, node);
    nextPosition.set(parent, Math.max(nextPosition.get(parent) ?? 0, position + 1));
  }

  for (const { id, libraryId: library, parentId: above, name, position } of stored) {
    if (library !== libraryId) continue;
    const parent = above === null ? none : (byId.get(above) ?? none);
    const node = { id, path: [...parent.path, name], made: null, parent };
    byId.set(id, node);
    enter(node, above, name, position);
  }
  const root = parentId === null ? none : (byId.get(parentId) ?? none);

  function child(parent: CategoryNode, given: Omit<Partial<ImportedCategory>, 'name'> & { name: string }) {
    const known = byName.get(nameKey(parent.id, given.name));
    if (known) return known;
    const id = given.id !== undefined && !takenIds.has(given.id) ? given.id : makeId();
    takenIds.add(id);
    const position = given.position ?? nextPosition.get(parent.id) ?? 0;
    const made = {
      id,
      libraryId,
      parentId: parent.id,
      name: given.name,
      color: given.color ?? null,
      position,
    };
    const node: CategoryNode = { id, path: [...parent.path, given.name], made, parent };
    enter(node, parent.id, given.name, position);
    return node;
  }

  const byFileId = new Map<Id, CategoryNode>();
  for (const category of fromFile) {
    const parent = category.parentId === null ? root : (byFileId.get(category.parentId) ?? root);
    const name = cleanName(category.name);
    const node = byId.get(category.id) ?? (name === '' ? parent : child(parent, { ...category, name }));
    byFileId.set(category.id, node);
  }

  const needed = new Set<CategoryNode>();
  function need(node: CategoryNode): void {
    if (node.made === null || needed.has(node)) return;
    if (node.parent) need(node.parent);
    needed.add(node);
  }

  return {
    at(path) {
      const names = path.map(cleanName).filter((name) => name !== '');
      return names.reduce((parent, name) => child(parent, { name }), root);
    },
    withFileId: (id) => (id === null ? root : (byFileId.get(id) ?? root)),
    need,
    missing: () => [...needed],
  };
}

/** Names that differ in case, width, script or the length of spaces only stand for the same category. */
function nameKey(parent: Id | null, name: string): string {
  return `${parent ?? ''}/${fold(name).replace(/\s+/g, ' ')}`;
}

function cleanName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, longestName).trim();
}
