import { Parser } from 'htmlparser2';
import type { Grid, GridRow } from './grid.ts';
import { maxColumns, withoutBlankRows } from './grid.ts';
import { DepthCounter, parseInSlices } from './html-depth.ts';

/** Rows that one cell may reach down to; a real sheet merges a handful. */
const maxSpan = 1_000;

type OpenCell = { text: string; rowSpan: number; columnSpan: number };

/**
 * Reads the tables of a page as one grid, as web back ends write their "Excel" exports. A cell over several rows is meant by each of
 * them; one over several columns stands in the first. Null for a page without a table.
 */
export function readHtmlTable(
  html: string,
  file: { name: string; folder: string },
): Grid | null | 'too-complex' {
  const table = new TableBuilder();
  const depth = new DepthCounter();
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth.open();
      if (name === 'script' || name === 'style') hidden += 1;
      else if (name === 'tr') table.openRow();
      else if (name === 'td' || name === 'th') table.openCell(attributes.rowspan, attributes.colspan);
      else if (name === 'br' || name === 'p' || name === 'div') table.breakLine();
    },
    ontext(text) {
      if (hidden === 0) table.addText(text);
    },
    onclosetag(name) {
      depth.close();
      if (name === 'script' || name === 'style') hidden = Math.max(0, hidden - 1);
      else if (name === 'td' || name === 'th') table.closeCell();
    },
  });
  if (!parseInSlices(parser, html, depth)) return 'too-complex';
  const rows = table.finish();
  return rows.length === 0
    ? null
    : { ...file, rows: withoutBlankRows(rows), date1904: false, carriageReturnsOnly: false };
}

/** Holds the cells that reach down from rows above while a table is read. */
class TableBuilder {
  readonly #rows: GridRow[] = [];
  #reaching = new Map<number, { text: string; rows: number }>();
  #cell: OpenCell | null = null;
  #column = 0;

  openRow(): void {
    this.closeCell();
    this.#fillReaching();
    this.#rows.push({ line: this.#rows.length + 1, cells: [] });
    this.#column = 0;
  }

  openCell(rowSpan: string | undefined, columnSpan: string | undefined): void {
    this.closeCell();
    if (this.#rows.length === 0) this.openRow();
    this.#cell = { text: '', rowSpan: spanOf(rowSpan), columnSpan: spanOf(columnSpan) };
  }

  breakLine(): void {
    if (this.#cell !== null && this.#cell.text.trim() !== '') this.#cell.text += '\n';
  }

  addText(text: string): void {
    if (this.#cell !== null) this.#cell.text += text.replace(/[ \t\r\n]+/g, ' ');
  }

  closeCell(): void {
    const cell = this.#cell;
    const row = this.#rows.at(-1);
    if (cell === null || row === undefined) return;
    this.#cell = null;
    this.#skipReaching(row);
    const text = cell.text
      .replaceAll('\u00a0', ' ')
      .replace(/ *\n */g, '\n')
      .trim();
    if (this.#column < maxColumns) {
      row.cells[this.#column] = text;
      for (let added = 1; added < cell.columnSpan && this.#column + added < maxColumns; added += 1)
        row.cells.push('');
      if (cell.rowSpan > 1) this.#reaching.set(this.#column, { text, rows: cell.rowSpan - 1 });
    }
    this.#column += cell.columnSpan;
  }

  finish(): GridRow[] {
    this.closeCell();
    this.#fillReaching();
    return this.#rows;
  }

  #skipReaching(row: GridRow): void {
    for (let above = this.#reaching.get(this.#column); above; above = this.#reaching.get(this.#column)) {
      this.#take(row, this.#column, above);
      this.#column += 1;
    }
  }

  /** What reaches into the rest of the row, behind its own cells. */
  #fillReaching(): void {
    const row = this.#rows.at(-1);
    if (row === undefined) return;
    for (const [column, above] of this.#reaching) {
      if (column < this.#column) continue;
      while (row.cells.length < column) row.cells.push('');
      this.#take(row, column, above);
    }
  }

  #take(row: GridRow, column: number, above: { text: string; rows: number }): void {
    row.cells[column] = above.text;
    above.rows -= 1;
    if (above.rows === 0) this.#reaching.delete(column);
  }
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, maxSpan) : 1;
}
