import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { type Place, placeKey } from './place.ts';

export type TreeCategory = LibraryTree['categories'][number];

/** A line of the tree as it is drawn. */
export type TreeNode = {
  key: string;
  place: Place;
  parentKey: string | null;
  /** 1 for the outermost. */
  level: number;
  /** Null for the entries that every library has; their words are the interface's. */
  name: string | null;
  color: string | null;
  count: number;
  hasChildren: boolean;
  expanded: boolean;
  setSize: number;
  /** Counted from 1. */
  posInSet: number;
};

/**
 * What a person opened and closed. Libraries are open unless they were closed, categories closed unless they were
 * opened: a tree of thousands starts small.
 */
export type Toggled = ReadonlySet<string>;

/** The categories below each parent, in order; `library:<id>` is the parent of the outermost. */
export type ChildIndex = ReadonlyMap<string, readonly TreeCategory[]>;

/** Sorts categories under their parents once, so that opening and closing need not look at all of them. */
export function indexChildren(tree: LibraryTree): ChildIndex {
  const index = new Map<string, TreeCategory[]>();
  for (const category of tree.categories) {
    const key = parentKeyOf(category);
    const siblings = index.get(key);
    if (siblings) siblings.push(category);
    else index.set(key, [category]);
  }
  return index;
}

/** The key of the line that a category stands under. */
function parentKeyOf(category: Pick<TreeCategory, 'libraryId' | 'parentId'>): string {
  return category.parentId === null
    ? placeKey({ kind: 'library', libraryId: category.libraryId })
    : categoryKey(category.parentId);
}

/** The key of a category's line. */
function categoryKey(categoryId: Id): string {
  return `category:${categoryId}`;
}

/** True when the line with this key shows what is below it. */
function isExpanded(key: string, toggled: Toggled): boolean {
  return key.startsWith('library:') !== toggled.has(key);
}

/** The lines in sight from top to bottom: everything, the libraries with their open categories, drafts, trash. */
export function visibleNodes(tree: LibraryTree, children: ChildIndex, toggled: Toggled): TreeNode[] {
  const nodes: TreeNode[] = [];
  const roots = tree.libraries.length + 3;
  const all = tree.libraries.reduce((sum, { count }) => sum + count, 0);
  nodes.push(leaf({ kind: 'all' }, all, { setSize: roots, posInSet: 1 }));
  for (const [index, library] of tree.libraries.entries()) {
    addLibrary(nodes, library, index + 2, roots, children, toggled);
  }
  nodes.push(leaf({ kind: 'drafts' }, tree.drafts, { setSize: roots, posInSet: roots - 1 }));
  nodes.push(leaf({ kind: 'trash' }, tree.trash, { setSize: roots, posInSet: roots }));
  return nodes;
}

function addLibrary(
  nodes: TreeNode[],
  library: LibraryTree['libraries'][number],
  posInSet: number,
  setSize: number,
  children: ChildIndex,
  toggled: Toggled,
): void {
  const place: Place = { kind: 'library', libraryId: library.id };
  const key = placeKey(place);
  const categories = children.get(key) ?? [];
  const hasRest = categories.length > 0 && library.uncategorized > 0;
  const expanded = isExpanded(key, toggled);
  nodes.push({
    key,
    place,
    parentKey: null,
    level: 1,
    name: library.name,
    color: null,
    count: library.count,
    hasChildren: categories.length > 0,
    expanded,
    setSize,
    posInSet,
  });
  if (!expanded) return;
  const size = categories.length + (hasRest ? 1 : 0);
  for (const [index, category] of categories.entries()) {
    addCategory(
      nodes,
      category,
      { parentKey: key, level: 2, setSize: size, posInSet: index + 1 },
      children,
      toggled,
    );
  }
  if (!hasRest) return;
  nodes.push({
    ...leaf({ kind: 'uncategorized', libraryId: library.id }, library.uncategorized, {
      setSize: size,
      posInSet: size,
    }),
    parentKey: key,
    level: 2,
  });
}

function addCategory(
  nodes: TreeNode[],
  category: TreeCategory,
  at: Pick<TreeNode, 'parentKey' | 'level' | 'setSize' | 'posInSet'>,
  children: ChildIndex,
  toggled: Toggled,
): void {
  const key = categoryKey(category.id);
  const below = children.get(key) ?? [];
  const expanded = below.length > 0 && isExpanded(key, toggled);
  nodes.push({
    key,
    place: { kind: 'category', libraryId: category.libraryId, categoryId: category.id },
    name: category.name,
    color: category.color,
    count: category.count,
    hasChildren: below.length > 0,
    expanded,
    ...at,
  });
  if (!expanded) return;
  for (const [index, child] of below.entries()) {
    const childAt = { parentKey: key, level: at.level + 1, setSize: below.length, posInSet: index + 1 };
    addCategory(nodes, child, childAt, children, toggled);
  }
}

function leaf(place: Place, count: number, at: Pick<TreeNode, 'setSize' | 'posInSet'>): TreeNode {
  return {
    key: placeKey(place),
    place,
    parentKey: null,
    level: 1,
    name: null,
    color: null,
    count,
    hasChildren: false,
    expanded: false,
    ...at,
  };
}

/** What must be opened so that a category is in sight. */
export function revealed(toggled: Toggled, categoryId: Id, tree: LibraryTree): Toggled {
  const byId = new Map(tree.categories.map((category) => [category.id, category]));
  const next = new Set(toggled);
  for (let at = byId.get(categoryId); at !== undefined; ) {
    const key = parentKeyOf(at);
    if (!isExpanded(key, next)) toggle(next, key);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return next;
}

/** Opens what is closed and closes what is open. */
export function toggledWith(toggled: Toggled, key: string): Toggled {
  const next = new Set(toggled);
  toggle(next, key);
  return next;
}

function toggle(set: Set<string>, key: string): void {
  if (!set.delete(key)) set.add(key);
}

/**
 * How far a line is indented, in CSS pixels. Deep levels take smaller steps and then none, so that a name still has room in a
 * narrow pane: level 5 stands at 62, level 12 at 90.
 */
export function treeIndent(level: number): number {
  const wide = Math.min(level, 5) - 1;
  const narrow = Math.min(Math.max(level - 5, 0), 12);
  return 6 + wide * 14 + narrow * 4;
}

/** The nearest line in sight above a place that a closed line hides; null when there is none. */
export function lineAbove(nodes: readonly TreeNode[], place: Place, tree: LibraryTree): string | null {
  if (!('libraryId' in place)) return null;
  const shown = new Set(nodes.map(({ key }) => key));
  const byId = new Map(tree.categories.map((category) => [category.id, category]));
  let at = place.kind === 'category' ? byId.get(place.categoryId) : undefined;
  while (at?.parentId != null && !shown.has(categoryKey(at.parentId))) at = byId.get(at.parentId);
  return at?.parentId != null
    ? categoryKey(at.parentId)
    : placeKey({ kind: 'library', libraryId: place.libraryId });
}

/** Names of a category and everything above it, outermost first. */
export function categoryPath(categoryId: Id, tree: LibraryTree): string[] {
  const byId = new Map(tree.categories.map((category) => [category.id, category]));
  const path: string[] = [];
  for (let at = byId.get(categoryId); at !== undefined; ) {
    path.unshift(at.name);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}
