import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Id } from '../../../shared/domain/reply.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import { type MenuPoint, pointBeside } from '../ui/context-menu.tsx';
import { searchWords } from './highlighted.tsx';
import { type ListCommand, listCommand } from './list-keys.ts';
import { type ListSnapshot, type ListSource, rowAt } from './list-source.ts';
import { LIST_ROW_HEIGHT, ReplyRowView, replyRowId } from './reply-row.tsx';
import type { SelectionControl } from './use-selection.ts';

type ReplyListProps = {
  list: ListSnapshot;
  source: ListSource;
  control: SelectionControl;
  onCommand: (command: Exclude<ListCommand, { kind: 'go' | 'toggle' | 'all' | 'one' | 'menu' }>) => void;
  onMenu: (at: MenuPoint) => void;
};

/** The virtualised list: the rows in sight are in the document, so that 100,000 cost what twenty do. */
export function ReplyList({ list, source, control, onCommand, onMenu }: ReplyListProps) {
  const t = useWords(listMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const { selection, reveal } = control;
  const { total } = list.view;
  const text = list.query?.text ?? '';
  const words = useMemo(() => searchWords(text), [text]);
  const latest = useRef(control);
  latest.current = control;

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIST_ROW_HEIGHT,
    overscan: 8,
    useFlushSync: false,
    // The active row stays in the document: the list names it as what the keyboard is on.
    rangeExtractor: (range) => {
      const indices = defaultRangeExtractor(range);
      const { active } = selection;
      if (active < 0 || active >= total || indices.includes(active)) return indices;
      return [...indices, active].sort((one, other) => one - other);
    },
  });

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list opened anew has its pages read anew
  useEffect(() => {
    source.show(Math.max(0, first - 10), last + 11);
  }, [source, first, last, list.view.number]);

  // Another list starts at its top; the same one read anew stays where it is.
  const listName = JSON.stringify(list.query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query scrolls
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [listName]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when asked to, not with every selection
  useLayoutEffect(() => {
    const element = scroller.current;
    const { active } = selection;
    if (element === null || active < 0) return;
    const top = active * LIST_ROW_HEIGHT;
    const bottom = top + LIST_ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [reveal]);

  const draggedWith = useCallback((id: Id): readonly Id[] => {
    const { ids } = latest.current.selection;
    return ids.has(id) ? [...ids] : [id];
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / LIST_ROW_HEIGHT) - 1);
    const command = listCommand(event, { active: selection.active, total, pageRows });
    if (command === null) return;
    event.preventDefault();
    // A held key moves on and on; whatever else it asks for, it asks once.
    if (event.repeat && command.kind !== 'go') return;
    switch (command.kind) {
      case 'go':
        if (command.how === 'select') control.select(command.index);
        else if (command.how === 'extend') control.extendTo(command.index);
        else control.moveTo(command.index);
        break;
      case 'toggle':
        control.toggle(command.index);
        break;
      case 'all':
        control.all();
        break;
      case 'one':
        if (selection.active >= 0 && selection.ids.size > 1) control.select(selection.active);
        break;
      case 'menu':
        if (selection.ids.size > 0)
          onMenu(pointBeside(document.getElementById(replyRowId(selection.active))));
        break;
      default:
        if (selection.ids.size > 0) onCommand(command);
    }
  }

  function onClick(event: MouseEvent) {
    const index = indexAt(event);
    if (index === null) return;
    if (event.shiftKey) control.extendTo(index);
    else if (event.ctrlKey || event.metaKey) control.toggle(index);
    else control.select(index);
  }

  function onContextMenu(event: MouseEvent) {
    event.preventDefault();
    const index = indexAt(event);
    if (index === null) return;
    const row = rowAt(list, index);
    if (!row) return;
    if (!selection.ids.has(row.id)) control.select(index);
    onMenu({ x: event.clientX, y: event.clientY });
  }

  return (
    <div
      ref={scroller}
      className="reply-list"
      role="listbox"
      aria-label={t('label')}
      aria-multiselectable="true"
      aria-busy={list.opening}
      aria-activedescendant={selection.active >= 0 ? replyRowId(selection.active) : undefined}
      tabIndex={0}
      data-pane="list"
      hidden={total === 0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        if (indexAt(event) !== null) onCommand({ kind: 'edit' });
      }}
      onContextMenu={onContextMenu}
    >
      <div className="reply-list-inner" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rowAt(list, item.index);
          return (
            <ReplyRowView
              key={item.index}
              row={row}
              index={item.index}
              total={total}
              top={item.start}
              selected={row ? selection.ids.has(row.id) : false}
              active={item.index === selection.active}
              words={words}
              draggedWith={draggedWith}
            />
          );
        })}
      </div>
    </div>
  );
}

function indexAt(event: MouseEvent): number | null {
  const row = (event.target as Element).closest<HTMLElement>('[data-index]');
  return row?.dataset.index === undefined ? null : Number(row.dataset.index);
}
