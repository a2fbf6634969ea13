import { createHash } from 'node:crypto';
import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import { withoutHidden } from '../../../shared/domain/hidden-characters.ts';
import type { MediaHash, Part } from '../../../shared/domain/reply.ts';
import {
  MAX_BODY_LENGTH,
  MAX_SHORTCODE_LENGTH,
  MAX_TITLE_LENGTH,
  textOf,
} from '../../../shared/domain/reply.ts';
import { normalizeShortcode } from '../../../shared/domain/reply-draft.ts';
import type { ImportedPart, ImportedReply } from '../read/imported.ts';

/** What a row says, in the form in which it would be stored. */
export type RowContent = {
  title: string;
  shortcode: string | null;
  variants: Part[][];
  reasons: RowReason[];
  /** Why the row cannot be taken. */
  skip: RowReason | null;
};

/** Gathers the pictures and files of an import, each once, by hash. */
export type MediaCollection = Map<MediaHash, Uint8Array>;

/**
 * Brings a row into the form in which replies are stored. What is stored must be sound whatever a reader lets through, so
 * the rules of saving are applied here, and what had to be changed for them is named.
 */
export function rowContent(row: ImportedReply, media: MediaCollection): RowContent {
  const reasons = new Set<RowReason>(row.reasons);
  const variants = row.variants
    .map((parts) => parts.map((part) => storedPart(part, media, reasons)))
    .filter((parts) => parts.some((part) => part.kind !== 'text' || part.text.trim() !== ''));
  const title = cleanTitle(row.title, reasons);
  return {
    title,
    shortcode: cleanShortcode(row.shortcode, reasons),
    variants,
    reasons: [...reasons],
    skip: row.skip ?? problemOf(variants, title),
  };
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function storedPart(part: ImportedPart, media: MediaCollection, reasons: Set<RowReason>): Part {
  if (part.kind === 'text') {
    const text = withoutHidden(part.text);
    if (text.length < part.text.replace(/\r\n?/g, '\n').length) reasons.add('hidden-characters');
    return { kind: 'text', text };
  }
  const hash = createHash('sha256').update(part.bytes).digest('hex');
  media.set(hash, part.bytes);
  return part.kind === 'image'
    ? { kind: 'image', hash, alt: part.alt.slice(0, 500) }
    : { kind: 'file', hash, name: part.name.slice(0, 255) };
}

function cleanTitle(given: string, reasons: Set<RowReason>): string {
  const title = oneLine(withoutHidden(given));
  if (title.length <= MAX_TITLE_LENGTH) return title;
  reasons.add('title-cut');
  // Never through the middle of a surrogate pair.
  const cut = title.slice(0, MAX_TITLE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut}…`;
}

function cleanShortcode(given: string | null, reasons: Set<RowReason>): string | null {
  const shortcode = given === null ? null : normalizeShortcode(given);
  if (shortcode === null) return null;
  const sound =
    shortcode.length <= MAX_SHORTCODE_LENGTH &&
    !/\s/.test(shortcode) &&
    withoutHidden(shortcode) === shortcode;
  if (!sound) reasons.add('shortcode-dropped');
  return sound ? shortcode : null;
}

function problemOf(variants: readonly Part[][], title: string): RowReason | null {
  if (variants.length === 0 || title === '') return 'empty-body';
  return variants.some((parts) => textOf(parts).length > MAX_BODY_LENGTH) ? 'body-too-long' : null;
}
