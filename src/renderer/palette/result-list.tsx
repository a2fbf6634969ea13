import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../ui/i18n.tsx';
import { listboxId, optionId } from './element-ids.ts';
import { PAGE_ROWS, type PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { ResultRow } from './result-row.tsx';

/** Height of a row in px, the same in `list.css`: ten fit the window. */
const ROW_HEIGHT = 40;

/** The virtualised list. Only the rows in sight are in the document, so that 1,000 cost what ten do. */
export function ResultList({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const { rows, selected, firstVisible } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    initialRect: { width: 420, height: ROW_HEIGHT * PAGE_ROWS },
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows put the selection somewhere else too
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const top = selected * ROW_HEIGHT;
    const bottom = top + ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) {
      // Whole rows from the top, so that the first one is never cut and digits begin at it.
      const overflow = bottom - element.clientHeight;
      element.scrollTop = Math.ceil(overflow / ROW_HEIGHT) * ROW_HEIGHT;
    }
  }, [selected, rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows come to lie under a pointer that rests
  useEffect(() => {
    delete scroller.current?.dataset.pointed;
  }, [rows]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const tell = () => {
      dispatch({ kind: 'scrolled', firstVisible: Math.ceil(element.scrollTop / ROW_HEIGHT) });
    };
    element.addEventListener('scroll', tell, { passive: true });
    return () => element.removeEventListener('scroll', tell);
  }, [dispatch]);

  return (
    <div
      ref={scroller}
      className="list"
      id={listboxId}
      role="listbox"
      aria-label={t('palette.results.label')}
      aria-activedescendant={rows.length > 0 ? optionId(selected) : undefined}
      tabIndex={-1}
      data-focus="list"
      data-picking={state.mode === 'pick'}
      hidden={rows.length === 0}
      // A row lights up under a pointer that moves, not under one that happens to rest where the window opened.
      onPointerMove={({ currentTarget, movementX, movementY }) => {
        if (movementX !== 0 || movementY !== 0) currentTarget.dataset.pointed = 'true';
      }}
    >
      <div className="list-inner" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <ResultRow
              key={row.id}
              row={row}
              index={item.index}
              count={rows.length}
              top={item.start}
              selected={item.index === selected}
              digit={digitOf(item.index - firstVisible)}
              dispatch={dispatch}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The digit that picks the row at `offset` from the first visible one, or null beyond the tenth. */
function digitOf(offset: number): string | null {
  return offset >= 0 && offset < PAGE_ROWS ? String((offset + 1) % 10) : null;
}
