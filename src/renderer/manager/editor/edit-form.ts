import type { Part, Reply, ReplyDraft } from '../../../shared/domain/reply.ts';

/** A part with a key that stays with it while it moves, so that its editor keeps caret and undo. */
export type EditPart = { key: string; part: Part };

export type EditVariant = { key: string; parts: EditPart[] };

/** A draft as it is being edited. */
export type EditForm = Omit<ReplyDraft, 'variants'> & { variants: EditVariant[] };

/** The fields that are plain values. */
export type PlainFields = Omit<ReplyDraft, 'variants'>;

export type FormChange =
  | { kind: 'fields'; fields: Partial<PlainFields> }
  | { kind: 'text'; part: string; text: string }
  | { kind: 'part'; part: string; value: Part }
  | { kind: 'add-part'; variant: string; after: string | null; value: Part; key?: string }
  | { kind: 'remove-part'; part: string }
  | { kind: 'move-part'; part: string; to: number }
  | { kind: 'add-variant'; key: string }
  | { kind: 'duplicate-variant'; variant: string; key: string }
  | { kind: 'remove-variant'; variant: string }
  | { kind: 'move-variant'; variant: string; to: number }
  /** Puts back what was removed. */
  | { kind: 'put-back'; removed: Removed };

/** What was taken out of a form, and from where. */
export type Removed =
  | { kind: 'part'; variant: string; index: number; part: EditPart }
  | { kind: 'variant'; index: number; variant: EditVariant };

/** What `replyDraft` of `src/shared/library-action.ts` takes at most. */
export const maxParts = 200;
export const maxVariants = 50;
/** In characters: more than is allowed, so that too long a line can be kept until it is shortened. */
export const maxKept = { line: 2_000, text: 200_000, note: 20_000 };

let lastKey = 0;

/** A key that no other part or variant of this page has. */
export function newKey(): string {
  lastKey += 1;
  return `k${lastKey}`;
}

/**
 * A draft for editing. A variant always has a part to write into. Keys of `previous` are kept by position where the part is
 * of the same kind, so that a form that is read anew keeps its carets.
 */
export function toForm(draft: ReplyDraft, previous: EditForm | null = null): EditForm {
  const variants = draft.variants.length > 0 ? draft.variants : [[]];
  return {
    ...plainFields(draft),
    variants: variants.map((parts, at) => {
      const before = previous?.variants[at];
      const shown: Part[] = parts.length > 0 ? parts : [{ kind: 'text', text: '' }];
      return {
        key: before?.key ?? newKey(),
        parts: shown.map((part, index) => {
          const old = before?.parts[index];
          return { key: old && old.part.kind === part.kind ? old.key : newKey(), part };
        }),
      };
    }),
  };
}

/** What is stored of a form. */
export function toDraft(form: EditForm): ReplyDraft {
  return {
    ...plainFields(form),
    variants: form.variants.map((variant) => variant.parts.map(({ part }) => part)),
  };
}

/** The editable part of a stored reply. */
export function draftOf(reply: Reply): ReplyDraft {
  return { ...plainFields(reply), variants: reply.variants };
}

function plainFields(draft: PlainFields): PlainFields {
  return {
    libraryId: draft.libraryId,
    categoryId: draft.categoryId,
    title: draft.title,
    shortcode: draft.shortcode,
    tags: draft.tags,
    note: draft.note,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    successorId: draft.successorId,
    nextIds: draft.nextIds,
    favourite: draft.favourite,
  };
}

/** Whether two drafts are the same to a reader; an empty shortcode is none. */
export function sameDraft(a: ReplyDraft, b: ReplyDraft): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable(draft: ReplyDraft): ReplyDraft {
  const variants = draft.variants.length > 0 ? draft.variants : [[]];
  return {
    ...plainFields(draft),
    shortcode: draft.shortcode === '' ? null : draft.shortcode,
    // A form shows an empty text where a variant has no part at all.
    variants: variants.map((parts) =>
      parts.length > 0 ? parts.map(comparablePart) : [{ kind: 'text', text: '' }],
    ),
  };
}

/** The same keys in the same order, wherever the part comes from. */
function comparablePart(part: Part): Part {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: part.text };
    case 'image':
      return { kind: 'image', hash: part.hash, alt: part.alt };
    case 'file':
      return { kind: 'file', hash: part.hash, name: part.name };
  }
}

/** The form after one change. Changes that name something that is gone leave it as it is. */
export function changeForm(form: EditForm, change: FormChange): EditForm {
  switch (change.kind) {
    case 'fields':
      return { ...form, ...change.fields };
    case 'text':
      return withPart(form, change.part, (part) =>
        part.kind === 'text' ? { kind: 'text', text: change.text } : part,
      );
    case 'part':
      return withPart(form, change.part, () => change.value);
    case 'add-part':
      return withParts(form, change.variant, (parts) => {
        if (parts.length >= maxParts) return parts;
        const after = parts.findIndex((part) => part.key === change.after);
        const at = after < 0 ? parts.length : after + 1;
        return parts.toSpliced(at, 0, { key: change.key ?? newKey(), part: change.value });
      });
    case 'remove-part':
      return withParts(form, variantOf(form, change.part), (parts) => {
        const left = parts.filter((part) => part.key !== change.part);
        return left.length > 0 ? left : [{ key: newKey(), part: { kind: 'text', text: '' } }];
      });
    case 'move-part':
      return withParts(form, variantOf(form, change.part), (parts) => moved(parts, change.part, change.to));
    case 'add-variant':
      return withVariants(form, (variants) => [
        ...variants,
        { key: change.key, parts: [{ key: newKey(), part: { kind: 'text', text: '' } }] },
      ]);
    case 'duplicate-variant':
      return withVariants(form, (variants) => {
        const at = variants.findIndex((variant) => variant.key === change.variant);
        const parts = variants[at]?.parts ?? [];
        const copy = { key: change.key, parts: parts.map(({ part }) => ({ key: newKey(), part })) };
        return at < 0 ? variants : variants.toSpliced(at + 1, 0, copy);
      });
    case 'remove-variant':
      return withVariants(form, (variants) =>
        variants.length > 1 ? variants.filter((variant) => variant.key !== change.variant) : variants,
      );
    case 'move-variant':
      return { ...form, variants: moved(form.variants, change.variant, change.to) };
    case 'put-back':
      return putBack(form, change.removed);
  }
}

/** What a change is about to take out; null when it takes nothing out that was worth keeping. */
export function removedBy(form: EditForm, change: FormChange): Removed | null {
  if (change.kind === 'remove-part') {
    const place = placeOf(form, change.part);
    const part = place?.variant.parts[place.index];
    if (!place || !part || isEmptyText(part)) return null;
    return { kind: 'part', variant: place.variant.key, index: place.index, part };
  }
  if (change.kind === 'remove-variant') {
    const index = form.variants.findIndex(({ key }) => key === change.variant);
    const variant = form.variants[index];
    if (!variant || form.variants.length === 1 || variant.parts.every(isEmptyText)) return null;
    return { kind: 'variant', index, variant };
  }
  return null;
}

/** A draft as it is stored: empty texts beside other parts are left out, since they would be pasted as nothing. */
export function withoutEmptyTexts(draft: ReplyDraft): ReplyDraft {
  const variants = draft.variants.map((parts) => {
    const filled = parts.filter((part) => part.kind !== 'text' || part.text.trim() !== '');
    return filled.length > 0 ? filled : parts.slice(0, 1);
  });
  return { ...draft, variants };
}

function isEmptyText({ part }: EditPart): boolean {
  return part.kind === 'text' && part.text.trim() === '';
}

function putBack(form: EditForm, removed: Removed): EditForm {
  if (removed.kind === 'variant') {
    return withVariants(form, (variants) => variants.toSpliced(removed.index, 0, removed.variant));
  }
  return withParts(form, removed.variant, (parts) => {
    const [only] = parts;
    const others = parts.length === 1 && only && isEmptyText(only) ? [] : parts;
    return others.toSpliced(removed.index, 0, removed.part);
  });
}

/** Where a part stands, or null when it is gone. */
export function placeOf(form: EditForm, part: string): { variant: EditVariant; index: number } | null {
  for (const variant of form.variants) {
    const index = variant.parts.findIndex((candidate) => candidate.key === part);
    if (index >= 0) return { variant, index };
  }
  return null;
}

function variantOf(form: EditForm, part: string): string | null {
  return placeOf(form, part)?.variant.key ?? null;
}

function withVariants(form: EditForm, change: (variants: EditVariant[]) => EditVariant[]): EditForm {
  const variants = change(form.variants);
  return variants.length > maxVariants ? form : { ...form, variants };
}

function withParts(
  form: EditForm,
  variantKey: string | null,
  change: (parts: EditPart[]) => EditPart[],
): EditForm {
  const variants = form.variants.map((variant) =>
    variant.key === variantKey ? { ...variant, parts: change(variant.parts) } : variant,
  );
  return { ...form, variants };
}

function withPart(form: EditForm, key: string, change: (part: Part) => Part): EditForm {
  return withParts(form, variantOf(form, key), (parts) =>
    parts.map((part) => (part.key === key ? { key, part: change(part.part) } : part)),
  );
}

/** `items` with the one of this key at place `to`, which is brought into bounds. */
function moved<Item extends { key: string }>(items: Item[], key: string, to: number): Item[] {
  const from = items.findIndex((item) => item.key === key);
  const item = items[from];
  if (!item) return items;
  const left = items.toSpliced(from, 1);
  return left.toSpliced(Math.min(Math.max(to, 0), left.length), 0, item);
}
