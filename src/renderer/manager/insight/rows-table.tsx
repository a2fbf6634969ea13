import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useWords } from '../../ui/words.tsx';

/** Rows that a panel shows at first. */
const firstRows = 8;

export type Column<Row> = {
  head: string;
  /** Numbers and dates stand at the right edge and keep their width. */
  narrow?: boolean;
  cell: (row: Row) => ReactNode;
};

/** A table of a panel: its first rows, and all of them on demand. */
export function RowsTable<Row>({
  rows,
  columns,
  keyOf,
}: {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
}) {
  const t = useWords(insightMessages);
  const [all, setAll] = useState(false);
  const id = useId();
  return (
    <>
      <div className="insight-rows">
        <table className="insight-table" id={id}>
          <thead>
            <tr>
              {columns.map(({ head, narrow }) => (
                <th key={head} scope="col" data-narrow={narrow || undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, firstRows)).map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ head, narrow, cell }) => (
                  <td key={head} data-narrow={narrow || undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > firstRows && (
        <Button
          className="insight-more"
          variant="subtle"
          size="compact-sm"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {all ? t('less') : t('more', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
