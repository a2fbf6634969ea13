import type { Translated } from './translate.ts';
import { ours, unknown } from './translate.ts';

/**
 * What a piece of a date format stands for. Ours have one written form each, so a format is translated when it gives a whole date, a
 * whole time, or both; a lone year or weekday has no placeholder here.
 */
type DateToken = 'day' | 'month' | 'year' | 'weekday' | 'hour' | 'minute' | 'second' | 'half' | 'other';
type FormatPiece = { kind: DateToken } | { kind: 'text'; text: string };

const dateTokens: ReadonlySet<string> = new Set(['day', 'month', 'year', 'weekday']);

/** strftime, as Espanso (chrono), AutoKey and TextExpander write it. */
const strftimeTokens: Readonly<Record<string, DateToken[]>> = {
  d: ['day'],
  e: ['day'],
  m: ['month'],
  b: ['month'],
  B: ['month'],
  h: ['month'],
  y: ['year'],
  Y: ['year'],
  a: ['weekday'],
  A: ['weekday'],
  H: ['hour'],
  I: ['hour'],
  k: ['hour'],
  l: ['hour'],
  M: ['minute'],
  S: ['second'],
  p: ['half'],
  P: ['half'],
  D: ['month', 'day', 'year'],
  F: ['year', 'month', 'day'],
  x: ['year', 'month', 'day'],
  v: ['year', 'month', 'day'],
  T: ['hour', 'minute'],
  X: ['hour', 'minute'],
  R: ['hour', 'minute'],
  r: ['hour', 'minute'],
  c: ['year', 'month', 'day', 'hour', 'minute'],
};

/** A strftime format, `offsetDays` from today. */
export function fromStrftime(format: string, offsetDays: number): Translated {
  const pieces: FormatPiece[] = [];
  let end = 0;
  for (const match of format.matchAll(/%[-_0^#1]?([A-Za-z%])/g)) {
    if (match.index > end) pieces.push({ kind: 'text', text: format.slice(end, match.index) });
    end = match.index + match[0].length;
    const letter = match[1] as string;
    if (letter === '%') pieces.push({ kind: 'text', text: '%' });
    else {
      const tokens = Object.hasOwn(strftimeTokens, letter) ? strftimeTokens[letter] : undefined;
      pieces.push(...(tokens ?? (['other'] as const)).map((kind) => ({ kind })));
    }
  }
  if (end < format.length) pieces.push({ kind: 'text', text: format.slice(end) });
  return fromPieces(pieces, offsetDays);
}

/** Letters of Qt, ICU and Moment formats, which agree in all that matters here. */
function letterToken(letters: string): DateToken {
  const first = letters[0] as string;
  if (first === 'y' || first === 'Y' || first === 'u') return 'year';
  if (first === 'M' || first === 'L') return 'month';
  if (first === 'd' || first === 'D') return 'day';
  if (first === 'E' || first === 'e') return 'weekday';
  if (first === 'h' || first === 'H' || first === 'k' || first === 'K') return 'hour';
  if (first === 'm') return 'minute';
  if (first === 's' || first === 'S') return 'second';
  return first === 'a' || first === 'A' || first === 'p' || first === 'P' ? 'half' : 'other';
}

/**
 * A format of letters such as `yyyy-MM-dd hh:mm`, as Beeftext (Qt), Raycast and Alfred (ICU) and Text Blaze (Moment) write it. `ddd` and
 * `dddd` are weekdays in Qt and Moment; a quoted stretch (`'` or `[]`) is text.
 */
export function fromLetters(format: string, offsetDays: number): Translated {
  const pieces: FormatPiece[] = [];
  for (const match of format.matchAll(
    /'([^']*)'|\[([^\]]*)\]|([AaPp]{2}(?![A-Za-z]))|(([A-Za-z])\5*)|[^A-Za-z'[]+|./gs,
  )) {
    const quoted = match[1] ?? match[2];
    const letters = match[3] ?? match[4];
    if (quoted !== undefined) pieces.push({ kind: 'text', text: quoted });
    else if (letters === undefined) pieces.push({ kind: 'text', text: match[0] });
    else if (/^d{3,}$/.test(letters)) pieces.push({ kind: 'weekday' });
    else pieces.push({ kind: letterToken(letters) });
  }
  return fromPieces(pieces, offsetDays);
}

/** Stretches of date and time pieces become `{{date}}` and `{{time}}`; text between two pieces of a stretch belongs to it. */
function fromPieces(pieces: readonly FormatPiece[], offsetDays: number): Translated {
  let result = '';
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index] as FormatPiece;
    if (piece.kind === 'text') {
      if (/[{}]/.test(piece.text)) return unknown;
      result += piece.text;
      index += 1;
      continue;
    }
    if (piece.kind === 'other') return unknown;
    const isDate = dateTokens.has(piece.kind);
    const end = stretchEnd(pieces, index, isDate);
    const kinds = new Set(pieces.slice(index, end).map((member) => member.kind));
    const placeholder = isDate ? wholeDate(kinds, offsetDays) : wholeTime(kinds, offsetDays);
    if (placeholder === null) return unknown;
    result += placeholder;
    // The unit that a Chinese or Japanese format ends with is part of our form already: %Y年%m月%d日.
    const next = pieces[end];
    if (isDate && next?.kind === 'text' && /^[日号號]/.test(next.text)) {
      result += next.text.slice(1);
      index = end + 1;
    } else {
      index = end;
    }
  }
  return result.includes('{{') ? ours(result) : unknown;
}

function stretchEnd(pieces: readonly FormatPiece[], start: number, isDate: boolean): number {
  let end = start;
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index] as FormatPiece;
    if (piece.kind === 'text') continue;
    if (piece.kind === 'other' || dateTokens.has(piece.kind) !== isDate) break;
    end = index + 1;
  }
  return end;
}

function wholeDate(kinds: ReadonlySet<string>, offsetDays: number): string | null {
  return kinds.has('day') && kinds.has('month') ? datePlaceholder(offsetDays) : null;
}

function wholeTime(kinds: ReadonlySet<string>, offsetDays: number): string | null {
  return kinds.has('hour') && kinds.has('minute') && Number.isInteger(offsetDays) ? '{{time}}' : null;
}

/** `{{date}}`, `{{date+3d}}`; null for an offset that is no number of whole days, or absurdly large. */
export function datePlaceholder(offsetDays: number): string | null {
  if (!Number.isInteger(offsetDays) || Math.abs(offsetDays) > 3_660) return null;
  if (offsetDays === 0) return '{{date}}';
  return `{{date${offsetDays > 0 ? '+' : '-'}${Math.abs(offsetDays)}d}}`;
}

/** A shift such as `+1d`, `-2w`, `+3 days` as whole days; null for months, hours and what is none. */
export function shiftInDays(shift: string): number | null {
  const match = /^\s*([+-]?)\s*(\d{1,4})\s*(d|days?|w|weeks?)\s*$/i.exec(shift);
  if (match === null) return null;
  const days = Number(match[2]) * (/^w/i.test(match[3] as string) ? 7 : 1);
  return match[1] === '-' ? -days : days;
}
