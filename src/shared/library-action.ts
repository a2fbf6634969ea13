import { z } from 'zod';
import { id } from './contract/call.ts';
import type { Id } from './domain/reply.ts';
import type { DraftProblem } from './domain/reply-draft.ts';

/*
 * Everything that a person does to the library in the manager is an action: one transaction, one step of undo. The rules
 * that may refuse one are in `src/main/storage/library-actions.ts`.
 */

const instant = z.iso.datetime({ precision: 3 });
const mediaHash = z.string().regex(/^[0-9a-f]{64}$/);

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().max(200_000) }),
  z.object({ kind: z.literal('image'), hash: mediaHash, alt: z.string().max(500) }),
  z.object({ kind: z.literal('file'), hash: mediaHash, name: z.string().max(255) }),
]);

/** What a person fills in of a reply, as a page sends it: bounds against abuse only, the rules come with saving. */
export const replyDraft = z.object({
  libraryId: id,
  categoryId: id.nullable(),
  title: z.string().max(2_000),
  shortcode: z.string().max(2_000).nullable(),
  variants: z.array(z.array(part).max(200)).max(50),
  tags: z.array(z.string().max(200)).max(200),
  note: z.string().max(20_000),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  successorId: id.nullable(),
  nextIds: z.array(id).max(100),
  favourite: z.boolean(),
});

const ids = z.array(id).min(1).max(1_000_000);
const tags = z.array(z.string().trim().min(1).max(60)).max(50);
const categoryName = z.string().trim().min(1).max(100);
const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable();
const position = z.number().int().min(0).max(100_000);

export const libraryAction = z.discriminatedUnion('kind', [
  /** The page chooses the id (a UUIDv7), so that a draft and its saved reply are the same thing. */
  z.object({ kind: z.literal('create-reply'), id, draft: replyDraft }),
  /** `revision` is the one that was edited; another one in storage is refused as `changed`. */
  z.object({ kind: z.literal('save-reply'), id, revision: z.number().int(), draft: replyDraft }),
  z.object({ kind: z.literal('duplicate-replies'), ids }),
  /** Into the trash. */
  z.object({ kind: z.literal('delete-replies'), ids }),
  /** Out of the trash. A shortcode that was given to another reply meanwhile is given up. */
  z.object({ kind: z.literal('restore-replies'), ids }),
  z.object({ kind: z.literal('move-replies'), ids, libraryId: id, categoryId: id.nullable() }),
  z.object({ kind: z.literal('tag-replies'), ids, add: tags, remove: tags }),
  /** A bound that is left out stays as it is. */
  z.object({
    kind: z.literal('set-validity'),
    ids,
    validFrom: instant.nullable().optional(),
    validUntil: instant.nullable().optional(),
  }),
  z.object({ kind: z.literal('restore-revision'), id, revision: z.number().int().positive() }),
  z.object({
    kind: z.literal('create-category'),
    id,
    libraryId: id,
    parentId: id.nullable(),
    name: categoryName,
    color,
  }),
  z.object({
    kind: z.literal('change-category'),
    id,
    name: categoryName.optional(),
    color: color.optional(),
  }),
  /** `position` counts among the new siblings without the category itself; a larger one means the end. */
  z.object({ kind: z.literal('move-category'), id, parentId: id.nullable(), position }),
  /** The category and all below it; their replies go into the trash. */
  z.object({ kind: z.literal('delete-category'), id }),
]);

export type LibraryAction = z.output<typeof libraryAction>;

/** What a step of undo is called; the values go into its words. An import is a step as well. */
export type StepLabel = {
  kind: LibraryAction['kind'] | 'import';
  /** How many replies, or for categories how many categories, the step is about. */
  count: number;
  /** Title or name when it is about one. */
  name: string | null;
};

export type UndoState = { undo: StepLabel | null; redo: StepLabel | null };

/** How an action, an undo or a redo ended. */
export type ActionDone = {
  label: StepLabel;
  /** False when everything was so already: there is no step that could be taken back. */
  changed: boolean;
  /** Replies that were made or changed, at most the first hundred, to select them in the list. */
  replyIds: Id[];
  /** How many things could not be put back, because they are gone or another one took their shortcode. */
  skipped: number;
  undo: UndoState;
};

export type ActionProblem =
  | { kind: 'invalid'; problems: DraftProblem[] }
  | { kind: 'shortcode-taken'; by: { id: Id; title: string } }
  /** The reply was changed since the page read it. */
  | { kind: 'changed' }
  | { kind: 'not-found' }
  /** Another category of this name stands beside it. */
  | { kind: 'name-taken' }
  /** A category cannot go into itself or one below it, nor into another library. */
  | { kind: 'into-itself' }
  /** The reply `of` this title would never be valid. */
  | { kind: 'validity-reversed'; of: string }
  | { kind: 'nothing-to-undo' }
  /** An import or a restore has the library for the moment. */
  | { kind: 'busy' }
  /** Nothing was changed; `code` is SQLite's or the system's, such as `SQLITE_FULL`. */
  | { kind: 'storage'; code: string };
