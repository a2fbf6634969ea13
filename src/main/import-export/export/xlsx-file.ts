import type { CellObject, WorkSheet } from '@e965/xlsx';

/** A sheet as rows of texts; `widths` in characters. */
export type TextSheet = { name: string; rows: readonly (readonly string[])[]; widths: readonly number[] };

/** Writes sheets as an XLSX file. */
export type WriteXlsx = (sheets: readonly TextSheet[]) => Buffer;

/** Excel's longest text in a cell. */
const longestCell = 32_767;

/**
 * Loads what writes XLSX files; it is large, and most jobs do without. Every cell is text, by type and by format: what
 * begins like a formula is never one, not even after somebody edits the cell.
 */
export async function loadXlsx(): Promise<WriteXlsx> {
  const { utils, write } = await import('@e965/xlsx');

  function toWorkSheet({ rows, widths }: TextSheet): WorkSheet {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(textCell)));
    sheet['!cols'] = widths.map((wch) => ({ wch }));
    return sheet;
  }

  return (sheets) => {
    const book = utils.book_new();
    for (const sheet of sheets) utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name);
    return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
  };
}

function textCell(text: string): CellObject | null {
  return text === '' ? null : { t: 's', v: literally(text).slice(0, longestCell), z: '@' };
}

/**
 * In a workbook `_x0041_` stands for the character of that number (ECMA-376 part 1, 22.9.2.19) unless its first sign is written so
 * itself. Our reader undoes that only in shared strings, which is where Excel writes texts too.
 */
function literally(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
