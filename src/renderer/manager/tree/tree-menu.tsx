import { Menu } from '@mantine/core';
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconArrowDown,
  IconArrowUp,
  IconFileImport,
  IconFolderPlus,
  IconFolderSymlink,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { treeMessages } from '../../../shared/i18n/areas/manager-tree.ts';
import { useWords } from '../../ui/words.tsx';
import { ContextMenu, type MenuPoint } from '../ui/context-menu.tsx';
import { categoryColors } from './category-colors.ts';
import type { TreeNode } from './tree-model.ts';
import { keyboardMove } from './tree-moves.ts';

export type TreeMenuActions = {
  newReply: () => void;
  newCategory: (where: 'inside' | 'beside') => void;
  rename: () => void;
  color: (color: string | null) => void;
  move: (direction: 'up' | 'down' | 'in' | 'out') => void;
  moveTo: () => void;
  importHere: () => void;
  delete: () => void;
};

type TreeMenuProps = {
  tree: LibraryTree;
  node: TreeNode | null;
  label: string;
  at: MenuPoint | null;
  actions: TreeMenuActions;
  onClose: () => void;
};

const icon = { size: 15, stroke: 1.7 } as const;

/** Everything that can be done with a line of the tree, also what dragging does. */
export function TreeMenu({ tree, node, label, at, actions, onClose }: TreeMenuProps) {
  const t = useWords(treeMessages);
  const category = node?.place.kind === 'category' ? node.place.categoryId : null;
  const canMove = (direction: 'up' | 'down' | 'in' | 'out') =>
    category !== null && keyboardMove(tree, category, direction) !== null;

  return (
    <ContextMenu at={node === null ? null : at} label={t('menu.label', { name: label })} onClose={onClose}>
      <Menu.Item leftSection={<IconPlus {...icon} />} onClick={actions.newReply}>
        {t('menu.newReply')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFolderPlus {...icon} />} onClick={() => actions.newCategory('inside')}>
        {t(category === null ? 'menu.newCategory' : 'menu.newChild')}
      </Menu.Item>
      {category !== null && (
        <>
          <Menu.Item leftSection={<IconFolderPlus {...icon} />} onClick={() => actions.newCategory('beside')}>
            {t('menu.newSibling')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            rightSection={<span className="menu-key">F2</span>}
            onClick={actions.rename}
          >
            {t('menu.rename')}
          </Menu.Item>
          <Menu.Label>{t('menu.color')}</Menu.Label>
          <ColorItems current={node?.color ?? null} onPick={actions.color} />
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp {...icon} />}
            disabled={!canMove('up')}
            onClick={() => actions.move('up')}
          >
            {t('menu.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...icon} />}
            disabled={!canMove('down')}
            onClick={() => actions.move('down')}
          >
            {t('menu.down')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarToRight {...icon} />}
            disabled={!canMove('in')}
            onClick={() => actions.move('in')}
          >
            {t('menu.in')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarToLeft {...icon} />}
            disabled={!canMove('out')}
            onClick={() => actions.move('out')}
          >
            {t('menu.out')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderSymlink {...icon} />} onClick={actions.moveTo}>
            {t('menu.moveTo')}
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={actions.importHere}>
        {t('menu.import')}
      </Menu.Item>
      {category !== null && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash {...icon} />}
          rightSection={<span className="menu-key">Del</span>}
          onClick={actions.delete}
        >
          {t('menu.delete')}
        </Menu.Item>
      )}
    </ContextMenu>
  );
}

/** Left and right go along the colours, which stand in a row; up and down leave nothing out, as in the rest of the menu. */
function goAlong({ key, currentTarget }: KeyboardEvent) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>('.color-item')];
  const next = items.indexOf(document.activeElement as HTMLElement) + step;
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
}

type ColorItemsProps = { current: string | null; onPick: (color: string | null) => void };

function ColorItems({ current, onPick }: ColorItemsProps) {
  const t = useWords(treeMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items, not of form fields
    <div className="color-items" role="group" aria-label={t('menu.color')} onKeyDown={goAlong}>
      <Menu.Item
        className="color-item"
        aria-label={t('menu.color.none')}
        title={t('menu.color.none')}
        data-current={current === null}
        onClick={() => onPick(null)}
      >
        <span className="color-swatch" data-none="true" />
      </Menu.Item>
      {categoryColors.map(({ color, word }) => (
        <Menu.Item
          key={color}
          className="color-item"
          aria-label={t(word)}
          title={t(word)}
          data-current={current === color}
          onClick={() => onPick(color)}
        >
          <span className="color-swatch" style={{ background: color }} />
        </Menu.Item>
      ))}
    </div>
  );
}
