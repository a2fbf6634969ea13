import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import { finishReply } from './finish-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, listField, textField } from './own-field.ts';
import type { Translated, TranslatedText } from './translate.ts';
import { fieldPlaceholder, ours, script, translate, unknown } from './translate.ts';
import { datePlaceholder, fromLetters, shiftInDays } from './translate-dates.ts';

/** Beeftext's list of combos, format version 1 and later. */
export function isBeeftextJson(value: unknown): boolean {
  return fieldOf(value, 'fileFormatVersion') !== undefined && Array.isArray(fieldOf(value, 'combos'));
}

/** The combos of an export, of the first version or a later one. `from` names the file. */
export function readBeeftextJson(value: unknown, from: string): ImportedReply[] {
  const groups = new Map(listField(value, 'groups').map((group) => [textField(group, 'uuid'), group]));
  return listField(value, 'combos').map((combo, index) => {
    // Version 1 named the two texts otherwise.
    const shortcode = textField(combo, 'keyword') || textField(combo, 'comboText');
    const body = textField(combo, 'snippet') || textField(combo, 'substitutionText');
    const { text, reasons } = translateBeeftext(body);
    const group = groups.get(textField(combo, 'group'));
    return finishReply({
      line: index + 1,
      from,
      title: textField(combo, 'name'),
      shortcode,
      variants: [[{ kind: 'text', text }]],
      note: textField(combo, 'description'),
      categoryPath: [textField(group, 'name')],
      reasons,
      skip: skipReason(combo, group),
    });
  });
}

/** A group that is switched off takes its combos with it. */
function skipReason(combo: unknown, group: unknown): RowReason | null {
  if (!isObject(combo)) return 'not-a-reply';
  return [combo, group].some((one) => fieldOf(one, 'enabled') === false) ? 'disabled' : null;
}

/** Beeftext's variables, `#{…}`: its wiki, page "Variables". */
export function translateBeeftext(text: string): TranslatedText {
  return translate(text, /#\{([^{}]*)\}/g, (match) => toOurs(match[1] as string));
}

function toOurs(inner: string): Translated {
  const colon = inner.indexOf(':');
  const name = colon < 0 ? inner : inner.slice(0, colon);
  const argument = colon < 0 ? '' : inner.slice(colon + 1);
  switch (name) {
    case 'clipboard':
    case 'cursor':
    case 'time':
      return argument === '' ? ours(`{{${name}}}`) : unknown;
    case 'date':
      return argument === '' ? ours('{{date}}') : unknown;
    case 'dateTime':
      return dateTime(argument);
    case 'input':
      return fieldPlaceholder(argument);
    case 'powershell':
      return script;
    default:
      return unknown;
  }
}

/** `dateTime:+1d:yyyy-MM-dd`: the shift may be left out, or the format. */
function dateTime(argument: string): Translated {
  if (argument === '') return ours('{{date}} {{time}}');
  const shifted = /^([+-]\d+[a-zA-Z]+)(?::(.*))?$/s.exec(argument);
  if (shifted === null) return fromLetters(argument, 0);
  const days = shiftInDays(shifted[1] as string);
  if (days === null) return unknown;
  const date = datePlaceholder(days);
  if (shifted[2] !== undefined) return fromLetters(shifted[2], days);
  return date === null ? unknown : ours(`${date} {{time}}`);
}
