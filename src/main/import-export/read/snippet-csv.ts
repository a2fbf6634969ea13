import type { DetectedMapping } from './detect-mapping.ts';
import type { Grid } from './grid.ts';
import { isBlankRow } from './grid.ts';
import type { Translated, TranslatedText } from './translate.ts';
import { choicePlaceholder, fieldPlaceholder, literal, ours, translate, unknown } from './translate.ts';
import { fromStrftime } from './translate-dates.ts';

/** Rows that decide whether a file without a header is a list of abbreviations. */
const sampledRows = 200;

/**
 * Whether a grid without a header is an export of Beeftext or TextExpander: abbreviation, text, name. The two look alike; TextExpander ends
 * rows with a carriage return, begins abbreviations with a sign, and writes its macros with a percent sign. Null for anything else.
 */
export function detectSnippetCsv(grid: Grid): DetectedMapping | null {
  const rows = grid.rows.slice(0, sampledRows).filter((row) => !isBlankRow(row));
  const isSnippets = rows.length > 0 && rows.every((row) => row.cells.length === 3 && isSnippet(row.cells));
  const codes = rows.map((row) => (row.cells[0] ?? '').trim());
  const named = codes.filter((code) => code !== '');
  if (!isSnippets || named.length < rows.length / 2 || new Set(named).size < named.length) return null;
  const bodies = rows.map((row) => row.cells[1] ?? '');
  const isBeeftext = bodies.some((body) => /#\{[a-zA-Z]+(:[^{}]*)?\}/.test(body));
  const isTextExpander =
    grid.carriageReturnsOnly ||
    bodies.some((body) => /%(clipboard|\||fill[a-z]+:|key:|snippet:)/.test(body)) ||
    named.filter((code) => /^[;,./:'\\`]/.test(code)).length > named.length / 2;
  return {
    layout: isTextExpander && !isBeeftext ? 'textexpander' : 'beeftext-csv',
    headerRow: -1,
    columns: ['shortcode', 'body', 'title'],
    splitVariants: false,
    unsure: false,
    isOwn: false,
  };
}

/** An abbreviation is short, without white space, and not written in Chinese alone, as a category would be. */
function isSnippet(cells: readonly string[]): boolean {
  const [code = '', body = '', name = ''] = cells;
  return (
    /^[^\s]{0,40}$/.test(code) && (code === '' || /[!-~]/.test(code)) && body !== '' && name.length <= 200
  );
}

const macro =
  /%%|%clipboard|%\||%(filltext|fillarea|fillpopup|fillpart|fillpartend|fillallow|fillskip|snippet|key|date|time|applescript|shell):?([^%]*)%|%[1-9]?[YyBbmdeaAHIMSpj](?:[-./: ]?%[1-9]?[YyBbmdeaAHIMSp])*|%@[+-]\w+/g;

/** TextExpander's macros: its guide, "Snippet macros". */
export function translateTextExpander(text: string): TranslatedText {
  return translate(text, macro, (match) => toOurs(match[0], match[1] ?? '', match[2] ?? ''));
}

function toOurs(source: string, name: string, rest: string): Translated {
  if (source === '%%') return literal('%');
  if (source === '%clipboard') return ours('{{clipboard}}');
  if (source === '%|') return ours('{{cursor}}');
  const settings = rest.split(':');
  const named = (key: string) =>
    settings.find((setting) => setting.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
  switch (name) {
    case 'filltext':
    case 'fillarea':
      return fieldPlaceholder(named('name') || 'text');
    case 'fillpopup': {
      const options = settings.filter((setting) => !setting.startsWith('name='));
      const preset = options
        .filter((option) => option.startsWith('default='))
        .map((option) => option.slice(8));
      return choicePlaceholder([
        ...preset,
        ...options.filter((option) => option !== '' && !/^\w+=/.test(option)),
      ]);
    }
    case 'key':
      if (/^(enter|return)$/i.test(rest)) return literal('\n');
      return /^tab$/i.test(rest) ? literal('\t') : unknown;
    case '':
      return source.startsWith('%@') ? unknown : fromStrftime(source.replace(/%[1-9]/g, '%'), 0);
    default:
      return unknown;
  }
}
