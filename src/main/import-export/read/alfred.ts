import { finishReply } from './finish-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, textField } from './own-field.ts';
import type { Translated, TranslatedText } from './translate.ts';
import { ours, translate, unknown } from './translate.ts';
import { datePlaceholder, fromLetters, shiftInDays } from './translate-dates.ts';

/** One snippet of Alfred's collections: `{"alfredsnippet": {…}}`. */
export function isAlfred(value: unknown): boolean {
  return isObject(fieldOf(value, 'alfredsnippet'));
}

/** Reads one snippet; `collection` names the zip or folder that it is from. */
export function readAlfred(value: unknown, line: number, from: string, collection: string): ImportedReply {
  const snippet = fieldOf(value, 'alfredsnippet');
  const { text, reasons } = translateAlfred(textField(snippet, 'snippet'));
  return finishReply({
    line,
    from,
    title: textField(snippet, 'name'),
    shortcode: textField(snippet, 'keyword'),
    variants: [[{ kind: 'text', text }]],
    categoryPath: collection === '' ? [] : [collection],
    reasons,
  });
}

const dynamic =
  /\{(clipboard|cursor|date|time|datetime|isodate|random|query|var|const|snippet|selection|allvars)\b([^{}]*)\}/g;

/** Alfred's dynamic placeholders: its manual, page "Dynamic Placeholders". Other braces are text. */
export function translateAlfred(text: string): TranslatedText {
  return translate(text, dynamic, (match) => toOurs(match[1] as string, match[2] as string));
}

/** `{date}`, `{date:long}`, `{date +3d}`, `{date:yyyy-MM-dd}`, `{isodate:…}`; the named lengths are the system's own forms. */
function toOurs(name: string, rest: string): Translated {
  if (name === 'clipboard' || name === 'cursor') return rest === '' ? ours(`{{${name}}}`) : unknown;
  if (!/^(iso)?date$|^(date)?time$/.test(name)) return unknown;
  const parts = /^\s*([+-][^:]*)?(?::(.*))?$/s.exec(rest);
  if (parts === null) return unknown;
  const days = parts[1] === undefined ? 0 : shiftInDays(parts[1]);
  const format = parts[2] ?? '';
  if (days === null) return unknown;
  if (format !== '' && !/^(short|medium|long|full)$/.test(format)) return fromLetters(format, days);
  if (name === 'time') return days === 0 ? ours('{{time}}') : unknown;
  const date = datePlaceholder(days);
  if (date === null || name === 'isodate') return unknown;
  return ours(name === 'datetime' ? `${date} {{time}}` : date);
}
