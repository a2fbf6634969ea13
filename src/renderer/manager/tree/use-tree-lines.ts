import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Place } from './place.ts';
import {
  indexChildren,
  revealed,
  type Toggled,
  type TreeNode,
  toggledWith,
  visibleNodes,
} from './tree-model.ts';

const storageKey = 'manager.tree';

/** The lines of the tree in sight; what is opened and closed is remembered, and the shown place is always in sight. */
export function useTreeLines(
  tree: LibraryTree,
  place: Place,
): { nodes: TreeNode[]; toggle: (key: string) => void } {
  const [toggled, setToggled] = useState<Toggled>(readToggled);
  const children = useMemo(() => indexChildren(tree), [tree]);
  const nodes = useMemo(() => visibleNodes(tree, children, toggled), [tree, children, toggled]);
  const categoryId = place.kind === 'category' ? place.categoryId : null;
  const parentId = tree.categories.find(({ id }) => id === categoryId)?.parentId;

  useEffect(() => {
    localStorage.setItem(storageKey, JSON.stringify([...toggled]));
  }, [toggled]);

  // Closing the line above the shown place takes it out of sight on purpose, so only a new place, and moving the shown one
  // elsewhere, opens anything.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another change of the tree opens nothing
  useEffect(() => {
    if (categoryId !== null) setToggled((before) => revealed(before, categoryId, tree));
  }, [categoryId, parentId]);

  const toggle = useCallback((key: string) => setToggled((before) => toggledWith(before, key)), []);
  return { nodes, toggle };
}

function readToggled(): Toggled {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  } catch {
    // A broken entry: the tree starts with its libraries open.
    return new Set();
  }
}
