import { fold } from './fold.ts';
import { isDigit, isIdeograph, isLetter, isMeaningful } from './units.ts';

/** Longest part of a term that is looked at, in UTF-16 code units; the rest of a pasted text narrows nothing down. */
const maxTermLength = 48;
/** More terms than this are a pasted text, not a query. */
const maxTerms = 8;

/** A stretch of one kind inside a term: `退款zc2` is `退款`, `zc`, `2`. */
export type Run = { kind: 'ideographs' | 'letters' | 'digits'; text: string };

/** One white-space separated piece of a query. */
export type Term = {
  /** Folded, separators left out, never empty. */
  text: string;
  runs: Run[];
  /** Typed with a leading `#`: looks at tags only. */
  tagOnly: boolean;
  /** What was typed, unfolded, if it has characters that only traditional script uses; else null. */
  traditional: string | null;
};

export type Query = {
  terms: Term[];
  /** The whole query as a shortcode: folded, one leading slash left out, null if it can't be one. */
  shortcode: string | null;
};

/** A leading slash of any keyboard: Chinese input methods type `、` on the slash key. */
const leadingSlash = /^[/、]/;

/** What a shortcode is compared by: folded, without its leading slash. */
export function shortcodeKey(shortcode: string): string {
  return fold(shortcode.trim()).replace(leadingSlash, '');
}

/** Takes a query apart. No terms and no shortcode: there is nothing to look for. */
export function parseQuery(query: string): Query {
  const pieces = query.split(/\s+/).filter((piece) => piece !== '');
  const terms = pieces
    .slice(0, maxTerms)
    .map(parseTerm)
    .filter((term) => term !== null);
  const only = pieces.length === 1 ? shortcodeKey(pieces[0] as string) : '';
  return { terms, shortcode: only === '' || only.length > maxTermLength ? null : only };
}

function parseTerm(piece: string): Term | null {
  const folded = fold(piece);
  let text = '';
  let original = '';
  for (let index = 0; index < folded.length && text.length < maxTermLength; index += 1) {
    if (!isMeaningful(folded.charCodeAt(index))) continue;
    text += folded[index];
    original += piece[index];
  }
  text = text.replace(/[\ud800-\udbff]$/, '');
  if (text === '') return null;
  return {
    text,
    runs: splitRuns(text),
    tagOnly: folded.startsWith('#') && text !== '',
    traditional: hasTraditional(original, text) ? original : null,
  };
}

function hasTraditional(original: string, folded: string): boolean {
  for (let index = 0; index < folded.length; index += 1) {
    if (isIdeograph(folded.charCodeAt(index)) && original[index] !== folded[index]) return true;
  }
  return false;
}

function kindOf(code: number): Run['kind'] {
  if (isLetter(code)) return 'letters';
  return isDigit(code) ? 'digits' : 'ideographs';
}

function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const kind = kindOf(character.charCodeAt(0));
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += character;
    else runs.push({ kind, text: character });
  }
  return runs;
}
