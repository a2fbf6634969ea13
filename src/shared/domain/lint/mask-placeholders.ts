import { fold } from '../fold.ts';
import { parseTemplate } from '../placeholders.ts';
import type { MatchRange } from '../search-result.ts';

/** Stands for what a placeholder will bring: neither a word nor punctuation. */
const filler = '\ufffc';

/** A text ready to be matched: as long as the original, code unit for code unit. */
export type MaskedText = {
  /** Folded; placeholders of ours are fillers, of a choice its options are left. */
  folded: string;
  /** What looks like one of ours and is none. */
  unknown: MatchRange[];
};

/** Folds a text and takes its placeholders out of the rules' sight. */
export function maskPlaceholders(text: string): MaskedText {
  const folded = fold(text);
  if (!text.includes('{{') && !text.includes('}}')) return { folded, unknown: [] };
  const unknown: MatchRange[] = [];
  let masked = '';
  for (const piece of parseTemplate(text)) {
    const start = masked.length;
    const length = piece.kind === 'text' ? piece.text.length : piece.source.length;
    const end = start + length;
    if (piece.kind === 'unknown') unknown.push([start, end]);
    if (piece.kind === 'text') masked += folded.slice(start, end);
    else if (piece.kind === 'choice') masked += maskChoice(folded.slice(start, end));
    else masked += filler.repeat(length);
  }
  return { folded: masked, unknown };
}

function maskChoice(source: string): string {
  return source.replace(/^\{\{\s*choice:|[|]|\}\}$/g, (syntax) => filler.repeat(syntax.length));
}
