import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  IconAlertCircle,
  IconBook2,
  IconChevronRight,
  IconDots,
  IconFileDescription,
  IconFolder,
  IconInbox,
  IconStack2,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { packDragged, unpackDragged } from '../drag/drag-data.ts';
import { showDragPreview } from '../drag/drag-preview.ts';
import { RenameInput } from './rename-input.tsx';
import { type TreeNode, treeIndent } from './tree-model.ts';
import { type DropEdge, dropEdge, replyDrop } from './tree-moves.ts';

/** Height of a line in px, the same in `tree.css`. */
export const TREE_ROW_HEIGHT = 30;

export type TreeRowProps = {
  node: TreeNode;
  label: string;
  countLabel: string;
  team: boolean;
  top: number;
  active: boolean;
  /** What the field for its name begins with; null while it is not renamed. */
  renaming: string | null;
  renameLabel: string;
  drop: DropEdge | null;
  onRename: (name: string | null) => void;
};

/** One line of the tree. Clicks are handled by the tree, which knows the line by its `data-key`. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { node, label, top, active, renaming, drop } = props;
  const row = useRef<HTMLDivElement>(null);
  useTreeDrag(row, node, label, renaming !== null);

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names this line as its active one
    <div
      ref={row}
      id={treeItemId(node.key)}
      className="tree-row"
      role="treeitem"
      aria-level={node.level}
      aria-setsize={node.setSize}
      aria-posinset={node.posInSet}
      aria-selected={active}
      aria-expanded={node.hasChildren ? node.expanded : undefined}
      aria-label={`${label}, ${props.countLabel}`}
      data-key={node.key}
      data-drop={drop ?? undefined}
      style={{ top, paddingInlineStart: treeIndent(node.level) }}
    >
      <span className="tree-twisty" data-part="twisty" data-open={node.expanded} aria-hidden="true">
        {node.hasChildren && <IconChevronRight size={14} stroke={1.8} />}
      </span>
      <NodeIcon node={node} team={props.team} />
      {renaming !== null ? (
        <RenameInput
          name={node.name ?? ''}
          text={renaming}
          label={props.renameLabel}
          onDone={props.onRename}
        />
      ) : (
        <>
          <span className="tree-name" title={label}>
            {label}
          </span>{' '}
          <span className="tree-count" aria-hidden="true">
            {node.count > 0 ? node.count.toLocaleString('en') : ''}
          </span>
          {(node.place.kind === 'category' || node.place.kind === 'library') && (
            <span className="tree-more" data-part="more" aria-hidden="true">
              <IconDots size={15} stroke={1.8} />
            </span>
          )}
        </>
      )}
    </div>
  );
});

/** The id of a line's element. */
export function treeItemId(key: string): string {
  return `tree-${key.replaceAll(':', '-')}`;
}

function NodeIcon({ node, team }: { node: TreeNode; team: boolean }) {
  const look = { size: 16, stroke: 1.6, className: 'tree-icon', 'aria-hidden': true } as const;
  switch (node.place.kind) {
    case 'all':
      return <IconStack2 {...look} />;
    case 'library':
      return team ? <IconUsers {...look} /> : <IconBook2 {...look} />;
    case 'uncategorized':
      return <IconInbox {...look} />;
    case 'drafts':
      return <IconFileDescription {...look} />;
    case 'trash':
      return <IconTrash {...look} />;
    case 'category':
      return node.color === null ? (
        <IconFolder {...look} />
      ) : (
        <span className="tree-dot" style={{ background: node.color }} aria-hidden="true" />
      );
    default:
      return <IconAlertCircle {...look} />;
  }
}

function useTreeDrag(
  row: React.RefObject<HTMLDivElement | null>,
  node: TreeNode,
  label: string,
  renaming: boolean,
): void {
  const latest = useRef({ node, label });
  latest.current = { node, label };
  const { kind } = node.place;
  const categoryId = node.place.kind === 'category' ? node.place.categoryId : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another line in the same element is another target
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => {
        const dragged = unpackDragged(source.data);
        if (dragged?.kind === 'replies') return replyDrop(latest.current.node.place) !== null;
        return dragged?.kind === 'category' && kind !== 'all' && kind !== 'drafts';
      },
      getData: ({ input, element: over }) => {
        const box = over.getBoundingClientRect();
        const edge = dropEdge(latest.current.node.place, (input.clientY - box.top) / box.height);
        return { key: latest.current.node.key, edge };
      },
      getDropEffect: () => 'move',
    });
    if (categoryId === null || renaming) return target;
    const source = draggable({
      element,
      getInitialData: () => packDragged({ kind: 'category', id: categoryId }),
      onGenerateDragPreview: ({ nativeSetDragImage }) =>
        showDragPreview(nativeSetDragImage, latest.current.label, false),
    });
    return combine(target, source);
  }, [row, kind, categoryId, renaming, node.key]);
}
