import {
  type Id,
  MAX_BODY_LENGTH,
  MAX_SHORTCODE_LENGTH,
  MAX_TITLE_LENGTH,
} from '../../shared/domain/reply.ts';
import type { CategoryChoice, NewReplyError } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { askForNotes, blockedOnScreen, forgetNotes } from './lint-state.ts';
import {
  focusOn,
  type NewReplyDraft,
  type NewReplyState,
  type PaletteState,
  still,
  type Transition,
} from './palette-state.ts';

/** True when a draft holds more than the query it was opened with. */
function isWorthKeeping(draft: NewReplyDraft): boolean {
  return draft.text.trim() !== '' || draft.shortcode.trim() !== '';
}

/** Opens the editor with what was left unfinished, else with the query as title. */
export function openNewReply(state: PaletteState): Transition {
  if (state.mode === 'new') return still(state);
  const draft = state.keptDraft ?? { title: state.text.trim(), shortcode: '', text: '', categoryId: null };
  const hint = state.keptDraft === null ? null : ({ kind: 'draft-restored' } as const);
  const newReply: NewReplyState = {
    draft,
    errors: [],
    categories: [],
    saving: false,
    checking: null,
    seen: null,
  };
  return {
    state: focusOn(
      { ...forgetNotes(state), mode: 'new', newReply, keptDraft: null, hint, pending: null },
      'new-reply',
      draft.title === '' ? 'title' : 'text',
    ),
    effects: [{ kind: 'list-categories' }],
  };
}

/** Leaves the editor; a draft with words in it is kept for the next time. */
export function leaveNewReply(state: PaletteState): PaletteState {
  const draft = state.newReply?.draft;
  const keptDraft = draft !== undefined && isWorthKeeping(draft) ? draft : null;
  return focusOn({ ...state, mode: 'search', newReply: null, keptDraft }, 'search');
}

/** Offers the categories, unless the new reply was left meanwhile. */
export function categoriesArrived(state: PaletteState, categories: CategoryChoice[]): Transition {
  if (state.newReply === null) return still(state);
  return still({ ...state, newReply: { ...state.newReply, categories } });
}

/** Takes a changed field; what was wrong with it, and with the wording, is no longer said. */
export function changeDraft(state: PaletteState, change: Partial<NewReplyDraft>): Transition {
  if (state.newReply === null) return still(state);
  const errors = state.newReply.errors.filter(
    (error) => error.field !== 'storage' && !Object.hasOwn(change, error.field),
  );
  const draft = { ...state.newReply.draft, ...change };
  const isReworded = change.title !== undefined || change.text !== undefined;
  const calm = isReworded && state.newReply.checking === null ? { ...forgetNotes(state), hint: null } : state;
  return still({ ...calm, newReply: { ...state.newReply, draft, errors } });
}

const limits = { title: MAX_TITLE_LENGTH, text: MAX_BODY_LENGTH, shortcode: MAX_SHORTCODE_LENGTH } as const;

/** What can be said without asking the storage: both texts are needed, and nothing may be longer than it takes. */
function plainErrors(draft: NewReplyDraft): NewReplyError[] {
  const fields = ['title', 'shortcode', 'text'] as const;
  return fields.flatMap((field): NewReplyError[] => {
    const { length } = draft[field].trim();
    const limit = limits[field];
    if (length > limit) return [{ field, problem: 'too-long', limit }];
    return length === 0 && field !== 'shortcode' ? [{ field, problem: 'empty', limit: null }] : [];
  });
}

/** Checks the new reply, and saves it when nothing is missing and its hints were seen. */
export function saveNewReply(state: PaletteState): Transition {
  const { newReply } = state;
  if (newReply === null || newReply.saving) return still(state);
  const errors = plainErrors(newReply.draft);
  const [first] = errors;
  if (first !== undefined) {
    return still(focusOn({ ...state, newReply: { ...newReply, errors } }, 'new-reply', first.field));
  }
  const { draft, seen } = newReply;
  const saving: PaletteState = { ...state, hint: null, newReply: { ...newReply, saving: true, errors: [] } };
  if (seen !== null && isWordedAlike(seen, draft)) return create(saving, draft);
  return check(saving, draft);
}

function create(state: PaletteState, draft: NewReplyDraft): Transition {
  return { state, effects: [{ kind: 'create-reply', draft }] };
}

function check(state: PaletteState, draft: NewReplyDraft): Transition {
  const { newReply } = state;
  if (newReply === null) return still(state);
  return askForNotes({ ...state, newReply: { ...newReply, checking: draft } }, draft.title, [draft.text]);
}

function isWordedAlike(one: NewReplyDraft, other: NewReplyDraft): boolean {
  return one.title === other.title && one.text === other.text;
}

/**
 * The notes on a new reply have arrived. Words that may not be used keep it from being saved; anything else is shown once,
 * and the next time the reply is saved as it is. Hints alone do not hold it up.
 */
export function draftChecked(state: PaletteState): Transition {
  const { newReply } = state;
  if (newReply === null || newReply.checking === null) return still(state);
  const { draft, checking } = newReply;
  // Somebody typed on meanwhile: that text was not checked yet.
  if (!isWordedAlike(draft, checking)) return check(state, draft);

  const checked: NewReplyState = { ...newReply, checking: null };
  const blocked = blockedOnScreen(state);
  const isFine = state.lint.notes.every(({ severity }) => severity === 'info');
  if (isFine) return create({ ...state, newReply: checked }, draft);
  const stopped = { ...checked, saving: false, seen: blocked.length > 0 ? null : draft };
  const hint =
    blocked.length > 0
      ? ({ kind: 'blocked-words', names: blocked } as const)
      : ({ kind: 'look-at-notes' } as const);
  return still(focusOn({ ...state, hint, newReply: stopped }, 'new-reply', 'text'));
}

/**
 * Saving ended. After a success the list is searched for the new reply, which is then selected and ready to paste; null
 * means that the call itself failed.
 */
export function saveDone(state: PaletteState, result: Result<{ id: Id }, NewReplyError> | null): Transition {
  const { newReply } = state;
  if (newReply === null || !newReply.saving) return still(state);
  if (result === null || !result.ok) {
    const error: NewReplyError = result?.error ?? { field: 'storage', problem: 'failed', limit: null };
    const place = error.field === 'storage' ? 'text' : error.field;
    return still(
      focusOn(
        { ...state, newReply: { ...newReply, saving: false, seen: null, errors: [error] } },
        'new-reply',
        place,
      ),
    );
  }
  const { draft } = newReply;
  const query = draft.shortcode.trim() || draft.title.trim();
  const serial = state.searchAsked + 1;
  const back = focusOn(
    { ...state, mode: 'search', newReply: null, keptDraft: null, hint: { kind: 'saved' } },
    'search',
  );
  return {
    state: { ...back, text: query, searchAsked: serial, selectOnArrival: result.value.id },
    effects: [{ kind: 'search', serial, query, composing: false }],
  };
}

/** What is wrong with `field`, or null. */
export function errorOf(newReply: NewReplyState, field: NewReplyError['field']): NewReplyError | null {
  return newReply.errors.find((error) => error.field === field) ?? null;
}
