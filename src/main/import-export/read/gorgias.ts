import { helpdeskReply, listOf } from './helpdesk-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, listField, textField } from './own-field.ts';

/** An export of Gorgias macros: each has a `name` and actions of `name` and `arguments`. */
export function isGorgias(value: unknown): boolean {
  return macrosOf(value).some(isMacro);
}

/** The macros of an answer of the API or an export. `from` names the file. */
export function readGorgias(value: unknown, from: string): ImportedReply[] {
  return macrosOf(value).map((macro, index) => {
    const text = argumentsOf(macro, 'setResponseText');
    return helpdeskReply({
      line: index + 1,
      from,
      title: textField(macro, 'name'),
      body: textField(text, 'body_html') || textField(text, 'body_text'),
      tags: [...tagsOf(macro), textField(macro, 'intent')],
      skip: text === undefined || !isObject(macro) ? 'not-a-reply' : null,
    });
  });
}

function macrosOf(value: unknown): unknown[] {
  return listOf(value, isMacro, [fieldOf(value, 'data'), fieldOf(value, 'macros')]);
}

function isMacro(value: unknown): boolean {
  return (
    typeof fieldOf(value, 'name') === 'string' &&
    listField(value, 'actions').some((action) => isObject(fieldOf(action, 'arguments')))
  );
}

function argumentsOf(macro: unknown, action: string): unknown {
  return fieldOf(
    listField(macro, 'actions').find((candidate) => fieldOf(candidate, 'name') === action),
    'arguments',
  );
}

function tagsOf(macro: unknown): string[] {
  return textField(argumentsOf(macro, 'addTags'), 'tags').split(',');
}
