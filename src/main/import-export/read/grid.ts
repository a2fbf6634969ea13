/** A row of a table as text. `line` is its row in the sheet, counted from 1. */
export type GridRow = {
  line: number;
  cells: string[];
  /** Columns with a formula that came without a result, or is written out in a text file. */
  unevaluated?: number[];
  /** Pictures that lie on the row or in its cells, from left to right. */
  pictures?: Uint8Array[];
};

/** A sheet, or a text file with delimiters. The first rows stand as they are in the file; later empty ones may be left out. */
export type Grid = {
  /** Name of the sheet or file, as the person knows it. */
  name: string;
  /** Where pictures are looked for first: the folder of the file inside its package. */
  folder: string;
  rows: GridRow[];
  /** Excel's count of days starts in 1904 rather than 1900. */
  date1904: boolean;
  /** How rows end, for a text file. */
  carriageReturnsOnly: boolean;
};

/** More columns than any sheet of replies has; those behind are not looked at. Also the contract's limit of a mapping. */
export const maxColumns = 500;

/** A header is looked for in the first rows that are not empty: it may stand below a heading or a hint. */
export const headerRows = 3;

/** Rows of which one may be the header: the contract's limit. */
export const mappableRows = 51;

/** Rows that are kept as they stand, empty ones too. */
export const keptRows = 60;

/** Whether a row has neither text, nor a formula without its value, nor pictures. */
export function isBlankRow(row: GridRow): boolean {
  return (
    row.unevaluated === undefined &&
    row.pictures === undefined &&
    row.cells.every((cell) => cell.trim() === '')
  );
}

/** Leaves out empty rows behind those that are shown for mapping, and at the end. */
export function withoutBlankRows(rows: readonly GridRow[]): GridRow[] {
  const kept = rows.filter((row, index) => index < keptRows || !isBlankRow(row));
  while (kept.length > 0 && isBlankRow(kept.at(-1) as GridRow)) kept.pop();
  return kept;
}
