/**
 * A text cut into literal pieces and placeholders. `field` is any name of the agent's own; `unknown` is something in
 * double braces (or half of such a pair) that means nothing here and must not be pasted silently.
 */
export type TemplatePiece =
  | { kind: 'text'; text: string }
  | { kind: 'date'; offsetDays: number; source: string }
  | { kind: 'time'; source: string }
  | { kind: 'greeting'; source: string }
  | { kind: 'clipboard'; source: string }
  | { kind: 'profile'; key: ProfileKey; source: string }
  | { kind: 'choice'; options: string[]; source: string }
  | { kind: 'cursor'; source: string }
  | { kind: 'field'; name: string; source: string }
  | { kind: 'unknown'; source: string };

const profileKeys = ['name', 'number', 'shop'] as const;

/** A value of the agent's profile, written `{{agent.name}}`. */
export type ProfileKey = (typeof profileKeys)[number];

const placeholder = /\{\{([^{}]*)\}\}|\{\{|\}\}/g;

/** Letters, digits, spaces, `_`, `-` and CJK: `订单号`, `order number`. Anything with other signs is a typing error. */
const fieldName = /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,39}$/u;

/** Furthest date offset in days, about ten years, so that a slip of the key gives no absurd date. */
const maxOffsetDays = 3660;

/** Cuts `text` into its pieces; joined, their sources and texts give `text` again. */
export function parseTemplate(text: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push(match[1] === undefined ? { kind: 'unknown', source: match[0] } : toPiece(match[1], match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function toPiece(inner: string, source: string): TemplatePiece {
  const name = inner.trim();
  if (name === 'time' || name === 'greeting' || name === 'clipboard' || name === 'cursor') {
    return { kind: name, source };
  }
  const date = /^date(?:\s*([+-])\s*(\d{1,4})\s*d)?$/.exec(name);
  if (date) {
    const offsetDays = Number(`${date[1] ?? '+'}${date[2] ?? 0}`);
    return Math.abs(offsetDays) <= maxOffsetDays
      ? { kind: 'date', offsetDays, source }
      : { kind: 'unknown', source };
  }
  const profile = /^agent\.(\w+)$/.exec(name)?.[1];
  if (profile !== undefined) {
    const key = profileKeys.find((candidate) => candidate === profile);
    return key ? { kind: 'profile', key, source } : { kind: 'unknown', source };
  }
  const choice = /^choice:(.*)$/s.exec(name)?.[1];
  if (choice !== undefined) {
    const options = choice.split('|').map((option) => option.trim());
    const usable = options.length > 1 && options.every((option) => option !== '');
    return usable ? { kind: 'choice', options, source } : { kind: 'unknown', source };
  }
  return fieldName.test(name) ? { kind: 'field', name, source } : { kind: 'unknown', source };
}

/**
 * A template as a line to read in a list: fields and other placeholders stand in brackets, `〔订单号〕`, `〔…〕`; of a choice
 * all options, `明天/后天`.
 */
export function readableTemplate(text: string): string {
  return parseTemplate(text).map(readablePiece).join('');
}

function readablePiece(piece: TemplatePiece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'field':
      return `〔${piece.name}〕`;
    case 'choice':
      return piece.options.join('/');
    case 'cursor':
      return '';
    case 'unknown':
      return piece.source;
    default:
      return '〔…〕';
  }
}
