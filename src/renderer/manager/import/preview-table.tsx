import { Badge } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { PreviewRow, RowFate } from '../../../shared/contract/transfer-calls.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useWords } from '../../ui/words.tsx';

const colors: Record<RowFate, string> = {
  new: 'teal',
  changed: 'blue',
  unchanged: 'gray',
  skipped: 'orange',
};
const lintColors = { info: 'blue', warn: 'orange', block: 'red' };

/** Height of a row without remarks, in pixels; the others are measured. */
const usualHeight = 52;

/** The first rows of a source and what becomes of each. Only those in sight are drawn, between two spacers. */
export function PreviewTable({
  rows,
  stale,
  label,
}: {
  rows: readonly PreviewRow[];
  /** The rows are not those of the present choice any more. */
  stale: boolean;
  label: string;
}) {
  const t = useWords(importMessages);
  const scroller = useRef<HTMLElement>(null);
  const isOnlySource = new Set(rows.map(({ from }) => from)).size === 1;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <section
      className="import-rows"
      data-stale={stale || undefined}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys
      tabIndex={0}
      aria-label={label}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th className="import-row-head" scope="col">
              {t('column.fate')}
            </th>
            <th className="import-row-head" scope="col">
              {t('column.title')}
            </th>
            <th className="import-row-head" scope="col">
              {t('column.category')}
            </th>
            <th className="import-row-head" scope="col">
              {t('column.note')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {items.map(({ key, index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                data-fate={row.fate}
              >
                <RowCells row={row} isOnlySource={isOnlySource} />
              </tr>
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td className="import-spacer" colSpan={4} />
    </tr>
  );
}

function RowCells({ row, isOnlySource }: { row: PreviewRow; isOnlySource: boolean }) {
  const t = useWords(importMessages);
  const place = t('row.from', { from: row.from, line: row.line });
  return (
    <>
      <td className="import-cell">
        <Badge variant="light" radius="sm" color={colors[row.fate]}>
          {t(`fate.word.${row.fate}`)}
        </Badge>
        <span className="import-row-line" title={place}>
          {isOnlySource ? t('row.line', { line: row.line }) : place}
        </span>
      </td>
      <td className="import-cell">
        <span className="import-row-title" title={row.title}>
          <strong>{row.title}</strong>
          {row.shortcode !== null && <code>{row.shortcode}</code>}
        </span>
        <span className="import-row-snippet">{row.snippet}</span>
      </td>
      <td className="import-cell import-row-category">
        {row.categoryPath.join(' › ') || (row.fate !== 'skipped' && t('uncategorized'))}
      </td>
      <td className="import-cell import-row-notes">
        {row.reasons.map((reason) => (
          <span className="import-row-note" key={reason}>
            {t(`reason.${reason}`)}
          </span>
        ))}
        {row.existing !== null && row.existing.title !== row.title && (
          <span className="import-row-note">{t('row.existing', { title: row.existing.title })}</span>
        )}
        {row.pictures > 0 && (
          <span className="import-row-note">{t('row.pictures', { count: row.pictures })}</span>
        )}
        {row.lint !== null && (
          <Badge variant="light" radius="sm" size="sm" color={lintColors[row.lint]}>
            {t(`row.lint.${row.lint}`)}
          </Badge>
        )}
      </td>
    </>
  );
}
