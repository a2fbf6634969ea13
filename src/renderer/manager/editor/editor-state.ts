import type { EditorReply, MediaInfo, ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id, Instant, MediaHash, Reply, ReplyDraft } from '../../../shared/domain/reply.ts';
import { emptyDraft } from '../../../shared/domain/reply-draft.ts';
import type { ActionProblem } from '../../../shared/library-action.ts';
import type { KeepState } from './draft-keeper.ts';
import { draftOf, type EditForm, type Removed, sameDraft, toDraft, toForm } from './edit-form.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** An editor with its reply in it. */
export type OpenState = {
  stage: 'open';
  id: Id;
  /** As stored; null for a new reply. */
  saved: Reply | null;
  /** What counts as unchanged, and the revision that the form was made of. */
  baseline: ReplyDraft;
  revision: number | null;
  deletedAt: Instant | null;
  form: EditForm;
  /** Key of the variant that is shown. */
  variant: string;
  media: Readonly<Record<MediaHash, MediaInfo>>;
  links: Readonly<Record<Id, ReplyChoice>>;
  /** When the draft was kept that this form was resumed from; null once it was acknowledged. */
  resumedFrom: Instant | null;
  /** What was thrown away last and what it was a change of, for taking it back. */
  discarded: { form: EditForm; baseline: ReplyDraft } | null;
  /** The part or variant that was removed last, for putting it back. */
  removed: Removed | null;
  keeping: KeepState | 'none';
  saving: boolean;
  /** Saving was tried, so that what is missing is said at its field. */
  tried: boolean;
  /** Why the last attempt to save, restore or keep failed. */
  problem: ActionProblem | null;
  /** The stored reply when it and the form were changed in the same places. */
  conflict: Reply | null;
};

export type EditorState =
  | { stage: 'loading' }
  /** The reply could not be read. */
  | { stage: 'failed' }
  /** It exists no more. */
  | { stage: 'missing' }
  | OpenState;

/** The editor for a reply that was just read; `initial` is what a new one starts from. */
export function openState(id: Id, read: EditorReply | null, initial: ReplyDraft | null): EditorState {
  const start = read?.draft?.value ?? (read?.saved ? draftOf(read.saved) : initial);
  if (start === null) return { stage: 'missing' };
  const form = toForm(start);
  const saved = read?.saved ?? null;
  const baseline = saved ? draftOf(saved) : (initial ?? emptyDraft(start.libraryId, start.categoryId));
  const opened: OpenState = {
    stage: 'open',
    id,
    saved,
    baseline,
    revision: saved?.revision ?? null,
    deletedAt: read?.deletedAt ?? null,
    form,
    variant: form.variants[0]?.key ?? '',
    media: keyed(read?.media ?? [], ({ hash }) => hash),
    links: keyed(read?.links ?? [], (link) => link.id),
    resumedFrom: null,
    discarded: null,
    removed: null,
    keeping: 'none',
    saving: false,
    tried: false,
    problem: null,
    conflict: null,
  };
  if (!read?.draft || sameDraft(start, baseline)) return opened;
  const outdated = saved !== null && read.draft.revision !== null && read.draft.revision !== saved.revision;
  return {
    ...opened,
    resumedFrom: read.draft.at,
    keeping: 'kept',
    conflict: outdated ? saved : null,
  };
}

/** Whether the form holds anything that is not stored. */
export function isDirty(state: OpenState): boolean {
  return !sameDraft(toDraft(state.form), state.baseline);
}

/**
 * The editor after its reply was read again, because the library changed. Changes made elsewhere are taken over; where
 * they meet changes of the form, both are kept if they are in different fields, else the conflict is shown.
 */
export function readAgain(state: OpenState, read: EditorReply | null): EditorState {
  const saved = read?.saved ?? null;
  if (saved === null) {
    if (state.saved === null) return state;
    // Undone or purged. What was being written can still be saved as a new reply.
    if (!isDirty(state)) return { stage: 'missing' };
    return { ...state, saved: null, revision: null, deletedAt: null, conflict: null };
  }
  const known: OpenState = {
    ...state,
    deletedAt: read?.deletedAt ?? null,
    media: { ...state.media, ...keyed(read?.media ?? [], ({ hash }) => hash) },
    links: { ...state.links, ...keyed(read?.links ?? [], (link) => link.id) },
  };
  if (saved.revision === state.saved?.revision) return { ...known, saved };
  const mine = toDraft(state.form);
  const theirs = draftOf(saved);
  const merged = mergeDrafts(state.baseline, mine, theirs);
  if (merged.conflicts.length > 0) return { ...known, conflict: saved };
  return adopt(known, saved, sameDraft(merged.draft, mine) ? state.form : toForm(merged.draft, state.form));
}

/** The form with what was changed elsewhere in other fields; where both changed the same, the form's. */
export function mergedWith(state: OpenState, stored: Reply): EditForm {
  const merged = mergeDrafts(state.baseline, toDraft(state.form), draftOf(stored));
  return toForm(merged.draft, state.form);
}

/** The form that was thrown away last, on top of what counts as unchanged now. */
export function takenBack(state: OpenState): EditForm {
  const { form, baseline } = state.discarded ?? state;
  return toForm(mergeDrafts(baseline, toDraft(form), state.baseline).draft, form);
}

/** The editor with `saved` as what it stands on and `form` in it. */
export function adopt(state: OpenState, saved: Reply, form: EditForm): OpenState {
  const isShown = form.variants.some(({ key }) => key === state.variant);
  return {
    ...state,
    saved,
    baseline: draftOf(saved),
    revision: saved.revision,
    form,
    variant: isShown ? state.variant : (form.variants[0]?.key ?? ''),
    conflict: null,
  };
}

/** The editor after `sent` was saved and read back as `read`; what was typed meanwhile stays. */
export function afterSaving(state: OpenState, sent: EditForm, read: EditorReply): OpenState {
  const saved = read.saved;
  if (saved === null) return { ...state, saving: false };
  const unchanged = state.form === sent;
  const next = adopt(state, saved, unchanged ? toForm(draftOf(saved), state.form) : state.form);
  return {
    ...next,
    deletedAt: read.deletedAt,
    links: { ...state.links, ...keyed(read.links, (link) => link.id) },
    saving: false,
    tried: false,
    problem: null,
    resumedFrom: null,
    discarded: null,
    removed: null,
    keeping: 'none',
  };
}

/** Items by their key. */
export function keyed<Item>(items: readonly Item[], key: (item: Item) => string): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [key(item), item]));
}
