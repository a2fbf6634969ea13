import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import { cutText } from '../../../shared/domain/cut-text.ts';
import { hasHidden, withoutHidden, withPlainBreaks } from '../../../shared/domain/hidden-characters.ts';
import { parseTemplate, readableTemplate } from '../../../shared/domain/placeholders.ts';
import type { Instant, LibraryTier } from '../../../shared/domain/reply.ts';
import { MAX_BODY_LENGTH, MAX_SHORTCODE_LENGTH, MAX_TITLE_LENGTH } from '../../../shared/domain/reply.ts';
import { normalizeShortcode } from '../../../shared/domain/reply-draft.ts';
import { cleanTags } from '../../../shared/domain/tags.ts';
import type { ImportedPart, ImportedReply } from './imported.ts';
import { stemOf } from './safe-path.ts';

/** What a reader found of one reply, as it stands in the file; what is left out is empty. */
export type FoundReply = {
  line: number;
  from: string;
  variants: ImportedPart[][];
  title?: string;
  shortcode?: string;
  tags?: readonly string[];
  note?: string;
  categoryPath?: readonly string[];
  validFrom?: Instant | null;
  validUntil?: Instant | null;
  tier?: LibraryTier | null;
  reasons?: Iterable<RowReason>;
  skip?: RowReason | null;
};

/** Graphemes of a body that make a title where the file has none. */
const derivedTitleLength = 30;

/* What the contract of the library allows: `src/shared/library-action.ts`. */
const maxCategoryName = 100;
const maxCategoryDepth = 20;
const maxVariants = 50;
const maxParts = 200;
const maxNoteLength = 20_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cleans what was found, brings it within the limits of a reply, and says what had to be dropped or is to be looked at. */
export function finishReply(found: FoundReply): ImportedReply {
  const reasons = new Set<RowReason>(found.reasons);
  const clean = (text: string): string => {
    const wellFormed = text.toWellFormed();
    if (wellFormed !== text || hasHidden(withPlainBreaks(wellFormed))) reasons.add('hidden-characters');
    return withoutHidden(wellFormed);
  };
  const variants = found.variants
    .map((parts) => cleanParts(parts, clean))
    .filter((parts) => parts.length > 0)
    .slice(0, maxVariants);
  const isTooLong = variants.some((parts) => bodyLength(parts) > MAX_BODY_LENGTH);
  if (!isTooLong && variants.some(hasUnknownPlaceholder)) reasons.add('unknown-placeholder');
  const shortcode = cleanShortcode(found.shortcode ?? '', reasons);
  const title = cleanTitle(clean(found.title ?? ''), reasons);
  let skip = found.skip ?? null;
  if (skip === null && isTooLong) skip = 'body-too-long';
  if (skip === null && variants.length === 0) skip = missingBody(reasons);
  return {
    line: found.line,
    from: found.from,
    title: title || derivedTitle(variants, shortcode, found.from),
    titleIsText: title === '',
    shortcode,
    variants: isTooLong ? [] : variants,
    tags: cleanTags((found.tags ?? []).map(clean)),
    note: clean(found.note ?? '')
      .trim()
      .slice(0, maxNoteLength),
    categoryPath: cleanCategories((found.categoryPath ?? []).map(clean)),
    validFrom: found.validFrom ?? null,
    validUntil: found.validUntil ?? null,
    tier: found.tier ?? null,
    id: null,
    favourite: false,
    reasons: [...reasons].filter((reason) => reason !== skip),
    skip,
  };
}

/** Text without blank lines before and white space behind it, which only hands leave there; nothing empty. */
function cleanParts(parts: readonly ImportedPart[], clean: (text: string) => string): ImportedPart[] {
  return parts
    .slice(0, maxParts)
    .map((part) => {
      if (part.kind === 'image') return { ...part, alt: oneLine(clean(part.alt)).slice(0, MAX_TITLE_LENGTH) };
      if (part.kind === 'file') return { ...part, name: oneLine(clean(part.name)).slice(-MAX_TITLE_LENGTH) };
      return {
        kind: 'text' as const,
        text: clean(part.text)
          .replace(/^\s*\n/, '')
          .trimEnd(),
      };
    })
    .filter((part) => part.kind !== 'text' || part.text.trim() !== '');
}

function bodyLength(parts: readonly ImportedPart[]): number {
  const texts = parts.filter((part) => part.kind === 'text');
  return texts.reduce((sum, part) => sum + part.text.length, Math.max(0, texts.length - 1));
}

function hasUnknownPlaceholder(parts: readonly ImportedPart[]): boolean {
  return parts.some(
    (part) =>
      part.kind === 'text' &&
      (part.text.includes('{{') || part.text.includes('}}')) &&
      parseTemplate(part.text).some((piece) => piece.kind === 'unknown'),
  );
}

function missingBody(reasons: ReadonlySet<RowReason>): RowReason {
  if (reasons.has('image-missing')) return 'image-missing';
  if (reasons.has('image-unreadable')) return 'image-unreadable';
  return reasons.has('formula-not-evaluated') ? 'formula-not-evaluated' : 'empty-body';
}

function cleanShortcode(source: string, reasons: Set<RowReason>): string | null {
  if (source.trim() === '') return null;
  const shortcode = source.length > 1_000 ? null : normalizeShortcode(source.toWellFormed());
  if (
    shortcode === null ||
    shortcode.length > MAX_SHORTCODE_LENGTH ||
    /\s/.test(shortcode) ||
    hasHidden(shortcode)
  ) {
    reasons.add('shortcode-dropped');
    return null;
  }
  return shortcode;
}

function cleanTitle(source: string, reasons: Set<RowReason>): string {
  const title = oneLine(source);
  if (title.length <= MAX_TITLE_LENGTH) return title;
  reasons.add('title-cut');
  return cutText(title, MAX_TITLE_LENGTH);
}

/** The first line of the body, with placeholders as they read in a list; else the picture's name, the shortcode, the file's name. */
function derivedTitle(variants: readonly ImportedPart[][], shortcode: string | null, from: string): string {
  const parts = variants[0] ?? [];
  const text = parts.find((part) => part.kind === 'text')?.text.trimStart() ?? '';
  const line = oneLine(readableTemplate(text.slice(0, 1_000)).split('\n', 1)[0] ?? '');
  if (line !== '') return firstGraphemes(line.slice(0, 300), derivedTitleLength);
  for (const part of parts) {
    if (part.kind === 'image' && part.alt !== '') return part.alt;
    if (part.kind === 'file' && part.name !== '') return part.name;
  }
  return (shortcode ?? cutText(oneLine(withoutHidden(stemOf(from))), MAX_TITLE_LENGTH)) || '?';
}

function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  let seen = 0;
  for (const grapheme of graphemes.segment(text)) {
    if (seen === count) return text.slice(0, end).trimEnd();
    seen += 1;
    end = grapheme.index + grapheme.segment.length;
  }
  return text;
}

function cleanCategories(path: readonly string[]): string[] {
  return path
    .map((name) => cutText(oneLine(name), maxCategoryName))
    .filter((name) => name !== '')
    .slice(0, maxCategoryDepth);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
