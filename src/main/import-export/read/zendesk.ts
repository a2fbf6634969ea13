import { helpdeskReply, listOf } from './helpdesk-reply.ts';
import type { ImportedReply } from './imported.ts';
import { asText, fieldOf, isObject, listField, textField } from './own-field.ts';

/** An export of Zendesk macros: each has a `title` and actions of `field` and `value`. */
export function isZendesk(value: unknown): boolean {
  return macrosOf(value).some(isMacro);
}

/** The macros of an answer of the API or an export. `from` names the file. */
export function readZendesk(value: unknown, from: string): ImportedReply[] {
  return macrosOf(value).map((macro, index) => {
    // "A::B::Name" is how Zendesk itself nests macros in its menu.
    const path = textField(macro, 'title').split('::');
    const body = commentOf(macro);
    return helpdeskReply({
      line: index + 1,
      from,
      title: path.at(-1) ?? '',
      categoryPath: path.slice(0, -1),
      note: textField(macro, 'description'),
      body: body ?? '',
      skip: skipReason(macro, body),
    });
  });
}

function macrosOf(value: unknown): unknown[] {
  return listOf(value, isMacro, [fieldOf(value, 'macros')]);
}

function isMacro(value: unknown): boolean {
  return (
    typeof fieldOf(value, 'title') === 'string' &&
    listField(value, 'actions').some((action) => fieldOf(action, 'field') !== undefined)
  );
}

function skipReason(macro: unknown, body: string | null): 'disabled' | 'not-a-reply' | null {
  if (!isObject(macro) || body === null) return 'not-a-reply';
  return fieldOf(macro, 'active') === false ? 'disabled' : null;
}

/** The comment's text, or null for a macro that only sets fields. A value may come as a pair of channel and text. */
function commentOf(macro: unknown): string | null {
  const actions = listField(macro, 'actions');
  for (const name of ['comment_value_html', 'comment_value']) {
    const value = fieldOf(
      actions.find((action) => fieldOf(action, 'field') === name),
      'value',
    );
    const text = asText(Array.isArray(value) ? value.at(-1) : value);
    if (text !== '') return text;
  }
  return null;
}
