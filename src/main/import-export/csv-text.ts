/**
 * What a spreadsheet would take for a formula, also behind the white space that it skips. Behind apostrophes too, so that the one
 * that is added can be told from those of the text.
 */
const looksLikeFormula = /^'*[=+\-@\t\r]/;

const needsQuotes = /[",\r\n]/;

/**
 * Writes rows as CSV that Excel opens right: UTF-8 with a byte order mark, without which it reads Chinese as the system's old
 * encoding, and CRLF. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvText(rows: Iterable<readonly (string | number)[]>): string {
  let text = '\uFEFF';
  for (const row of rows) text += `${row.map(csvCell).join(',')}\r\n`;
  return text;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const guarded = looksLikeFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
