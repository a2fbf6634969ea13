import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import { parseTemplate } from '../../../shared/domain/placeholders.ts';

/**
 * What another tool's placeholder becomes. `ours` is one of our placeholders, `literal` plain text. What we have not stays as it stands
 * in the file and the reply is flagged: `unknown` for what the agent would have to fill in, `script` for what runs a program.
 */
export type Translated =
  | { kind: 'ours' | 'literal'; text: string }
  | { kind: 'unknown' }
  | { kind: 'script' };

export type TranslatedText = { text: string; reasons: RowReason[] };

/** A placeholder of ours in its place. */
export function ours(text: string): Translated {
  return { kind: 'ours', text };
}

/** Plain text in its place. */
export function literal(text: string): Translated {
  return { kind: 'literal', text };
}

export const unknown: Translated = { kind: 'unknown' };
export const script: Translated = { kind: 'script' };

/**
 * Translates every match of `pattern` (global) in `text`. Double braces that the other tool has no meaning for are flagged too: they
 * would be placeholders of ours that nobody meant.
 */
export function translate(
  text: string,
  pattern: RegExp,
  toOurs: (match: RegExpExecArray) => Translated,
): TranslatedText {
  const reasons = new Set<RowReason>();
  let result = '';
  let end = 0;
  const append = (plain: string) => {
    if (plain.includes('{{') || plain.includes('}}')) reasons.add('unknown-placeholder');
    result += plain;
  };
  for (const match of text.matchAll(pattern)) {
    append(text.slice(end, match.index));
    end = match.index + match[0].length;
    const translated = toOurs(match);
    if (translated.kind === 'ours') result += translated.text;
    else if (translated.kind === 'literal') append(translated.text);
    else {
      reasons.add(translated.kind === 'script' ? 'script-variable' : 'unknown-placeholder');
      result += match[0];
    }
  }
  append(text.slice(end));
  return { text: result, reasons: [...reasons] };
}

/**
 * A field of ours by a name of another tool's. Signs that our names may not have become spaces; a name that means something of its own
 * here, such as `date`, gets a trailing `_`.
 */
export function fieldPlaceholder(name: string): Translated {
  const plain = name
    .replace(/[^\p{L}\p{N}_ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ -]+/, '')
    .trim()
    .slice(0, 39)
    .trim();
  if (plain === '') return unknown;
  const placeholder = `{{${plain}}}`;
  const piece = parseTemplate(placeholder)[0];
  if (piece?.kind === 'field') return ours(placeholder);
  return piece?.kind === 'unknown' || piece === undefined ? unknown : ours(`{{${plain}_}}`);
}

/** A choice of ours; a single value is plain text, and none or one that our notation cannot hold is unknown. */
export function choicePlaceholder(values: readonly string[]): Translated {
  const options = values.map((value) => value.trim());
  if (options.length === 1 && options[0] !== '') return literal(values[0] ?? '');
  const usable = options.length > 1 && options.every((option) => option !== '' && !/[|{}]/.test(option));
  return usable ? ours(`{{choice:${options.join('|')}}}`) : unknown;
}
