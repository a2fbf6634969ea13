import { hasHidden, withPlainBreaks } from './hidden-characters.ts';
import type { Id, ReplyDraft } from './reply.ts';
import { MAX_BODY_LENGTH, MAX_SHORTCODE_LENGTH, MAX_TITLE_LENGTH, textOf } from './reply.ts';

export type DraftProblem =
  | { field: 'title' | 'text'; problem: 'empty' }
  | { field: 'title' | 'text' | 'shortcode'; problem: 'too-long'; limit: number }
  /** Control or direction-changing characters, which would let a reply read otherwise than it pastes. */
  | { field: 'title' | 'text' | 'shortcode'; problem: 'invalid-characters' };

/** Half-width lower case without surrounding space or a leading slash; null when nothing is left. */
export function normalizeShortcode(shortcode: string): string | null {
  const folded = shortcode.normalize('NFKC').toLowerCase().trim().replace(/^\/+/, '');
  return folded === '' ? null : folded;
}

/** A reply with nothing in it. */
export function emptyDraft(libraryId: Id, categoryId: Id | null): ReplyDraft {
  return {
    libraryId,
    categoryId,
    title: '',
    shortcode: null,
    variants: [[{ kind: 'text', text: '' }]],
    tags: [],
    note: '',
    validFrom: null,
    validUntil: null,
    successorId: null,
    nextIds: [],
    favourite: false,
  };
}

/** Line breaks as LF, title and shortcode trimmed and folded: what is stored of a draft. */
export function normalizeDraft(draft: ReplyDraft): ReplyDraft {
  return {
    ...draft,
    title: draft.title.trim().replace(/\s+/g, ' '),
    shortcode: draft.shortcode === null ? null : normalizeShortcode(draft.shortcode),
    variants: draft.variants.map((parts) =>
      parts.map((part) => (part.kind === 'text' ? { ...part, text: withPlainBreaks(part.text) } : part)),
    ),
  };
}

/** Everything that keeps a normalized draft from being saved, in the order of the fields; empty when it is fine. */
export function draftProblems(draft: ReplyDraft): DraftProblem[] {
  return [...titleProblems(draft.title), ...shortcodeProblems(draft.shortcode), ...textProblems(draft)];
}

function titleProblems(title: string): DraftProblem[] {
  if (title === '') return [{ field: 'title', problem: 'empty' }];
  if (title.length > MAX_TITLE_LENGTH) {
    return [{ field: 'title', problem: 'too-long', limit: MAX_TITLE_LENGTH }];
  }
  return hasHidden(title) ? [{ field: 'title', problem: 'invalid-characters' }] : [];
}

function shortcodeProblems(shortcode: string | null): DraftProblem[] {
  if (shortcode === null) return [];
  if (shortcode.length > MAX_SHORTCODE_LENGTH) {
    return [{ field: 'shortcode', problem: 'too-long', limit: MAX_SHORTCODE_LENGTH }];
  }
  const bad = hasHidden(shortcode) || /\s/.test(shortcode);
  return bad ? [{ field: 'shortcode', problem: 'invalid-characters' }] : [];
}

function textProblems(draft: ReplyDraft): DraftProblem[] {
  const isEmpty = (parts: ReplyDraft['variants'][number]) =>
    parts.every((part) => part.kind === 'text' && part.text.trim() === '');
  if (draft.variants.length === 0 || draft.variants.some(isEmpty)) {
    return [{ field: 'text', problem: 'empty' }];
  }
  const texts = draft.variants.map(textOf);
  if (texts.some((text) => text.length > MAX_BODY_LENGTH)) {
    return [{ field: 'text', problem: 'too-long', limit: MAX_BODY_LENGTH }];
  }
  return texts.some(hasHidden) ? [{ field: 'text', problem: 'invalid-characters' }] : [];
}
