import type {
  ImportPreview,
  PreviewRow,
  RowFate,
  RowReason,
} from '../../../shared/contract/transfer-calls.ts';
import type { Reading } from '../read/imported.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';
import { oneLine } from './row-content.ts';

const rowsShown = 200;
const categoriesShown = 200;
const snippetLength = 120;

/** What a person sees of a plan before it is carried out. */
export function previewOf(
  reading: Reading,
  { rows, newCategories, media, lintUnchecked }: ImportPlan,
): ImportPreview {
  const reasons: Partial<Record<RowReason, number>> = {};
  for (const row of rows) for (const reason of row.reasons) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    layout: reading.layout,
    encoding: reading.encoding,
    table: reading.table,
    counts: countFates(rows),
    reasons,
    newCategories: newCategories.slice(0, categoriesShown).map(({ path }) => path),
    newCategoryCount: newCategories.length,
    lintFindings: rows.reduce((sum, { findings }) => sum + findings, 0),
    lintUnchecked,
    pictures: media.size,
    rows: mostTelling(rows).map(previewRow),
  };
}

/** How many rows have each fate. */
export function countFates(rows: readonly PlannedRow[]): Record<RowFate, number> {
  const counts: Record<RowFate, number> = { new: 0, changed: 0, unchanged: 0, skipped: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}

/** Rows with something to look at first, then what changes, what is new and what stays; else in the order of the file. */
function mostTelling(rows: readonly PlannedRow[]): PlannedRow[] {
  const order: Record<RowFate, number> = { skipped: 1, changed: 1, new: 2, unchanged: 3 };
  // Where categories stand above their rows, that is said of nearly all: it must not hide what else there is.
  const isTelling = (reason: RowReason) => reason !== 'category-from-above';
  const place = ({ fate, reasons, lint }: PlannedRow) =>
    reasons.some(isTelling) || lint !== null ? 0 : order[fate];
  const buckets: PlannedRow[][] = [[], [], [], []];
  for (const row of rows) buckets[place(row)]?.push(row);
  return buckets.flat().slice(0, rowsShown);
}

function previewRow(planned: PlannedRow): PreviewRow {
  const { row, fate, reasons, title, shortcode, categoryPath, text, pictures, lint, existing } = planned;
  return {
    line: row.line,
    from: row.from,
    fate,
    reasons,
    title,
    shortcode,
    categoryPath,
    snippet: oneLine(text.slice(0, snippetLength * 4)).slice(0, snippetLength),
    pictures,
    lint,
    existing,
  };
}
