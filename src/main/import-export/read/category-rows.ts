import type { GridRow } from './grid.ts';

/** Longer is a remark, and no heading. */
const longestHeading = 30;

/** What headings begin with: 一、 （二） 3. 【 ■ # */
const headingMark =
  /^(?:第?[一二三四五六七八九十百]+[、．.章节类篇]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、．.)）]|[【[■□▶►★☆●◆◇#※])/;

/** What a row has of its category: the cells of its path, and whether they stand in a row above. */
export type RowCategory = { cells: readonly string[]; isFromAbove: boolean };

/** The columns of a table that its categories are read from. */
export type CategoryColumns = {
  category: readonly number[];
  subcategory: readonly number[];
  title: readonly number[];
  body: readonly number[];
};

/** A row that names the category of those below it, null; else what the row has of its own. */
export type CategoryOfRow = (row: GridRow) => RowCategory | null;

/**
 * People write a category once and the replies below it: as a heading in a row of its own, or in the first row of each group.
 * Both are read so only where the whole table shows it, since a row may as well be unfinished or without a category.
 * @param rows The rows below the header that may be replies, in their order; blank ones are left out.
 */
export function categoryRows(rows: readonly GridRow[], columns: CategoryColumns): CategoryOfRow {
  const hasColumn = columns.category.length + columns.subcategory.length > 0;
  const inherited = hasColumn ? fromGroups(rows, columns) : fromHeadings(rows, columns);
  const ownCells = (row: GridRow) => cellsOf(row, [...columns.category, ...columns.subcategory]);
  return (row) => {
    const found = inherited.get(row);
    return found === undefined ? { cells: ownCells(row), isFromAbove: false } : found;
  };
}

type Inherited = Map<GridRow, RowCategory | null>;

/** Headings: a cell alone in its row, beside the bodies and with replies below it. */
function fromHeadings(rows: readonly GridRow[], { title, body }: CategoryColumns): Inherited {
  const isHeading = (row: GridRow, index: number): boolean => {
    const next = rows[index + 1];
    return isHeadingShaped(row, title, body) && next !== undefined && hasBody(next, body);
  };
  const headings = new Set(rows.filter(isHeading));
  const first = rows[0];
  const inherited: Inherited = new Map();
  // A title whose body is still to be written looks the same: one alone must look like a heading, and none comes late.
  if (first === undefined || !headings.has(first)) return inherited;
  if (headings.size === 1 && !headingMark.test(textOf(first))) return inherited;

  let cells: string[] = [];
  for (const row of rows) {
    if (headings.has(row)) {
      cells = [headingName(textOf(row))];
      inherited.set(row, null);
    } else inherited.set(row, { cells, isFromAbove: true });
  }
  return inherited;
}

function isHeadingShaped(row: GridRow, title: readonly number[], body: readonly number[]): boolean {
  if (row.pictures !== undefined || row.unevaluated !== undefined) return false;
  const filled = [...row.cells.keys()].filter((index) => (row.cells[index] ?? '').trim() !== '');
  const [only] = filled;
  if (only === undefined || filled.length > 1) return false;
  const isBeside = title.includes(only) || only < Math.min(...body);
  const text = textOf(row);
  return isBeside && !body.includes(only) && text.length <= longestHeading && !text.includes('\n');
}

function textOf(row: GridRow): string {
  return row.cells.map((cell) => cell.trim()).find((cell) => cell !== '') ?? '';
}

/** The name without what only sets it off; its number stays, since it tells the order. */
function headingName(text: string): string {
  const bare = text.replace(/^[■□▶►★☆●◆◇#※=—\-\s]+|[=—\-：:\s]+$/g, '');
  return /^【([^【】]+)】$|^\[([^[\]]+)\]$/.exec(bare)?.slice(1).find(Boolean) ?? (bare || text);
}

/** Groups: each category stands in the first of its rows only, as a sheet with merged cells is saved as CSV. */
function fromGroups(rows: readonly GridRow[], { category, subcategory, body }: CategoryColumns): Inherited {
  const inherited: Inherited = new Map();
  const [first] = rows;
  if (first === undefined || cellsOf(first, category).length === 0) return inherited;
  const groups = rows.filter((row) => cellsOf(row, category).length > 0);
  if (groups.length < 2 || !isGrouped(rows, category)) return inherited;
  const isSubGrouped = isGrouped(rows, subcategory);
  let above: string[] = [];
  let subAbove: string[] = [];
  for (const row of rows) {
    const own = cellsOf(row, category);
    const ownSub = cellsOf(row, subcategory);
    if (own.length > 0) {
      above = own;
      subAbove = [];
    }
    if (ownSub.length > 0 || !isSubGrouped) subAbove = ownSub;
    const filled = row.cells.filter((cell) => cell.trim() !== '').length;
    const namesOnly = !hasBody(row, body) && filled === own.length + ownSub.length;
    const isFromAbove = own.length === 0 || (ownSub.length === 0 && subAbove.length > 0);
    inherited.set(row, namesOnly ? null : { cells: [...above, ...subAbove], isFromAbove });
  }
  return inherited;
}

/** Whether names stand in the first row of each group only: no name follows itself, and at least as many rows have none. */
function isGrouped(rows: readonly GridRow[], columns: readonly number[]): boolean {
  if (columns.length === 0) return false;
  const names = rows.map((row) => cellsOf(row, columns).join('\n').trim());
  const named = names.filter((name) => name !== '').length;
  const repeats = names.some((name, index) => name !== '' && name === names[index - 1]);
  return columns.length === 1 && named > 0 && !repeats && names.length - named >= named;
}

function cellsOf(row: GridRow, columns: readonly number[]): string[] {
  return columns.map((index) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
}

function hasBody(row: GridRow, body: readonly number[]): boolean {
  return cellsOf(row, body).length > 0 || row.pictures !== undefined;
}
