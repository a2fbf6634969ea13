import { parseTemplate, type TemplatePiece } from '../../../shared/domain/placeholders.ts';
import type { MatchRange } from '../../../shared/domain/search-result.ts';

/** Why something in double braces means nothing. */
export type UnknownReason = 'unclosed' | 'unopened' | 'empty' | 'choice' | 'date' | 'profile' | 'name';

/** A stretch of a text: plain, or a placeholder. */
export type Token = { piece: TemplatePiece; range: MatchRange };

/** The pieces of a template with their places in it. */
export function tokensOf(text: string): Token[] {
  let end = 0;
  return parseTemplate(text).map((piece) => {
    const start = end;
    end += piece.kind === 'text' ? piece.text.length : piece.source.length;
    return { piece, range: [start, end] };
  });
}

/** Says what is wrong with an unknown placeholder's source. */
export function unknownReason(source: string): UnknownReason {
  if (source === '{{') return 'unclosed';
  if (source === '}}') return 'unopened';
  const name = source.slice(2, -2).trim();
  if (name === '') return 'empty';
  if (name.startsWith('choice')) return 'choice';
  if (/^date\b/.test(name)) return 'date';
  if (name.startsWith('agent')) return 'profile';
  return 'name';
}

/** Names of the fields that the texts ask for, each once, in their order. */
export function fieldNames(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) =>
    parseTemplate(text).flatMap((piece) => (piece.kind === 'field' ? [piece.name] : [])),
  );
  return [...new Set(names)];
}

/** One stretch of the layer behind the text field. */
export type Stretch = {
  text: string;
  /** Null for plain text. */
  chip: Exclude<TemplatePiece['kind'], 'text'> | null;
  /** Worst finding on it; null when there is none. */
  lint: 'info' | 'warn' | 'block' | null;
};

export type Mark = { range: MatchRange; severity: 'info' | 'warn' | 'block' };

const severityOrder = { info: 0, warn: 1, block: 2 } as const;

/** Cuts a text at its placeholders and at the places that the check objects to; joined, the stretches give the text. */
export function stretchesOf(text: string, marks: readonly Mark[]): Stretch[] {
  const inText = marks.filter(({ range }) => range[0] < range[1] && range[0] < text.length);
  return tokensOf(text).flatMap(({ piece, range }) => {
    const chip = piece.kind === 'text' ? null : piece.kind;
    const touching = inText.filter((mark) => mark.range[0] < range[1] && mark.range[1] > range[0]);
    const within = (at: number) => Math.min(Math.max(at, range[0]), range[1]);
    const cuts = new Set([range[0], range[1], ...touching.flatMap((mark) => mark.range.map(within))]);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(1).map((end, index) => {
      const start = places[index] ?? 0;
      return { text: text.slice(start, end), chip, lint: worstAt(touching, start) };
    });
  });
}

function worstAt(marks: readonly Mark[], at: number): Mark['severity'] | null {
  let worst: Mark['severity'] | null = null;
  for (const { range, severity } of marks) {
    if (range[0] > at || range[1] <= at) continue;
    if (worst === null || severityOrder[severity] > severityOrder[worst]) worst = severity;
  }
  return worst;
}
