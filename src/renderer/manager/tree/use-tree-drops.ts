import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { type Dragged, unpackDragged } from '../drag/drag-data.ts';
import type { TreeNode } from './tree-model.ts';
import { type CategoryMove, categoryDrop, type DropEdge, isBelow, replyDrop } from './tree-moves.ts';

export type DropMark = { key: string; edge: DropEdge };

export type TreeDropHandlers = {
  moveReplies: (ids: readonly string[], to: { libraryId: string; categoryId: string | null }) => void;
  deleteReplies: (ids: readonly string[]) => void;
  moveCategory: (id: string, move: CategoryMove) => void;
  deleteCategory: (id: string) => void;
  open: (key: string) => void;
};

/** A closed line opens when something is held over it this long, in milliseconds. */
const openAfterMs = 600;
/** Within this distance of the upper or lower end the tree scrolls, in CSS pixels, by so many a frame. */
const scrollZone = 36;
const scrollStep = 8;

/** Watches what is dragged over the tree: says which line to mark, opens and scrolls on the way, and acts on the drop. */
export function useTreeDrops(
  scroller: RefObject<HTMLElement | null>,
  tree: LibraryTree,
  nodes: readonly TreeNode[],
  handlers: TreeDropHandlers,
): DropMark | null {
  const [mark, setMark] = useState<DropMark | null>(null);
  const latest = useRef({ tree, nodes, handlers });
  latest.current = { tree, nodes, handlers };

  useEffect(() => {
    let pointerY: number | null = null;
    let frame = 0;
    let opening: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;

    function scrollAtEnds() {
      const box = scroller.current?.getBoundingClientRect();
      if (box && pointerY !== null) {
        if (pointerY > box.top - scrollZone && pointerY < box.top + scrollZone) {
          scroller.current?.scrollBy(0, -scrollStep);
        } else if (pointerY > box.bottom - scrollZone && pointerY < box.bottom + scrollZone) {
          scroller.current?.scrollBy(0, scrollStep);
        }
      }
      frame = requestAnimationFrame(scrollAtEnds);
    }

    function stop() {
      cancelAnimationFrame(frame);
      pointerY = null;
      if (opening) clearTimeout(opening.timer);
      opening = null;
      setMark(null);
    }

    function openLater(over: DropMark | null) {
      const node = latest.current.nodes.find(({ key }) => key === over?.key);
      const key = over?.edge === 'into' && node?.hasChildren && !node.expanded ? node.key : null;
      if (opening?.key === key) return;
      if (opening) clearTimeout(opening.timer);
      opening =
        key === null
          ? null
          : { key, timer: setTimeout(() => latest.current.handlers.open(key), openAfterMs) };
    }

    const stopMonitor = monitorForElements({
      canMonitor: ({ source }) => unpackDragged(source.data) !== null,
      onDragStart: () => {
        frame = requestAnimationFrame(scrollAtEnds);
      },
      onDrag({ source, location }) {
        const inside = isInside(scroller.current, location.current.input.clientX);
        pointerY = inside ? location.current.input.clientY : null;
        const over = markOf(location.current.dropTargets[0]?.data);
        const dragged = unpackDragged(source.data);
        const drop = over && dragged ? dropOf(dragged, over) : null;
        openLater(over);
        setMark((before) => {
          const edge = drop?.edge ?? null;
          const next = edge === null || over === null ? null : { key: over.key, edge };
          return before?.key === next?.key && before?.edge === next?.edge ? before : next;
        });
      },
      onDrop({ source, location }) {
        const over = markOf(location.current.dropTargets[0]?.data);
        const dragged = unpackDragged(source.data);
        stop();
        if (over && dragged) dropOf(dragged, over)?.act();
      },
    });

    /** What a drop would do; without an edge to mark where main will only say why not. */
    function dropOf(dragged: Dragged, over: DropMark): { edge: DropEdge | null; act: () => void } | null {
      const { nodes: lines, tree: now, handlers: on } = latest.current;
      const node = lines.find(({ key }) => key === over.key);
      if (node === undefined) return null;
      if (dragged.kind === 'replies') {
        const drop = replyDrop(node.place);
        if (drop === null) return null;
        if (drop.kind === 'delete') return { edge: 'into', act: () => on.deleteReplies(dragged.ids) };
        return { edge: 'into', act: () => on.moveReplies(dragged.ids, drop) };
      }
      if (node.place.kind === 'trash') return { edge: 'into', act: () => on.deleteCategory(dragged.id) };
      const move = categoryDrop(now, dragged.id, node, over.edge);
      if (move !== null) return { edge: over.edge, act: () => on.moveCategory(dragged.id, move) };
      if (node.place.kind !== 'category' || !isBelow(now, node.place.categoryId, dragged.id)) return null;
      const refused = { parentId: node.place.categoryId, position: 0 };
      return { edge: null, act: () => on.moveCategory(dragged.id, refused) };
    }

    return () => {
      stopMonitor();
      stop();
    };
  }, [scroller]);

  return mark;
}

function markOf(data: Record<string | symbol, unknown> | undefined): DropMark | null {
  return typeof data?.key === 'string' ? { key: data.key, edge: data.edge as DropEdge } : null;
}

function isInside(element: HTMLElement | null, x: number): boolean {
  const box = element?.getBoundingClientRect();
  return box !== undefined && x >= box.left && x <= box.right;
}
