import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Grid, GridRow } from './grid.ts';
import { headerRows, keptRows, maxColumns, withoutBlankRows } from './grid.ts';
import { fieldOfHeader } from './header-aliases.ts';
import type { Limits } from './limits.ts';

const delimiters = [',', '\t', ';'] as const;

/** Cuts nothing: a control character that no cell keeps. */
const noDelimiter = '\x1f';

/** How many rows are looked at to find the delimiter. */
const sampledRows = 50;

/** Cells a file may have, on average 100 for each of the rows that are read: their strings take far more than the file itself. */
const maxCells = 20_000_000;

/** Cells of one row, since a row is held whole before its columns can be cut. */
const maxCellsInRow = 20_000;

/**
 * Cuts a text into rows and cells: comma, semicolon or tab, quoted cells with breaks in them, rows ended by CR, LF or CRLF. Quotes inside
 * a cell that is not quoted are text. A quote that is never closed makes the file damaged: nobody can tell where the cell ends.
 */
export function parseDelimited(
  text: string,
  file: { name: string; folder: string },
  limits: Limits,
): Result<Grid, ImportProblem> {
  const { name } = file;
  const delimiter = delimiterOf(text);
  if (tooManyCells(text, delimiter)) return err({ kind: 'too-complex', name });
  try {
    const records = parseRecords(text, delimiter, limits.rows + keptRows);
    if (records.length === limits.rows + keptRows)
      return err({ kind: 'too-many-rows', name, limit: limits.rows });
    const rows = records.map((cells, index) => rowOf(cells.slice(0, maxColumns), index + 1));
    const grid = {
      rows: withoutBlankRows(rows),
      date1904: false,
      carriageReturnsOnly: /\r/.test(text) && !text.includes('\n'),
    };
    return ok({ ...file, ...grid });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ kind: 'damaged', name, line: unclosedLine(text, delimiter) });
  }
}

function rowOf(source: readonly string[], line: number): GridRow {
  const unevaluated = source.flatMap((cell, column) => (isFormula(cell) ? [column] : []));
  const row: GridRow = { line, cells: source.map(unwrapped) };
  return unevaluated.length === 0 ? row : { ...row, unevaluated };
}

/** A formula written out, which nobody computes. */
function isFormula(cell: string): boolean {
  return /^\s*=\s*[A-Za-z_.|]+[(|!]/.test(cell);
}

function parseRecords(text: string, delimiter: string, rows: number): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: rows,
  });
}

/**
 * A cell as it is meant: `="0086"` is how a spreadsheet is made to keep text, and a leading apostrophe how one is kept from computing
 * what begins like a formula.
 */
function unwrapped(cell: string): string {
  const text = /^="((?:[^"]|"")*)"$/.exec(cell)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * The delimiter that cuts most of the first rows into the same number of cells; a comma when none does. In a list of phrases, which
 * has one column, commas are part of the phrases.
 */
function delimiterOf(text: string): string {
  const rows = unquotedRows(text.slice(0, 50_000)).slice(0, sampledRows);
  if (isPhraseList(rows)) return noDelimiter;
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = rows.map((row) => row.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = mostFrequent(counts);
    const score = counts.filter((count) => count === usual).length / Math.max(1, rows.length);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Whether one of the first rows, where a header stands, is the name of the bodies and nothing else, and none names several columns. */
function isPhraseList(rows: readonly string[]): boolean {
  const first = rows.slice(0, headerRows);
  const namesSeveral = (row: string) =>
    delimiters.some(
      (delimiter) => row.split(delimiter).filter((cell) => fieldOfHeader(cell) !== null).length > 1,
    );
  return first.some((row) => fieldOfHeader(row)?.field === 'body') && !first.some(namesSeveral);
}

/** The rows of a text with what is in quotes left out, so that commas and breaks in there do not count. */
function unquotedRows(text: string): string[] {
  return text
    .replace(/(^|[,;\t\r\n])"(?:[^"]|"")*"/g, '$1')
    .split(/\r\n|\n|\r/)
    .filter((row) => row.trim() !== '');
}

function mostFrequent(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function tooManyCells(text: string, delimiter: string): boolean {
  let inRow = 0;
  let all = 0;
  let lastQuote = 0;
  const code = delimiter.charCodeAt(0);
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 34) lastQuote = index;
    else if (character === code) {
      inRow += 1;
      all += 1;
      // A long quoted text may hold as many commas, but then a quote is not far.
      if (inRow > maxCellsInRow && index - lastQuote > maxCellsInRow) return true;
    } else if (character === 10 || character === 13) inRow = 0;
  }
  return all > maxCells;
}

/** Where the quote opens that is never closed, counted in lines of the file; null when it cannot be told. */
function unclosedLine(text: string, delimiter: string): number | null {
  const openings = new RegExp(`(?:^|[${delimiter}\\r\\n])"`, 'g');
  for (let match = openings.exec(text); match !== null; match = openings.exec(text)) {
    let close = text.indexOf('"', openings.lastIndex);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return text.slice(0, openings.lastIndex).split(/\r\n|\n|\r/).length;
    openings.lastIndex = close + 1;
  }
  return null;
}
