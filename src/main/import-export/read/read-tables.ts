import type {
  ImportLayout,
  ImportPreview,
  RowReason,
  TableField,
  TableMapping,
} from '../../../shared/contract/transfer-calls.ts';
import { readCategories } from '../category-cell.ts';
import { translateBeeftext } from './beeftext-json.ts';
import { categoryPaths } from './category-paths.ts';
import { categoryRows, type RowCategory } from './category-rows.ts';
import type { DetectedMapping } from './detect-mapping.ts';
import { detectMapping } from './detect-mapping.ts';
import { finishReply } from './finish-reply.ts';
import type { Grid, GridRow } from './grid.ts';
import { isBlankRow } from './grid.ts';
import { foldHeader } from './header-aliases.ts';
import { withoutMarkup } from './html-text.ts';
import type { ImportedPart, ImportedReply } from './imported.ts';
import type { MediaFinder } from './media-finder.ts';
import { finderIn, namedPicture, partsOfBody } from './picture-marks.ts';
import { baseName, stemOf } from './safe-path.ts';
import { sideRows } from './side-row.ts';
import { detectSnippetCsv, translateTextExpander } from './snippet-csv.ts';
import { readExpiry, readNames, readTags, readTier, readValidFrom, splitVariants } from './table-values.ts';
import type { TranslatedText } from './translate.ts';

/** What the tables of a source gave. `hasBodies` is false when no column of the leading one holds bodies. */
export type ReadTables = {
  layout: ImportLayout;
  table: NonNullable<ImportPreview['table']>;
  hasBodies: boolean;
  replies: ImportedReply[];
};

/* What the contract shows of a table: `ImportPreview.table`. */
const sampleRows = 6;
const sampleColumns = 60;
const sampleLength = 80;
const unreadShown = 20;

/** Names that a spreadsheet program gives to sheets by itself. */
const namelessSheet = /^(sheet|工作表|表|工作簿)\s*\d*$/i;

/**
 * Reads the tables of a source, at least one. One of them leads: the one that `mapping` names, else the first with a column for bodies. Without
 * a mapping every table whose own header is sure is read too; with one, those that have the same header.
 */
export function readTables(
  grids: readonly Grid[],
  mapping: TableMapping | null,
  media: MediaFinder,
  onProgress: (share: number) => void,
): ReadTables {
  const detected = grids.map(detectTable);
  const lead = mapping === null ? leadingTable(grids, detected) : Math.min(mapping.sheet, grids.length - 1);
  const leadGrid = grids[lead] as Grid;
  const leadDetected = detected[lead] as DetectedMapping;
  // A mapping without columns only says which sheet is meant.
  const chosen: DetectedMapping =
    mapping === null || mapping.columns.length === 0
      ? leadDetected
      : { ...leadDetected, ...onlyMapping(mapping), unsure: false };
  const readings = grids.map((grid, index) => {
    if (index === lead) return chosen;
    const own = detected[index] as DetectedMapping;
    if (mapping === null) return own.unsure ? null : own;
    return sameHeader(grid, leadGrid, chosen.headerRow) ? chosen : null;
  });
  const read = readings.filter((reading) => reading !== null).length;
  const replies = grids.flatMap((grid, index) => {
    const reading = readings[index] ?? null;
    if (reading === null) return [];
    onProgress(index / grids.length);
    return readGrid(grid, reading, media, read > 1);
  });
  return {
    layout: chosen.layout,
    table: {
      mapping: {
        sheet: lead,
        headerRow: chosen.headerRow,
        columns: chosen.columns,
        splitVariants: chosen.splitVariants,
      },
      unsure: chosen.unsure,
      sheets: grids.map((grid) => grid.name),
      unread: grids
        .filter((_, index) => readings[index] === null)
        .map((grid) => grid.name)
        .slice(0, unreadShown),
      sample: leadGrid.rows
        .slice(0, sampleRows)
        .map((row) =>
          row.cells.slice(0, sampleColumns).map((cell) => cell.slice(0, sampleLength).toWellFormed()),
        ),
    },
    hasBodies: chosen.columns.includes('body'),
    replies,
  };
}

/** A list of abbreviations has no header: a first row that names bodies and something else comes before its looks. */
function detectTable(grid: Grid): DetectedMapping {
  const mapping = detectMapping(grid);
  const named = mapping.columns.filter((column) => column !== 'ignore').length;
  const hasHeader = mapping.headerRow === 0 && !mapping.unsure && named > 1;
  return hasHeader ? mapping : (detectSnippetCsv(grid) ?? mapping);
}

function onlyMapping({ headerRow, columns, splitVariants: splits }: TableMapping) {
  return { headerRow, columns, splitVariants: splits };
}

function leadingTable(grids: readonly Grid[], detected: readonly DetectedMapping[]): number {
  const sure = detected.findIndex((mapping) => !mapping.unsure && mapping.columns.includes('body'));
  if (sure >= 0) return sure;
  const sizes = grids.map((grid, index) =>
    detected[index]?.columns.includes('body') ? grid.rows.length : 0,
  );
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

function sameHeader(one: Grid, other: Grid, row: number): boolean {
  if (row < 0) return false;
  const names = (grid: Grid) => (grid.rows[row]?.cells ?? []).map(foldHeader).join('\n');
  return names(one) === names(other);
}

function readGrid(
  grid: Grid,
  mapping: DetectedMapping,
  media: MediaFinder,
  isOneOfMany: boolean,
): ImportedReply[] {
  const columns = columnIndexes(mapping.columns);
  const sheetCategory = categoryOfSheet(grid, mapping, columns, isOneOfMany);
  const find = finderIn(media, grid.folder);
  const rows = grid.rows.slice(mapping.headerRow + 1);
  const readPath = mapping.isOwn ? readCategories : categoryPaths(cellsOf(rows, columns.category));
  const headings = headingsOf(grid, mapping);
  const context = { grid, mapping, columns, sheetCategory, find, headings, readPath };
  const sideRow = sideRows(grid, mapping);
  const asked = rows.filter((row) => !isBlankRow(row)).map((row) => ({ row, skip: sideRow(row) }));
  // Without a header nothing tells a heading from a reply; our own sheets say everything in each row.
  const mayInherit = mapping.headerRow >= 0 && !mapping.isOwn;
  const candidates = asked.filter(({ skip }) => skip === null).map(({ row }) => row);
  const categoryOf = categoryRows(mayInherit ? candidates : [], columns);
  return asked.map(({ row, skip }) => {
    if (skip !== null) return skippedRow(row, skip, context);
    const category = categoryOf(row);
    return category === null ? skippedRow(row, 'category-heading', context) : readRow(row, category, context);
  });
}

function cellsOf(rows: readonly GridRow[], columns: readonly number[]): string[] {
  return rows.flatMap(({ cells }) => columns.map((index) => cells[index] ?? ''));
}

/** Shown, so that a person sees what is left out. */
function skippedRow(row: GridRow, skip: RowReason, { grid, columns }: RowContext): ImportedReply {
  const texts = (field: TableField) => columns[field].map((index) => row.cells[index] ?? '');
  return finishReply({
    line: row.line,
    from: grid.name,
    title: texts('title').join(' '),
    variants: texts('body').map((text) => [{ kind: 'text', text }]),
    skip,
  });
}

/** How many columns have a heading, or stand left of one; without a header all of them count. */
function headingsOf(grid: Grid, { headerRow }: DetectedMapping): number {
  const names = grid.rows[headerRow]?.cells;
  if (names === undefined) return Number.POSITIVE_INFINITY;
  return names.findLastIndex((name) => name.trim() !== '') + 1;
}

type Columns = Record<TableField, number[]>;

function columnIndexes(columns: readonly TableField[]): Columns {
  const indexes: Columns = {
    category: [],
    subcategory: [],
    title: [],
    body: [],
    shortcode: [],
    tags: [],
    tier: [],
    note: [],
    validFrom: [],
    expiry: [],
    image: [],
    ignore: [],
  };
  columns.forEach((field, index) => {
    indexes[field].push(index);
  });
  return indexes;
}

/** TextExpander keeps one file a group; of other tables the name of the sheet says something when there are several. */
function categoryOfSheet(
  grid: Grid,
  mapping: DetectedMapping,
  columns: Columns,
  isOneOfMany: boolean,
): string | null {
  const name = stemOf(baseName(grid.name));
  if (mapping.layout === 'textexpander') return name;
  const hasOwn = columns.category.length > 0 || columns.subcategory.length > 0;
  return hasOwn || !isOneOfMany || namelessSheet.test(name) ? null : name;
}

type RowContext = {
  grid: Grid;
  mapping: DetectedMapping;
  columns: Columns;
  sheetCategory: string | null;
  find: (name: string) => Uint8Array | null;
  headings: number;
  readPath: (cell: string) => string[];
};

function readRow(row: GridRow, category: RowCategory, context: RowContext): ImportedReply {
  const { grid, mapping, columns, sheetCategory, find, headings, readPath } = context;
  const reasons = new Set<RowReason>();
  const cells = (field: TableField) =>
    columns[field].map((index) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const until = validity(cells('expiry')[0], readExpiry, grid.date1904, reasons);
  const from = validity(cells('validFrom')[0], readValidFrom, grid.date1904, reasons);
  if (columns.body.some((index) => row.unevaluated?.includes(index))) reasons.add('formula-not-evaluated');
  const isLost = (cell: string, index: number) =>
    index >= headings && cell.trim() !== '' && (mapping.columns[index] ?? 'ignore') === 'ignore';
  if (row.cells.some(isLost)) reasons.add('beyond-header');
  const path = category.cells.flatMap(readPath);
  if (category.isFromAbove && path.length > 0) reasons.add('category-from-above');
  return finishReply({
    line: row.line,
    from: grid.name,
    title: cells('title').join(' '),
    shortcode: cells('shortcode')[0] ?? '',
    variants: variantsOf(row, cells, mapping, find, reasons),
    tags: cells('tags').flatMap(readTags),
    note: cells('note').join('\n'),
    categoryPath: sheetCategory === null ? path : [sheetCategory, ...path],
    validFrom: from?.from ?? until?.from ?? null,
    validUntil: until?.until ?? null,
    tier: readTier(cells('tier')[0] ?? ''),
    reasons,
  });
}

function validity(
  cell: string | undefined,
  read: typeof readExpiry,
  date1904: boolean,
  reasons: Set<RowReason>,
): ReturnType<typeof readExpiry> | null {
  if (cell === undefined) return null;
  const found = read(cell, date1904);
  if (found.bad) reasons.add('bad-date');
  return found;
}

function variantsOf(
  row: GridRow,
  cells: (field: TableField) => string[],
  mapping: DetectedMapping,
  find: (name: string) => Uint8Array | null,
  reasons: Set<RowReason>,
): ImportedPart[][] {
  const bodies = cells('body');
  const texts = mapping.splitVariants ? bodies.flatMap(splitVariants) : bodies;
  const named = cells('image')
    .flatMap(readNames)
    .map((name) => namedPicture(name, '', find, reasons))
    .filter((part) => part !== null);
  const embedded = (row.pictures ?? []).map((bytes) => ({ kind: 'image' as const, bytes, alt: '' }));
  const shown = [...named, ...embedded];
  if (texts.length === 0) return [shown];
  return texts.map((body) => {
    const { text, reasons: found } = translatorOf(mapping.layout)(plainBody(body, mapping, reasons));
    for (const reason of found) reasons.add(reason);
    return [...partsOfBody(text, find, reasons, mapping.isOwn), ...shown];
  });
}

/** A sheet of another tool may hold the HTML of its editor; what our own sheets hold is meant so. */
function plainBody(body: string, { isOwn }: DetectedMapping, reasons: Set<RowReason>): string {
  const plain = isOwn ? null : withoutMarkup(body);
  if (plain === null) return body;
  reasons.add('markup-removed');
  if (plain.hasPictures) reasons.add('image-missing');
  return plain.text;
}

/** In a sheet of somebody's own making our placeholders mean what they say. */
function translatorOf(layout: ImportLayout): (text: string) => TranslatedText {
  if (layout === 'textexpander') return translateTextExpander;
  if (layout === 'beeftext-csv') return translateBeeftext;
  return (text) => ({ text, reasons: [] });
}
