import type { TreeNode } from './tree-model.ts';

/** What a key asks of the tree. */
export type TreeCommand =
  | { kind: 'select'; key: string }
  | { kind: 'toggle'; key: string }
  | { kind: 'move'; direction: 'up' | 'down' | 'in' | 'out' }
  | { kind: 'open-list' | 'rename' | 'delete' | 'menu' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const movesByKey: Record<string, 'up' | 'down' | 'in' | 'out'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/**
 * Reads a key in the tree as the ARIA tree pattern has it, and Ctrl with an arrow as moving the category.
 * @param pageRows How many lines fit the pane.
 */
export function treeCommand(
  pressed: Pressed,
  nodes: readonly TreeNode[],
  activeKey: string,
  pageRows: number,
): TreeCommand | null {
  const index = nodes.findIndex(({ key }) => key === activeKey);
  const node = nodes[index];
  if (node === undefined) return null;
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) {
    const direction = movesByKey[pressed.key];
    return direction !== undefined && node.place.kind === 'category' ? { kind: 'move', direction } : null;
  }
  if (pressed.key === 'F10' && pressed.shiftKey) return { kind: 'menu' };
  if (pressed.shiftKey) return null;
  switch (pressed.key) {
    case 'ArrowUp':
      return select(nodes, index - 1);
    case 'ArrowDown':
      return select(nodes, index + 1);
    case 'Home':
      return select(nodes, 0);
    case 'End':
      return select(nodes, nodes.length - 1);
    case 'PageUp':
      return select(nodes, Math.max(0, index - pageRows));
    case 'PageDown':
      return select(nodes, Math.min(nodes.length - 1, index + pageRows));
    case 'ArrowRight':
      if (!node.hasChildren) return null;
      return node.expanded ? select(nodes, index + 1) : { kind: 'toggle', key: node.key };
    case 'ArrowLeft':
      if (node.expanded && node.hasChildren) return { kind: 'toggle', key: node.key };
      return node.parentKey === null ? null : { kind: 'select', key: node.parentKey };
    case 'Enter':
      return { kind: 'open-list' };
    case 'F2':
      return node.place.kind === 'category' ? { kind: 'rename' } : null;
    case 'Delete':
      return node.place.kind === 'category' ? { kind: 'delete' } : null;
    case 'ContextMenu':
      return { kind: 'menu' };
    default:
      return null;
  }
}

/** Reads a key while a closed line hides the active one: whatever would go to another line goes to the one above. */
export function commandOutOfSight(pressed: Pressed, above: string | null): TreeCommand | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey || above === null) return null;
  return /^(Arrow|Page|Home$|End$)/.test(pressed.key) ? { kind: 'select', key: above } : null;
}

/**
 * The line whose name begins with what was typed, looked for below the active one and then from the top. One letter
 * typed again and again goes from one to the next.
 */
export function typeahead(
  typed: string,
  nodes: readonly { key: string; label: string }[],
  activeKey: string,
): string | null {
  const wanted = typed.toLocaleLowerCase();
  const repeated = [...wanted].every((letter) => letter === wanted[0]);
  const prefix = repeated ? wanted.slice(0, 1) : wanted;
  const active = nodes.findIndex(({ key }) => key === activeKey);
  const start = repeated ? active + 1 : Math.max(0, active);
  for (let offset = 0; offset < nodes.length; offset += 1) {
    const node = nodes[(start + offset) % nodes.length];
    if (node?.label.toLocaleLowerCase().startsWith(prefix)) return node.key;
  }
  return null;
}

function select(nodes: readonly TreeNode[], index: number): TreeCommand | null {
  const node = nodes[index];
  return node ? { kind: 'select', key: node.key } : null;
}
