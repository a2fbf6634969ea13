import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef } from 'react';
import type { ReplyRow } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import { packDragged } from '../drag/drag-data.ts';
import { showDragPreview } from '../drag/drag-preview.ts';
import { Highlighted } from './highlighted.tsx';
import { markWords, RowMarks } from './row-marks.tsx';

/** Height of a row in px, the same in `list.css`. */
export const LIST_ROW_HEIGHT = 54;

export type ReplyRowProps = {
  /** Null when the reply is gone, undefined while it is being read. */
  row: ReplyRow | null | undefined;
  index: number;
  total: number;
  top: number;
  selected: boolean;
  active: boolean;
  words: readonly string[];
  /** The replies that go along when this one is dragged. */
  draggedWith: (id: Id) => readonly Id[];
};

/** One reply of the list in two lines. Clicks are handled by the list, which knows the row by its `data-index`. */
export const ReplyRowView = memo(function ReplyRowView(props: ReplyRowProps) {
  const { row, index, total, top, selected, active, words } = props;
  const t = useWords(listMessages);
  const element = useRef<HTMLDivElement>(null);
  useReplyDrag(element, row?.id ?? null, row?.title ?? '', props.draggedWith);

  const marks = row ? markWords(t, row) : [];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this row as its active one
    <div
      ref={element}
      id={replyRowId(index)}
      className="reply-row"
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-index={index}
      data-active={active}
      data-validity={row?.validity}
      style={{ top }}
    >
      {row ? <RowContent row={row} words={words} marks={marks} /> : <Placeholder gone={row === null} />}
    </div>
  );
});

/** The id of a row's element. */
export function replyRowId(index: number): string {
  return `reply-row-${index}`;
}

type RowContentProps = { row: ReplyRow; words: readonly string[]; marks: string[] };

function RowContent({ row, words, marks }: RowContentProps) {
  const t = useWords(listMessages);
  const category = row.categoryPath.at(-1);
  return (
    <>
      <div className="row-line">
        <span className="row-title" data-empty={row.title === ''}>
          {row.title === '' ? t('row.untitled') : <Highlighted text={row.title} words={words} />}
        </span>
        {row.hasDraft && (
          <span className="row-badge" data-kind="draft">
            {t('row.draft')}
          </span>
        )}
        {row.validity === 'expired' && (
          <span className="row-badge" data-kind="expired">
            {t('row.expired')}
          </span>
        )}
        {row.validity === 'not-yet' && (
          <span className="row-badge" data-kind="not-yet">
            {t('row.notYet')}
          </span>
        )}
        {row.shortcode !== null && <span className="row-shortcode">{row.shortcode}</span>}
      </div>
      <div className="row-line row-second">
        <span className="row-category" title={row.categoryPath.join(' › ')}>
          <span
            className="row-dot"
            data-plain={row.categoryColor === null}
            style={row.categoryColor === null ? undefined : { background: row.categoryColor }}
          />
          <span className="row-category-name">{category ?? t('row.uncategorized')}</span>
        </span>
        <span className="row-snippet">
          {row.snippet === '' ? t(withoutText(row)) : <Highlighted text={row.snippet} words={words} />}
        </span>
        {row.tags.length > 0 && (
          <span className="row-tags">
            {row.tags.slice(0, 3).map((tag) => (
              <span key={tag} className="row-tag">
                {tag}
              </span>
            ))}
          </span>
        )}
        <RowMarks row={row} title={marks.join(' · ')} />
        <span className="visually-hidden">{marks.join(', ')}</span>
      </div>
    </>
  );
}

function Placeholder({ gone }: { gone: boolean }) {
  return (
    <div className="row-placeholder" data-gone={gone} aria-hidden="true">
      <span />
      <span />
    </div>
  );
}

function useReplyDrag(
  element: React.RefObject<HTMLDivElement | null>,
  id: Id | null,
  title: string,
  draggedWith: (id: Id) => readonly Id[],
): void {
  const t = useWords(listMessages);
  const latest = useRef({ title, draggedWith, t });
  latest.current = { title, draggedWith, t };

  useEffect(() => {
    if (element.current === null || id === null) return;
    return draggable({
      element: element.current,
      getInitialData: () => packDragged({ kind: 'replies', ids: latest.current.draggedWith(id) }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const count = latest.current.draggedWith(id).length;
        const label =
          count > 1
            ? latest.current.t('drag.many', { count })
            : latest.current.title || latest.current.t('row.untitled');
        showDragPreview(nativeSetDragImage, label, count > 1);
      },
    });
  }, [element, id]);
}

/** The word for a reply whose default wording has no text. */
function withoutText({ pictures, files }: ReplyRow): 'row.pictures' | 'row.files' | 'row.empty' {
  if (pictures > 0) return 'row.pictures';
  return files > 0 ? 'row.files' : 'row.empty';
}
