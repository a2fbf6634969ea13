import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import type { DetectedMapping } from './detect-mapping.ts';
import type { Grid, GridRow } from './grid.ts';
import { foldHeader } from './header-aliases.ts';
import { isTemplateHint } from './template-hint.ts';

/** Longer is no name of a column. */
const longestName = 60;

/**
 * Tells rows of a table that are no replies, but part of the form: hints right below the header, and the header again, as sheets
 * have it that were pasted together. To be asked about the rows below the header in their order, blank ones left out.
 */
export function sideRows(grid: Grid, mapping: DetectedMapping): (row: GridRow) => RowReason | null {
  const { headerRow, columns, isOwn } = mapping;
  const names = (grid.rows[headerRow]?.cells ?? []).map(foldHeader);
  const body = columns.indexOf('body');
  let mayBeHint = headerRow >= 0 && !isOwn;

  function isHint(row: GridRow): boolean {
    const cells = (isBody: boolean) =>
      row.cells.filter((cell, index) => {
        const field = columns[index] ?? 'ignore';
        return field !== 'ignore' && (field === 'body') === isBody && cell.trim() !== '';
      });
    return isTemplateHint(cells(true).join('\n'), cells(false));
  }

  function isHeader({ cells }: GridRow): boolean {
    const text = cells[body] ?? '';
    if (text.length > longestName || text.trim() === '' || foldHeader(text) !== names[body]) return false;
    const named = names.filter((name) => name !== '').length;
    return (
      named > 1 &&
      names.every((name, index) => foldHeader((cells[index] ?? '').slice(0, longestName)) === name)
    );
  }

  return (row) => {
    mayBeHint &&= isHint(row);
    if (mayBeHint) return 'template-hint';
    return isHeader(row) ? 'not-a-reply' : null;
  };
}
