import { helpdeskReply, listOf } from './helpdesk-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, textField } from './own-field.ts';

/** Intercom's macros: each has a `name` and a `body` in HTML, with the same as `body_text`. */
export function isIntercom(value: unknown): boolean {
  return macrosOf(value).some(isMacro);
}

/** The macros of an answer of the API or an export. `from` names the file. */
export function readIntercom(value: unknown, from: string): ImportedReply[] {
  return macrosOf(value).map((macro, index) =>
    helpdeskReply({
      line: index + 1,
      from,
      title: textField(macro, 'name'),
      // The HTML first: the plain text has lost the addresses of its links.
      body: textField(macro, 'body') || textField(macro, 'body_text'),
      skip: isObject(macro) ? null : 'not-a-reply',
    }),
  );
}

function macrosOf(value: unknown): unknown[] {
  return listOf(value, isMacro, [fieldOf(value, 'data'), fieldOf(value, 'macros')]);
}

function isMacro(value: unknown): boolean {
  const hasBody =
    typeof fieldOf(value, 'body') === 'string' || typeof fieldOf(value, 'body_text') === 'string';
  return typeof fieldOf(value, 'name') === 'string' && hasBody;
}
