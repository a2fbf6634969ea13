import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import type { Place } from './place.ts';
import type { TreeCategory, TreeNode } from './tree-model.ts';

/** Where a category comes to stand: its new parent, and its place among the siblings without itself. */
export type CategoryMove = { parentId: Id | null; position: number };

/** Which part of a line something is held over. */
export type DropEdge = 'before' | 'into' | 'after';

/**
 * The part of a line that a pointer is over. The outer quarters of a category's line stand for the gaps beside it; a
 * library takes things in only.
 * @param share Height of the pointer in the line, 0 at its top and 1 at its bottom.
 */
export function dropEdge(place: Place, share: number): DropEdge {
  if (place.kind !== 'category') return 'into';
  if (share < 0.25) return 'before';
  return share > 0.75 ? 'after' : 'into';
}

/**
 * What dropping a category on a line does; null where it cannot go or would stay where it is: into itself, below
 * itself, into another library.
 */
export function categoryDrop(
  tree: LibraryTree,
  draggedId: Id,
  node: Pick<TreeNode, 'place' | 'expanded'>,
  edge: DropEdge,
): CategoryMove | null {
  const dragged = tree.categories.find(({ id }) => id === draggedId);
  const { place } = node;
  if (dragged === undefined || !('libraryId' in place)) return null;
  if (place.libraryId !== dragged.libraryId) return null;
  if (place.kind === 'library') return moveTo(tree, dragged, null, Number.POSITIVE_INFINITY);
  if (place.kind !== 'category') return null;

  const target = tree.categories.find(({ id }) => id === place.categoryId);
  if (target === undefined || isWithin(tree, target.id, draggedId)) return null;
  if (edge === 'into') return moveTo(tree, dragged, target.id, Number.POSITIVE_INFINITY);
  // Below an open category lies its first child, not its next sibling.
  if (edge === 'after' && node.expanded) return moveTo(tree, dragged, target.id, 0);
  const siblings = siblingsOf(tree, target).filter(({ id }) => id !== draggedId);
  const index = siblings.findIndex(({ id }) => id === target.id);
  return moveTo(tree, dragged, target.parentId, edge === 'before' ? index : index + 1);
}

/** What Ctrl and an arrow key do to a category: up and down among its siblings, into the one above, out of its parent. */
export function keyboardMove(
  tree: LibraryTree,
  categoryId: Id,
  direction: 'up' | 'down' | 'in' | 'out',
): CategoryMove | null {
  const category = tree.categories.find(({ id }) => id === categoryId);
  if (category === undefined) return null;
  const siblings = siblingsOf(tree, category);
  const index = siblings.findIndex(({ id }) => id === categoryId);
  switch (direction) {
    case 'up':
      return index > 0 ? { parentId: category.parentId, position: index - 1 } : null;
    case 'down':
      return index < siblings.length - 1 ? { parentId: category.parentId, position: index + 1 } : null;
    case 'in': {
      const above = siblings[index - 1];
      return above ? moveTo(tree, category, above.id, Number.POSITIVE_INFINITY) : null;
    }
    case 'out': {
      const parent = tree.categories.find(({ id }) => id === category.parentId);
      if (parent === undefined) return null;
      const uncles = siblingsOf(tree, parent);
      return { parentId: parent.parentId, position: uncles.findIndex(({ id }) => id === parent.id) + 1 };
    }
  }
}

/** Where replies go that are dropped on a line; null where they cannot. */
export function replyDrop(
  place: Place,
): { kind: 'move'; libraryId: Id; categoryId: Id | null } | { kind: 'delete' } | null {
  switch (place.kind) {
    case 'category':
      return { kind: 'move', libraryId: place.libraryId, categoryId: place.categoryId };
    case 'library':
    case 'uncategorized':
      return { kind: 'move', libraryId: place.libraryId, categoryId: null };
    case 'trash':
      return { kind: 'delete' };
    default:
      return null;
  }
}

/** True when `categoryId` lies below `ancestorId`, at whatever depth. */
export function isBelow(tree: LibraryTree, categoryId: Id, ancestorId: Id): boolean {
  return categoryId !== ancestorId && isWithin(tree, categoryId, ancestorId);
}

/** True when `categoryId` is `ancestorId` or lies below it. */
function isWithin(tree: LibraryTree, categoryId: Id, ancestorId: Id): boolean {
  const byId = new Map(tree.categories.map((category) => [category.id, category]));
  for (let at = byId.get(categoryId); at !== undefined; ) {
    if (at.id === ancestorId) return true;
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return false;
}

function siblingsOf(tree: LibraryTree, category: TreeCategory): TreeCategory[] {
  return tree.categories.filter(
    ({ libraryId, parentId }) => libraryId === category.libraryId && parentId === category.parentId,
  );
}

function moveTo(
  tree: LibraryTree,
  category: TreeCategory,
  parentId: Id | null,
  wanted: number,
): CategoryMove | null {
  const siblings = tree.categories.filter(
    (other) =>
      other.libraryId === category.libraryId && other.parentId === parentId && other.id !== category.id,
  );
  const position = Math.min(wanted, siblings.length);
  const stays = category.parentId === parentId && siblingsOf(tree, category).indexOf(category) === position;
  return stays ? null : { parentId, position };
}
