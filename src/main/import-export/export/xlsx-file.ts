import { type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';

/** A sheet as rows of texts; `widths` in characters. */
export type TextSheet = { name: string; rows: readonly (readonly string[])[]; widths: readonly number[] };

/** Excel's longest text in a cell. */
const longestCell = 32_767;

/**
 * Writes sheets as an XLSX file. Every cell is text, by type and by format: what begins like a formula is never one, not
 * even after somebody edits the cell.
 */
export function xlsxFile(sheets: readonly TextSheet[]): Buffer {
  const book: WorkBook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function toWorkSheet({ rows, widths }: TextSheet): WorkSheet {
  const cells = rows.map((row) => row.map(textCell));
  const sheet = utils.aoa_to_sheet(cells);
  sheet['!cols'] = widths.map((wch) => ({ wch }));
  return sheet;
}

function textCell(text: string): CellObject | null {
  return text === '' ? null : { t: 's', v: text.slice(0, longestCell), z: '@' };
}
