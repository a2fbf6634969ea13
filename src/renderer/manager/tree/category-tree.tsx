import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { treeMessages } from '../../../shared/i18n/areas/manager-tree.ts';
import { useWords } from '../../ui/words.tsx';
import { type MenuPoint, pointBeside } from '../ui/context-menu.tsx';
import { type Place, placeKey } from './place.ts';
import './tree.css';
import { commandOutOfSight, treeCommand, typeahead } from './tree-keys.ts';
import { TreeMenu } from './tree-menu.tsx';
import { lineAbove, type TreeNode } from './tree-model.ts';
import { TREE_ROW_HEIGHT, TreeRow, treeItemId } from './tree-row.tsx';
import type { TreeCommands } from './use-tree-commands.ts';
import { useTreeDrops } from './use-tree-drops.ts';
import { useTreeLines } from './use-tree-lines.ts';

/** Letters typed within this time belong together, in milliseconds. */
const typingMs = 700;

type CategoryTreeProps = {
  tree: LibraryTree;
  place: Place;
  commands: TreeCommands;
  onPlace: (place: Place) => void;
  onOpenList: () => void;
};

/** Libraries and categories as an ARIA tree: the tree has the focus, the place that is shown is its active line. */
export function CategoryTree({ tree, place, commands, onPlace, onOpenList }: CategoryTreeProps) {
  const t = useWords(treeMessages);
  const tList = useWords(listMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const { nodes, toggle } = useTreeLines(tree, place);
  /** The line whose name is a field, and what stands in it. */
  const [renaming, setRenaming] = useState<{ key: string; text: string } | null>(null);
  const [menu, setMenu] = useState<{ key: string; at: MenuPoint } | null>(null);
  const activeKey = placeKey(place);
  const activeIndex = nodes.findIndex(({ key }) => key === activeKey);
  const renamingIndex = nodes.findIndex(({ key }) => key === renaming?.key);

  const mark = useTreeDrops(scroller, tree, nodes, {
    moveReplies: commands.moveReplies,
    deleteReplies: commands.deleteReplies,
    moveCategory: commands.moveCategory,
    deleteCategory: commands.deleteCategory,
    open: toggle,
  });

  const virtualizer = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TREE_ROW_HEIGHT,
    getItemKey: (index) => nodes[index]?.key ?? index,
    overscan: 6,
    useFlushSync: false,
    // Two lines stay in the document wherever the tree is scrolled to: the active one, which the tree names as what the
    // keyboard is on, and one that is being renamed, whose field holds what was typed.
    rangeExtractor: (range) => {
      const kept = [activeIndex, renamingIndex].filter((index) => index >= 0);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((one, other) => one - other);
    },
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || activeIndex < 0) return;
    const top = activeIndex * TREE_ROW_HEIGHT;
    const bottom = top + TREE_ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [activeIndex]);

  // A category that was just made is shown and named as soon as the tree has it.
  const made = commands.made;
  useEffect(() => {
    const category = tree.categories.find(({ id }) => id === made);
    if (category === undefined) return;
    commands.takeMade();
    onPlace({ kind: 'category', libraryId: category.libraryId, categoryId: category.id });
    setRenaming({ key: `category:${category.id}`, text: category.name });
  }, [made, tree, commands, onPlace]);

  const labelOf = (node: TreeNode) => node.name ?? t(node.place.kind as 'all');
  const countLabelOf = (node: TreeNode) =>
    tList(node.count === 1 ? 'count.one' : 'count.many', { count: node.count });
  const isTeam = (node: TreeNode) => {
    const { place: at } = node;
    return (
      at.kind === 'library' && tree.libraries.some(({ id, tier }) => id === at.libraryId && tier === 'team')
    );
  };

  function openMenu(key: string, at: MenuPoint) {
    const node = nodes.find((line) => line.key === key);
    if (node?.place.kind === 'category' || node?.place.kind === 'library') setMenu({ key, at });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || renaming !== null) return;
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 300) / TREE_ROW_HEIGHT) - 1;
    const command =
      activeIndex < 0
        ? commandOutOfSight(event, lineAbove(nodes, place, tree))
        : treeCommand(event, nodes, activeKey, pageRows);
    if (command === null) {
      onTyping(event);
      return;
    }
    event.preventDefault();
    switch (command.kind) {
      case 'select':
        choose(command.key);
        break;
      case 'toggle':
        toggle(command.key);
        break;
      case 'move':
        if (place.kind === 'category') commands.moveBy(place.categoryId, command.direction);
        break;
      case 'open-list':
        onOpenList();
        break;
      case 'rename':
        rename(nodes[activeIndex]);
        break;
      case 'delete':
        if (place.kind === 'category') commands.deleteCategory(place.categoryId);
        break;
      case 'menu':
        openMenu(activeKey, pointBeside(document.getElementById(treeItemId(activeKey))));
        break;
    }
  }

  function onTyping(event: KeyboardEvent) {
    if ([...event.key].length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' || event.key === '?' || event.key === ' ') return;
    const now = event.timeStamp;
    const { text, at } = typed.current;
    typed.current = { text: now - at < typingMs ? text + event.key : event.key, at: now };
    const lines = nodes.map((node) => ({ key: node.key, label: labelOf(node) }));
    const found = typeahead(typed.current.text, lines, activeKey);
    if (found !== null) choose(found);
  }

  function choose(key: string) {
    const node = nodes.find((line) => line.key === key);
    if (node) onPlace(node.place);
  }

  function onClick(event: MouseEvent) {
    const { key, part } = lineAt(event);
    if (key === null) return;
    if (part === 'twisty' && nodes.find((line) => line.key === key)?.hasChildren) toggle(key);
    else if (part === 'more') openMenu(key, { x: event.clientX, y: event.clientY + 8 });
    else choose(key);
  }

  function onDoubleClick(event: MouseEvent) {
    const { key, part } = lineAt(event);
    if (key !== null && part === null && nodes.find((line) => line.key === key)?.hasChildren) toggle(key);
  }

  function onContextMenu(event: MouseEvent) {
    const { key } = lineAt(event);
    event.preventDefault();
    if (key !== null) openMenu(key, { x: event.clientX, y: event.clientY });
  }

  function rename(node: TreeNode | null | undefined) {
    if (node) setRenaming({ key: node.key, text: node.name ?? '' });
  }

  async function finishRename({ key, place: at }: TreeNode, name: string | null) {
    setRenaming(null);
    scroller.current?.focus();
    if (name === null || at.kind !== 'category' || (await commands.rename(at.categoryId, name))) return;
    // A name that was refused can be mended, unless something else has been turned to.
    if (document.activeElement === scroller.current) setRenaming({ key, text: name });
  }

  const menuNode = nodes.find(({ key }) => key === menu?.key) ?? null;

  return (
    <>
      <div className="tree-head">
        <h2>{t('label')}</h2>
        <Tooltip label={t('menu.newCategory')}>
          <ActionIcon
            size="sm"
            aria-label={t('menu.newCategory')}
            onClick={() => commands.newCategory(place, 'inside', t('new.name'))}
          >
            <IconFolderPlus size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div
        ref={scroller}
        className="tree"
        role="tree"
        aria-label={t('label')}
        aria-activedescendant={activeIndex >= 0 ? treeItemId(activeKey) : undefined}
        tabIndex={0}
        data-pane="tree"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
      >
        <div className="tree-inner" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const node = nodes[item.index];
            if (node === undefined) return null;
            return (
              <TreeRow
                key={node.key}
                node={node}
                label={labelOf(node)}
                countLabel={countLabelOf(node)}
                team={isTeam(node)}
                top={item.start}
                active={item.index === activeIndex}
                renaming={node.key === renaming?.key ? renaming.text : null}
                renameLabel={t('rename.label')}
                drop={mark?.key === node.key ? mark.edge : null}
                onRename={(name) => void finishRename(node, name)}
              />
            );
          })}
        </div>
      </div>
      <TreeMenu
        tree={tree}
        node={menuNode}
        label={menuNode === null ? '' : labelOf(menuNode)}
        at={menu?.at ?? null}
        onClose={() => {
          setMenu(null);
          scroller.current?.focus();
        }}
        actions={commands.menuActions(menuNode, {
          rename: () => rename(menuNode),
          newName: t('new.name'),
        })}
      />
    </>
  );
}

function lineAt(event: MouseEvent): { key: string | null; part: string | null } {
  const target = event.target as Element;
  const line = target.closest<HTMLElement>('[data-key]');
  return {
    key: line?.dataset.key ?? null,
    part: target.closest<HTMLElement>('[data-part]')?.dataset.part ?? null,
  };
}
