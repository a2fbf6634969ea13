import type { Locale } from '../i18n/locale.ts';
import { dateWords, greetingAt, localeOfText, timeWords } from './date-words.ts';
import type { ProfileKey, TemplatePiece } from './placeholders.ts';
import { parseTemplate } from './placeholders.ts';

/** Everything that placeholders can stand for. */
export type FillContext = {
  now: Date;
  /** Language of the interface; a text's own script decides first, see `localeOfText`. */
  locale: Locale;
  profile: Record<ProfileKey, string>;
  /** Text of the clipboard when the palette was opened; empty when it held none. */
  clipboard: string;
};

/** What the agent filled in, see `InsertRequest`. */
export type FilledIn = { fields: Record<string, string>; choices: readonly number[] };

/** A piece of a text once everything is filled that needs no agent. */
export type FilledPiece =
  | { kind: 'text'; text: string }
  | { kind: 'filled'; name: string; text: string }
  | { kind: 'field'; name: string }
  | { kind: 'choice'; index: number; options: string[] }
  | { kind: 'cursor' }
  | { kind: 'unknown'; source: string };

export type FilledTexts =
  | {
      ok: true;
      texts: string[];
      /** Characters (grapheme clusters) behind `{{cursor}}` in the last text; null when it has none. */
      caretFromEnd: number | null;
    }
  | { ok: false; unfilled: string[]; unknown: string[] };

/**
 * Fills what needs no agent in the texts of one variant. An empty profile value or clipboard becomes a field under the
 * placeholder's own name (`agent.name`, `clipboard`), so that it is asked for and never left out silently.
 * Choices are numbered over all texts.
 */
export function fillPieces(texts: readonly string[], context: FillContext): FilledPiece[][] {
  let choices = 0;
  return texts.map((text) => {
    const locale = localeOfText(text, context.locale);
    return parseTemplate(text).map((piece) => {
      if (piece.kind === 'choice') return { kind: 'choice', index: choices++, options: piece.options };
      return fillPiece(piece, { ...context, locale });
    });
  });
}

/** Turns the texts of one variant into what is pasted, or names what still keeps it from being pasted. */
export function fillTexts(texts: readonly string[], context: FillContext, filledIn: FilledIn): FilledTexts {
  const unfilled = new Set<string>();
  const unknown = new Set<string>();
  let caretFromEnd: number | null = null;
  const filled = fillPieces(texts, context).map((pieces, index) => {
    let result = '';
    let caret: number | null = null;
    for (const piece of pieces) {
      const words = pieceText(piece, filledIn);
      if (words !== null) result += words;
      else if (piece.kind === 'cursor') caret = result.length;
      else if (piece.kind === 'unknown') unknown.add(piece.source);
      else if (piece.kind === 'field') unfilled.add(piece.name);
    }
    const isLast = index === texts.length - 1;
    if (isLast && caret !== null) caretFromEnd = graphemeCount(result.slice(caret));
    return result;
  });
  if (unfilled.size > 0 || unknown.size > 0) {
    return { ok: false, unfilled: [...unfilled], unknown: [...unknown] };
  }
  return { ok: true, texts: filled, caretFromEnd };
}

type FillablePiece = Exclude<TemplatePiece, { kind: 'choice' }>;

function fillPiece(piece: FillablePiece, context: FillContext): FilledPiece {
  const filled = (name: string, text: string): FilledPiece =>
    text.trim() === '' ? { kind: 'field', name } : { kind: 'filled', name, text };
  switch (piece.kind) {
    case 'date':
      return filled('date', dateWords(context.now, piece.offsetDays, context.locale));
    case 'time':
      return filled('time', timeWords(context.now));
    case 'greeting':
      return filled('greeting', greetingAt(context.now, context.locale));
    case 'clipboard':
      return filled('clipboard', context.clipboard);
    case 'profile':
      return filled(`agent.${piece.key}`, context.profile[piece.key]);
    case 'field':
      return { kind: 'field', name: piece.name };
    case 'cursor':
      return { kind: 'cursor' };
    case 'text':
    case 'unknown':
      return piece;
  }
}

/** What a piece puts into the text, or null when it puts nothing there or waits for the agent. */
function pieceText(piece: FilledPiece, filledIn: FilledIn): string | null {
  switch (piece.kind) {
    case 'text':
    case 'filled':
      return piece.text;
    case 'choice':
      return piece.options[filledIn.choices[piece.index] ?? 0] ?? piece.options[0] ?? null;
    case 'field': {
      const value = Object.hasOwn(filledIn.fields, piece.name) ? filledIn.fields[piece.name] : undefined;
      return value === undefined || value.trim() === '' ? null : value;
    }
    case 'cursor':
    case 'unknown':
      return null;
  }
}

function graphemeCount(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
