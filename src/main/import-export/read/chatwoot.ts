import { helpdeskReply, listOf } from './helpdesk-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, textField } from './own-field.ts';

/** Chatwoot's canned responses: an array of `short_code` and `content`. */
export function isChatwoot(value: unknown): boolean {
  return responsesOf(value).some(isResponse);
}

/** The canned responses of an answer of the API or an export. `from` names the file. */
export function readChatwoot(value: unknown, from: string): ImportedReply[] {
  return responsesOf(value).map((response, index) =>
    helpdeskReply({
      line: index + 1,
      from,
      shortcode: textField(response, 'short_code'),
      body: textField(response, 'content'),
      skip: isObject(response) ? null : 'not-a-reply',
    }),
  );
}

function responsesOf(value: unknown): unknown[] {
  return listOf(value, isResponse, [fieldOf(value, 'payload')]);
}

function isResponse(value: unknown): boolean {
  return typeof fieldOf(value, 'short_code') === 'string' && typeof fieldOf(value, 'content') === 'string';
}
