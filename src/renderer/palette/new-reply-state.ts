import {
  type Id,
  MAX_BODY_LENGTH,
  MAX_SHORTCODE_LENGTH,
  MAX_TITLE_LENGTH,
} from '../../shared/domain/reply.ts';
import type { CategoryChoice, NewReplyError } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
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
  const newReply: NewReplyState = { draft, errors: [], categories: [], saving: false };
  return {
    state: focusOn(
      { ...state, mode: 'new', newReply, keptDraft: null, hint, pending: null },
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

export function categoriesArrived(state: PaletteState, categories: CategoryChoice[]): Transition {
  if (state.newReply === null) return still(state);
  return still({ ...state, newReply: { ...state.newReply, categories } });
}

/** Takes a changed field; what was wrong with it is no longer said. */
export function changeDraft(state: PaletteState, change: Partial<NewReplyDraft>): Transition {
  if (state.newReply === null) return still(state);
  const errors = state.newReply.errors.filter(
    (error) => error.field !== 'storage' && !Object.hasOwn(change, error.field),
  );
  const draft = { ...state.newReply.draft, ...change };
  return still({ ...state, newReply: { ...state.newReply, draft, errors } });
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

export function saveNewReply(state: PaletteState): Transition {
  const { newReply } = state;
  if (newReply === null || newReply.saving) return still(state);
  const errors = plainErrors(newReply.draft);
  const [first] = errors;
  if (first !== undefined) {
    return still(focusOn({ ...state, newReply: { ...newReply, errors } }, 'new-reply', first.field));
  }
  return {
    state: { ...state, hint: null, newReply: { ...newReply, saving: true, errors: [] } },
    effects: [{ kind: 'create-reply', draft: newReply.draft }],
  };
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
      focusOn({ ...state, newReply: { ...newReply, saving: false, errors: [error] } }, 'new-reply', place),
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
    effects: [{ kind: 'search', serial, query }],
  };
}

/** What is wrong with `field`, or null. */
export function errorOf(newReply: NewReplyState, field: NewReplyError['field']): NewReplyError | null {
  return newReply.errors.find((error) => error.field === field) ?? null;
}
