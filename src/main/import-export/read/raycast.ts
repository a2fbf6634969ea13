import { finishReply } from './finish-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, textField } from './own-field.ts';
import type { Translated, TranslatedText } from './translate.ts';
import { choicePlaceholder, fieldPlaceholder, ours, translate, unknown } from './translate.ts';
import { datePlaceholder, fromLetters, shiftInDays } from './translate-dates.ts';

/** Raycast's export of snippets: an array of `name`, `text` and perhaps `keyword`. */
export function isRaycast(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (item) => typeof fieldOf(item, 'name') === 'string' && typeof fieldOf(item, 'text') === 'string',
    )
  );
}

/** The snippets of an export. `from` names the file. */
export function readRaycast(value: unknown, from: string): ImportedReply[] {
  return (value as unknown[]).map((item, index) => {
    const { text, reasons } = translateRaycast(textField(item, 'text'));
    return finishReply({
      line: index + 1,
      from,
      title: textField(item, 'name'),
      shortcode: textField(item, 'keyword'),
      variants: [[{ kind: 'text', text }]],
      reasons,
      skip: isObject(item) ? null : 'not-a-reply',
    });
  });
}

const dynamic =
  /\{\s*(clipboard|cursor|date|time|datetime|day|uuid|argument|snippet|selection|browser-tab|calculator|focusedapp)\b([^{}]*)\}/gi;

/** Raycast's dynamic placeholders: its manual, page "Dynamic Placeholders". Other braces are text. */
export function translateRaycast(text: string): TranslatedText {
  return translate(text, dynamic, (match) => toOurs((match[1] as string).toLowerCase(), match[2] as string));
}

function toOurs(name: string, rest: string): Translated {
  // A modifier such as `| trim` changes the value, which ours cannot.
  if (rest.includes('|')) return unknown;
  const attribute = (key: string) => new RegExp(`\\b${key}\\s*=\\s*"([^"]*)"`, 'i').exec(rest)?.[1] ?? '';
  const isBare = rest.trim() === '';
  const format = attribute('format');
  const offset = attribute('offset');
  const days = offset === '' ? 0 : shiftInDays(offset);
  switch (name) {
    case 'clipboard':
    case 'cursor':
      return isBare ? ours(`{{${name}}}`) : unknown;
    case 'time':
      return isBare ? ours('{{time}}') : formatted(format, days);
    case 'date':
      return format === '' ? dateAt(days, '') : formatted(format, days);
    case 'datetime':
      return format === '' ? dateAt(days, ' {{time}}') : formatted(format, days);
    case 'argument': {
      const options = attribute('options');
      if (options !== '') return choicePlaceholder(options.split(','));
      return fieldPlaceholder(attribute('name') || 'argument');
    }
    default:
      return unknown;
  }
}

function formatted(format: string, days: number | null): Translated {
  return format === '' || days === null ? unknown : fromLetters(format, days);
}

function dateAt(days: number | null, behind: string): Translated {
  const date = days === null ? null : datePlaceholder(days);
  return date === null ? unknown : ours(`${date}${behind}`);
}
