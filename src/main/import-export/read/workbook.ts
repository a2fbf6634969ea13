import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Grid, GridRow } from './grid.ts';
import { keptRows, maxColumns, withoutBlankRows } from './grid.ts';
import type { Limits } from './limits.ts';
import { repackWorkbook } from './repack-workbook.ts';
import { dateTextOfSerial } from './table-values.ts';
import type { PlacedPicture, WorkbookPictures } from './workbook-pictures.ts';
import { noPictures } from './workbook-pictures.ts';
import { looksLikeZip } from './zip-entries.ts';

/** Sheets of one workbook; more is no file of replies. */
const maxSheets = 200;

/** Cells that merging fills in, so that a merged whole column costs nothing. */
const maxFilledCells = 1_000_000;

/** An OLE file: XLS from Excel 5 on, and an encrypted XLSX. */
export function looksLikeOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/** A bare BIFF stream: XLS of Excel 2 to 4 (record 0x0009, 0x0209 or 0x0409 with its length of 4 or 6). */
export function looksLikeBiff(bytes: Uint8Array): boolean {
  const version = bytes[1] ?? 0xff;
  return bytes[0] === 0x09 && [0, 2, 4].includes(version) && [4, 6].includes(bytes[2] ?? 0) && bytes[3] === 0;
}

/** The sheets of a workbook, and how many bytes were unpacked for them. */
export type ReadSheets = { grids: Grid[]; unpackedBytes: number };

/**
 * Reads the sheets of a workbook: XLSX, XLSM, XLSB and ODS out of their zip, XLS of every version, and Excel's
 * XML of 2003, given as text. Formulas are not computed, the result that the file holds is taken.
 */
export async function readWorkbook(
  source: Uint8Array | string,
  file: { name: string; folder: string },
  limits: Limits,
): Promise<Result<ReadSheets, ImportProblem>> {
  let input = source;
  let pictures = noPictures;
  let unpackedBytes = 0;
  if (typeof input !== 'string' && looksLikeZip(input)) {
    const repacked = repackWorkbook(input, file.name, limits);
    if (!repacked.ok) return repacked;
    input = repacked.value.bytes;
    pictures = repacked.value.pictures;
    unpackedBytes = repacked.value.unpackedBytes;
  }
  const workbook = await parseWorkbook(input, file.name, limits);
  if (!workbook.ok) return workbook;
  const grids = gridsOf(workbook.value, pictures, file, limits);
  return grids.ok ? ok({ grids: grids.value, unpackedBytes }) : grids;
}

async function parseWorkbook(
  source: Uint8Array | string,
  name: string,
  limits: Limits,
): Promise<Result<WorkBook, ImportProblem>> {
  // Both are large; whoever imports a text file does not wait for them.
  const [{ read, set_cptable: setCodePages }, codePages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  setCodePages(codePages);
  try {
    const workbook = read(source, {
      type: typeof source === 'string' ? 'string' : 'array',
      dense: true,
      cellDates: false,
      cellHTML: false,
      cellNF: true,
      sheetStubs: true,
      sheetRows: limits.rows + keptRows,
    });
    return ok(workbook);
  } catch (error) {
    // Whatever its reader stumbles over is a fault of the file; it has no other way to say so.
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) return err({ kind: 'password', name });
    // The format of the whole is one that Word and others write as well.
    if (/cannot find workbook stream/i.test(message)) return err({ kind: 'unknown-format', name });
    if (error instanceof RangeError) return err({ kind: 'too-complex', name });
    return err({ kind: 'damaged', name, line: null });
  }
}

function gridsOf(
  workbook: WorkBook,
  pictures: WorkbookPictures,
  file: { name: string; folder: string },
  limits: Limits,
): Result<Grid[], ImportProblem> {
  const { name } = file;
  if (workbook.SheetNames.length > maxSheets) return err({ kind: 'too-complex', name });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const grids: Grid[] = [];
  const left = { rows: limits.rows + keptRows, characters: limits.characters };
  for (const [index, sheetName] of workbook.SheetNames.entries()) {
    const sheet = Object.hasOwn(workbook.Sheets, sheetName) ? workbook.Sheets[sheetName] : undefined;
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (sheet === undefined || isHidden) continue;
    const all = rowsOf(sheet as DenseWorkSheet, date1904, pictures);
    placePictures(all, pictures.placed.get(sheetName) ?? []);
    const rows = withoutBlankRows(all);
    left.rows -= rows.length;
    // A row where reading stopped has others below it.
    if (rows.at(-1)?.line === limits.rows + keptRows) left.rows = -1;
    for (const row of rows) left.characters -= row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (left.rows < 0) return err({ kind: 'too-many-rows', name, limit: limits.rows });
    if (left.characters < 0) return err({ kind: 'too-complex', name });
    grids.push({ name: sheetName, folder: file.folder, rows, date1904, carriageReturnsOnly: false });
  }
  const filled = grids.filter((grid) => grid.rows.length > 0);
  // A workbook of one sheet is known by its file's name.
  return ok(filled.length === 1 ? filled.map((grid) => ({ ...grid, name })) : filled);
}

/** Rows and columns that are there, without walking over those that are not: one cell may stand in the last row of the sheet. */
function rowsOf(sheet: DenseWorkSheet, date1904: boolean, pictures: WorkbookPictures): GridRow[] {
  const data = sheet['!data'] ?? [];
  const rows: GridRow[] = [];
  for (const key of Object.keys(data)) {
    const index = Number(key);
    const source = data[index];
    if (source === undefined) continue;
    const row: GridRow = { line: index + 1, cells: [] };
    for (const columnKey of Object.keys(source)) {
      const column = Number(columnKey);
      const cell = source[column];
      if (cell === undefined || column >= maxColumns) continue;
      while (row.cells.length < column) row.cells.push('');
      const inCell = pictureId(cell);
      if (inCell !== null) {
        row.cells[column] = '';
        const bytes = pictures.inCells.get(inCell);
        if (bytes !== undefined) row.pictures = [...(row.pictures ?? []), bytes];
        continue;
      }
      row.cells[column] = cellText(cell, date1904);
      if (isUnevaluated(cell)) row.unevaluated = [...(row.unevaluated ?? []), column];
    }
    while (rows.length < Math.min(index, keptRows)) rows.push({ line: rows.length + 1, cells: [] });
    rows.push(row);
  }
  fillMerged(sheet, rows);
  return rows;
}

/** What WPS writes for a picture that is kept in a cell. */
function pictureId(cell: CellObject): string | null {
  const formula = cell.f ?? (typeof cell.v === 'string' && cell.v.startsWith('=DISPIMG') ? cell.v : '');
  return /DISPIMG\("([^"]+)"/.exec(formula)?.[1] ?? null;
}

/** Gives pictures that lie on the sheet to the rows that they begin in; one beside no row belongs to none. */
function placePictures(rows: readonly GridRow[], placed: readonly PlacedPicture[]): void {
  if (placed.length === 0) return;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const { row, bytes } of placed.toSorted((one, other) => one.column - other.column)) {
    const target = byLine.get(row + 1);
    if (target !== undefined) target.pictures = [...(target.pictures ?? []), bytes];
  }
}

/** A formula without a result, or one whose result is an error. */
function isUnevaluated(cell: CellObject): boolean {
  return (
    (cell.f !== undefined && (cell.t === 'z' || cell.v === undefined || cell.v === '')) || cell.t === 'e'
  );
}

/** Dates as `2026-03-01`, numbers in full rather than as shown (`1.2E+11`), anything else as it is. */
function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.t === 's') return typeof cell.v === 'string' ? cell.v : '';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return '';
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (isDateFormat(format)) return dateTextOfSerial(cell.v, date1904);
  return format === 'General' || cell.w === undefined || /E\+/.test(cell.w) ? numberText(cell.v) : cell.w;
}

/** Spreadsheets show 15 digits: what computing leaves behind these, as in 59.699999999999996, nobody has seen. */
function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/** Whether a number format shows a day. Text in quotes, colours and conditions in brackets do not count. */
function isDateFormat(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /y/i.test(codes) && /d|m/i.test(codes);
}

/** A merged cell holds its value once, at its top; each of its rows means it. */
function fillMerged(sheet: DenseWorkSheet, rows: readonly GridRow[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  let left = maxFilledCells;
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const value = byLine.get(start.r + 1)?.cells[start.c] ?? '';
    if (value === '' || start.c >= maxColumns) continue;
    for (let index = start.r + 1; index <= end.r && left > 0; index += 1) {
      left -= 1;
      const row = byLine.get(index + 1);
      if (row === undefined) continue;
      while (row.cells.length <= start.c) row.cells.push('');
      row.cells[start.c] = value;
    }
  }
}
