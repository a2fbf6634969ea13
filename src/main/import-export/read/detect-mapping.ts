import type { ImportLayout, TableField } from '../../../shared/contract/transfer-calls.ts';
import { fold } from '../../../shared/domain/fold.ts';
import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import { locales } from '../../../shared/i18n/locale.ts';
import { tableColumns } from '../export/table-rows.ts';
import type { Grid, GridRow } from './grid.ts';
import { headerRows, isBlankRow, mappableRows, maxColumns } from './grid.ts';
import { fieldOfHeader, foldHeader } from './header-aliases.ts';

/** How a grid is to be read, and how sure that is. */
export type DetectedMapping = {
  layout: ImportLayout;
  /** Index in the grid's rows; -1 for none. */
  headerRow: number;
  columns: TableField[];
  splitVariants: boolean;
  /** Columns, or what bars mean, were guessed from what stands in the cells rather than known by the header. */
  unsure: boolean;
  /** A sheet that we have written: every row below its header is a reply, and a bar in a cell is nothing but a bar. */
  isOwn: boolean;
};

/** Rows that are looked at where content has to tell what a column is. */
const sampledRows = 200;

/** Finds the header in one of the first three rows with anything in them, or guesses from the content which column holds the bodies. */
export function detectMapping(grid: Grid): DetectedMapping {
  const header = bestHeader(grid.rows);
  const width = Math.min(
    maxColumns,
    Math.max(0, ...grid.rows.slice(0, sampledRows).map((row) => row.cells.length)),
  );
  if (header === null) return guessedMapping(grid.rows, width);
  const columns = padded(header.columns, width);
  const data = sampleBelow(grid.rows, header.index);
  const hasBody = columns.includes('body');
  if (!hasBody) assignBody(columns, data);
  const names = (grid.rows[header.index]?.cells ?? []).map(foldHeader);
  const isRobot = names.some((name) => /^(意图类型|意图|优先级)$/.test(name));
  const isOwn = isOwnSheet(names);
  const maySplit = hasBody && !isRobot && !isOwn && areBarred(columns, data);
  return {
    layout: layoutOf(names),
    headerRow: header.index,
    columns,
    splitVariants: isRobot || maySplit,
    unsure: !hasBody || maySplit,
    isOwn,
  };
}

/** The columns of a header row; null when too few of its cells are names that we know. */
function columnsOfHeader(row: GridRow): TableField[] | null {
  const found = row.cells.map(fieldOfHeader);
  const columns = row.cells.map((): TableField => 'ignore');
  const fields = new Set(found.flatMap((match) => (match === null ? [] : [match.field])));
  for (const field of fields) {
    const best = found.reduce<number>((chosen, match, index) => {
      if (match?.field !== field) return chosen;
      return chosen < 0 || match.rank < (found[chosen]?.rank ?? 0) ? index : chosen;
    }, -1);
    found.forEach((match, index) => {
      const isTwin = match?.field === field && match.numbered && match.rank === found[best]?.rank;
      if (index === best || isTwin) columns[index] = field;
    });
  }
  const named = row.cells.filter((cell) => cell.trim() !== '').length;
  // A lone known word among many others is a phrase, unless it names the bodies.
  const enough = fields.has('body') || fields.size > 1 || (fields.size === 1 && named === 1);
  return enough && fields.size > 0 ? columns : null;
}

function bestHeader(rows: readonly GridRow[]): { index: number; columns: TableField[] } | null {
  let best: { index: number; columns: TableField[]; score: number } | null = null;
  const first = [...rows.slice(0, mappableRows).entries()].filter(([, row]) => !isBlankRow(row));
  for (const [index, row] of first.slice(0, headerRows)) {
    const columns = columnsOfHeader(row);
    if (columns === null) continue;
    const known = columns.filter((column) => column !== 'ignore').length;
    const score = known + (columns.includes('body') ? 10 : 0);
    if (best === null || score > best.score) best = { index, columns, score };
  }
  return best;
}

/** Nothing named: the column with the longest texts holds the bodies; short texts before it are titles or categories. */
function guessedMapping(rows: readonly GridRow[], width: number): DetectedMapping {
  const columns = padded([], width);
  const data = sampleBelow(rows, -1);
  assignBody(columns, data);
  columns.forEach((column, index) => {
    if (column !== 'ignore') return;
    const values = data.map((row) => (row.cells[index] ?? '').trim()).filter((value) => value !== '');
    const field = guessField(values, columns);
    if (field !== null) columns[index] = field;
  });
  const layout = width === 1 ? 'phrase-list' : 'table';
  return { layout, headerRow: -1, columns, splitVariants: false, unsure: true, isOwn: false };
}

function guessField(values: readonly string[], taken: readonly TableField[]): TableField | null {
  if (values.length === 0 || values.every((value) => /^[\d.,/:-]+$/.test(value))) return null;
  const isFree = (field: TableField) => !taken.includes(field);
  const distinct = new Set(values).size;
  const longest = Math.max(...values.map((value) => value.length));
  const looksCoded = values.every((value) => /^[!-~]{1,20}$/.test(value));
  if (isFree('shortcode') && looksCoded && distinct === values.length) return 'shortcode';
  if (isFree('category') && longest <= 20 && values.length >= 4 && distinct <= values.length / 2)
    return 'category';
  return isFree('title') && longest <= 100 ? 'title' : null;
}

/** Gives the free column with the longest texts to the bodies, if it holds any text at all. */
function assignBody(columns: TableField[], data: readonly GridRow[]): void {
  let best = { index: -1, length: 0 };
  columns.forEach((column, index) => {
    if (column !== 'ignore') return;
    const length = data.reduce((sum, row) => sum + textLength(row.cells[index] ?? ''), 0);
    if (length > best.length) best = { index, length };
  });
  if (best.index >= 0) columns[best.index] = 'body';
}

/** Dates and numbers are no text, however long. */
function textLength(cell: string): number {
  return /\p{L}/u.test(cell) ? cell.length : 0;
}

function layoutOf(names: readonly string[]): ImportLayout {
  const has = (...options: string[]) => options.some((option) => names.includes(fold(option)));
  const named = names.filter((name) => name !== '');
  if (has('快捷编码') && has('快捷短语')) return 'qianniu';
  if (has('话术内容') && has('一级分类', '话术标题', '二级分类')) return 'kefubao';
  return named.length === 1 && has('快捷短语内容', '快捷短语', '话术内容', '话术', '内容')
    ? 'phrase-list'
    : 'table';
}

const ownHeaders = locales.map((locale) => {
  const t = wordsOf(exportFileMessages, locale);
  return tableColumns.map(({ key }) => foldHeader(t(`column.${key}`)));
});

/** Our own sheets have a column for each variant. */
function isOwnSheet(names: readonly string[]): boolean {
  return ownHeaders.some((header) => header.every((name, index) => name === names[index]));
}

/** Whether most bodies have a bar outside of placeholders, which may part several replies, as in sheets of robots. */
function areBarred(columns: readonly TableField[], data: readonly GridRow[]): boolean {
  const bodies = data
    .map((row) => row.cells[columns.indexOf('body')] ?? '')
    .filter((body) => body.trim() !== '');
  const barred = bodies.filter((body) => body.replace(/\{\{[^{}]*\}\}/g, '').includes('|')).length;
  return bodies.length >= 5 && barred >= bodies.length * 0.6;
}

function sampleBelow(rows: readonly GridRow[], header: number): GridRow[] {
  return rows.slice(header + 1, header + 1 + sampledRows).filter((row) => !isBlankRow(row));
}

function padded(columns: readonly TableField[], width: number): TableField[] {
  return Array.from({ length: Math.max(width, columns.length) }, (_, index) => columns[index] ?? 'ignore');
}
