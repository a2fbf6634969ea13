import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import type { FoundReply } from './finish-reply.ts';
import { finishReply } from './finish-reply.ts';
import { translateHelpdesk } from './helpdesk-placeholders.ts';
import { htmlToText, looksLikeHtml } from './html-text.ts';
import type { ImportedReply } from './imported.ts';

/**
 * A reply of a web help desk: its body is HTML or text. Pictures stay on the help desk's server, so that a reply which shows one is
 * flagged.
 */
export function helpdeskReply(
  found: Omit<FoundReply, 'variants' | 'reasons'> & { body: string },
): ImportedReply {
  const { body, ...rest } = found;
  const reasons = new Set<RowReason>();
  let plain = body;
  if (looksLikeHtml(body)) {
    const converted = htmlToText(body);
    plain = converted.text;
    if (converted.hasPictures) reasons.add('image-missing');
  }
  const translated = translateHelpdesk(plain);
  for (const reason of translated.reasons) reasons.add(reason);
  return finishReply({ ...rest, variants: [[{ kind: 'text', text: translated.text }]], reasons });
}

/** The macros of an export: an array, one under a key, or a single one. */
export function listOf(
  value: unknown,
  isOne: (item: unknown) => boolean,
  lists: readonly unknown[],
): unknown[] {
  if (Array.isArray(value)) return value;
  for (const list of lists) {
    if (Array.isArray(list)) return list;
  }
  return isOne(value) ? [value] : [];
}
