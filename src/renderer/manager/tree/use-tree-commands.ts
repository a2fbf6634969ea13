import { useCallback, useMemo, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { uuidV7 } from '../../../shared/uuid-v7.ts';
import type { Actions } from '../actions/use-actions.ts';
import { freeName } from './category-colors.ts';
import { type Place, placeTarget } from './place.ts';
import type { TreeMenuActions } from './tree-menu.tsx';
import type { TreeNode } from './tree-model.ts';
import { type CategoryMove, keyboardMove } from './tree-moves.ts';

/** Deleting a category with more replies than this asks first; less is a toast with an undo button. */
const askAbove = 20;

export type TreeCommands = {
  /** A category that was just made and is to be named; null when there is none. */
  made: Id | null;
  takeMade: () => void;
  newCategory: (place: Place, where: 'inside' | 'beside', name: string) => void;
  /** Resolves to false when the name was refused. */
  rename: (id: Id, name: string) => Promise<boolean>;
  moveCategory: (id: Id, move: CategoryMove) => void;
  moveBy: (id: Id, direction: 'up' | 'down' | 'in' | 'out') => void;
  deleteCategory: (id: Id) => void;
  moveReplies: (ids: readonly Id[], to: { libraryId: Id; categoryId: Id | null }) => void;
  deleteReplies: (ids: readonly Id[]) => void;
  menuActions: (node: TreeNode | null, around: { rename: () => void; newName: string }) => TreeMenuActions;
};

export type TreeSurroundings = {
  askDelete: (categoryId: Id) => void;
  askMove: (categoryId: Id) => void;
  newReply: (place: Place) => void;
  importInto: (place: Place) => void;
};

/** What the tree does to the library. */
export function useTreeCommands(
  tree: LibraryTree | null,
  { run }: Actions,
  around: TreeSurroundings,
): TreeCommands {
  const [made, setMade] = useState<Id | null>(null);
  const takeMade = useCallback(() => setMade(null), []);

  return useMemo(() => {
    async function newCategory(place: Place, where: 'inside' | 'beside', wanted: string) {
      const at = tree && placeTarget(place, tree);
      if (!tree || !at) return;
      const below = tree.categories.find(({ id }) => id === at.categoryId);
      const parentId = where === 'inside' ? at.categoryId : (below?.parentId ?? null);
      const siblings = tree.categories.filter(
        (category) => category.libraryId === at.libraryId && category.parentId === parentId,
      );
      const name = freeName(
        wanted,
        siblings.map((sibling) => sibling.name),
      );
      const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      const done = await run({
        kind: 'create-category',
        id,
        libraryId: at.libraryId,
        parentId,
        name,
        color: null,
      });
      if (done !== null) setMade(id);
    }

    function moveCategory(id: Id, move: CategoryMove) {
      void run({ kind: 'move-category', id, ...move });
    }

    function moveBy(id: Id, direction: 'up' | 'down' | 'in' | 'out') {
      const move = tree && keyboardMove(tree, id, direction);
      if (move) moveCategory(id, move);
    }

    function deleteCategory(id: Id) {
      const category = tree?.categories.find((other) => other.id === id);
      if (category === undefined) return;
      if (category.count > askAbove) around.askDelete(id);
      else void run({ kind: 'delete-category', id });
    }

    return {
      made,
      takeMade,
      newCategory: (place, where, name) => void newCategory(place, where, name),
      rename: async (id, name) => (await run({ kind: 'change-category', id, name })) !== null,
      moveCategory,
      moveBy,
      deleteCategory,
      moveReplies: (ids, { libraryId, categoryId }) =>
        void run({ kind: 'move-replies', ids: [...ids], libraryId, categoryId }),
      deleteReplies: (ids) => void run({ kind: 'delete-replies', ids: [...ids] }),
      menuActions(node, { rename, newName }) {
        const place = node?.place ?? { kind: 'all' as const };
        const id = place.kind === 'category' ? place.categoryId : '';
        return {
          newReply: () => around.newReply(place),
          newCategory: (where) => void newCategory(place, where, newName),
          rename,
          color: (color) => void run({ kind: 'change-category', id, color }),
          move: (direction) => moveBy(id, direction),
          moveTo: () => around.askMove(id),
          importHere: () => around.importInto(place),
          delete: () => deleteCategory(id),
        };
      },
    };
  }, [tree, run, around, made, takeMade]);
}
