import type { Id, Part, ReplyDraft } from '../../../shared/domain/reply.ts';
import { cleanTags } from '../../../shared/domain/tags.ts';
import type { ImportedReply } from '../read/imported.ts';
import { readTags } from '../read/table-values.ts';
import type { RowContent } from './row-content.ts';

type Where = { libraryId: Id; categoryId: Id | null };

/** The reply that a row with no counterpart becomes. */
export function newDraft(row: ImportedReply, content: RowContent, where: Where): ReplyDraft {
  return {
    ...where,
    title: content.title,
    shortcode: content.shortcode,
    variants: content.variants,
    tags: row.exact ? row.tags : cleanTags(row.tags),
    note: row.note,
    ...(row.exact
      ? { validFrom: row.validFrom, validUntil: row.validUntil }
      : validity(row.validFrom, row.validUntil)),
    successorId: row.exact?.successorId ?? null,
    nextIds: row.exact?.nextIds ?? [],
    favourite: row.favourite,
  };
}

/**
 * What a row makes of the reply that it is. A table says only part of a reply: what it leaves empty stays as it is, and
 * so do pictures and files, which a cell cannot hold. An export of our own says everything. Of a row that lacks pictures only its
 * texts are taken.
 */
export function mergedDraft(
  row: ImportedReply,
  content: RowContent,
  where: Where,
  current: ReplyDraft,
): ReplyDraft {
  const lacksPictures = row.reasons.includes('image-missing');
  const variants = lacksPictures ? textsOnly(content.variants) : content.variants;
  if (row.exact) {
    const draft = newDraft(row, content, where);
    return lacksPictures ? { ...draft, variants: mergedVariants(variants, current.variants) } : draft;
  }
  const tags = cleanTags(row.tags);
  return {
    ...current,
    categoryId: row.categoryPath.length > 0 ? where.categoryId : current.categoryId,
    title: row.titleIsText ? current.title : content.title,
    shortcode: content.shortcode ?? current.shortcode,
    variants: mergedVariants(variants, current.variants),
    tags: tags.length === 0 || sameTags(tags, current.tags) ? current.tags : tags,
    note: ['', current.note.trim()].includes(row.note.trim()) ? current.note : row.note,
    ...validity(row.validFrom ?? current.validFrom, row.validUntil ?? current.validUntil),
    favourite: row.favourite || current.favourite,
  };
}

/** Whether two replies are equal in everything that an import can say; order of keys aside. */
export function sameDraft(a: ReplyDraft, b: ReplyDraft): boolean {
  return comparable(a) === comparable(b);
}

function comparable(draft: ReplyDraft): string {
  return JSON.stringify([
    draft.libraryId,
    draft.categoryId,
    draft.title,
    draft.shortcode,
    draft.variants.map((parts) => parts.map(partKey)),
    draft.tags,
    draft.note,
    draft.validFrom,
    draft.validUntil,
    draft.successorId,
    draft.nextIds,
    draft.favourite,
  ]);
}

/** Spreadsheets and editors add and drop white space at the ends of lines; that makes no other reply. */
function partKey(part: Part): string[] {
  if (part.kind === 'text') return ['text', part.text.replace(/[^\S\n]+$/gm, '').trim()];
  return part.kind === 'image' ? ['image', part.hash, part.alt] : ['file', part.hash, part.name];
}

/** Variants that the file does not have stay: an import takes nothing away. */
function mergedVariants(imported: readonly Part[][], current: readonly Part[][]): Part[][] {
  const hasMedia = imported.some((parts) => parts.some(isMedia));
  const places = [...current.keys()];
  // A cell says nothing of a variant that is only pictures, so it stands for none of these unless there are no others.
  const withText = places.filter((place) => current[place]?.some((part) => !isMedia(part)));
  const taken = hasMedia || withText.length === 0 ? places : withText;
  const merged = [...current];
  for (const [index, parts] of imported.entries()) {
    const place = taken[index] ?? merged.length;
    const before = merged[place] ?? [];
    if (hasMedia) merged[place] = sameMessages(parts, before) ? before : parts;
    else if (!sameText(parts, before)) merged[place] = withMediaOf(before, parts);
  }
  return merged;
}

function textsOnly(variants: readonly Part[][]): Part[][] {
  return variants.map((parts) => parts.filter((part) => !isMedia(part))).filter((parts) => parts.length > 0);
}

function isMedia(part: Part): boolean {
  return part.kind !== 'text';
}

/** Pictures and files stay in their places; the new text stands where the first old one stood. */
function withMediaOf(before: readonly Part[], text: readonly Part[]): Part[] {
  const firstText = before.findIndex((part) => part.kind === 'text');
  if (firstText < 0) return [...text, ...before];
  return [...before.slice(0, firstText), ...text, ...before.slice(firstText).filter(isMedia)];
}

/** Whether the same texts, pictures and files are sent in the same order, however texts are cut into parts. */
function sameMessages(a: readonly Part[], b: readonly Part[]): boolean {
  const joined = (parts: readonly Part[]) =>
    parts.flatMap((part): unknown[] =>
      part.kind === 'text' ? (partKey(part)[1] ?? '').split('\n') : [partKey(part)],
    );
  return JSON.stringify(joined(a)) === JSON.stringify(joined(b));
}

/** Whether the same lines are sent, however they are cut into parts. */
function sameText(a: readonly Part[], b: readonly Part[]): boolean {
  const linesOf = (parts: readonly Part[]) =>
    parts.flatMap((part) => (part.kind === 'text' ? (partKey(part)[1] ?? '').split('\n') : []));
  return linesOf(a).join('\n') === linesOf(b).join('\n');
}

/** Whether tags of a file are those of the library as a cell gives them back: parted at what parts tags, without signs in front. */
function sameTags(read: readonly string[], current: readonly string[]): boolean {
  return JSON.stringify(read) === JSON.stringify(cleanTags(current.flatMap(readTags)));
}

/** A reply that ends before it begins would never be valid: the beginning is let go. */
function validity(from: string | null, until: string | null) {
  return { validFrom: from !== null && until !== null && from >= until ? null : from, validUntil: until };
}
