import type { LintNote } from '../../shared/domain/lint/lint-note.ts';
import type { Id } from '../../shared/domain/reply.ts';
import type { SearchOutcome } from '../../shared/domain/search-result.ts';
import type { InsertOutcome } from '../../shared/insert.ts';
import type {
  CategoryChoice,
  NewReplyError,
  PaletteNotice,
  PaletteOpening,
  ReplyView,
} from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { editChanged } from './editing.ts';
import {
  insertDone,
  leaveField,
  pickRow,
  requestEdit,
  requestInsert,
  resume,
  withNotice,
} from './insertion.ts';
import { takeNotes } from './lint-state.ts';
import {
  categoriesArrived,
  changeDraft,
  draftChecked,
  leaveNewReply,
  openNewReply,
  saveDone,
  saveNewReply,
} from './new-reply-state.ts';
import { closed, opened } from './opening.ts';
import type { Command } from './palette-keys.ts';
import {
  andThen,
  focusOn,
  type NewReplyDraft,
  type PaletteState,
  previewOnScreen,
  still,
  type Transition,
} from './palette-state.ts';
import {
  backToRow,
  changeVariant,
  followLink,
  freshPreview,
  leaveEditing,
  movePage,
  moveSelection,
  refreshedPreview,
  reload,
  search,
  selectRow,
} from './selection.ts';

/** Everything that happens to the palette. Answers carry the serial of the request they belong to; null is a failed call. */
export type PaletteEvent =
  | { kind: 'opened'; opening: PaletteOpening }
  | { kind: 'closed' }
  /** A key that writes or acts came while the palette was closed; `at` in milliseconds since the epoch. */
  | { kind: 'early-key'; at: number }
  | { kind: 'notice'; notice: PaletteNotice }
  | { kind: 'library-changed' }
  | { kind: 'typed'; text: string; composing: boolean }
  | { kind: 'search-done'; serial: number; outcome: SearchOutcome | null }
  | { kind: 'view-arrived'; serial: number; view: ReplyView | null }
  | { kind: 'view-failed'; serial: number }
  | { kind: 'command'; command: Command }
  | { kind: 'row-chosen'; index: number; insert: boolean }
  | { kind: 'link-followed'; id: Id }
  | { kind: 'field-changed'; name: string; value: string }
  | { kind: 'choice-changed'; index: number; option: number }
  | { kind: 'edit-changed'; index: number; text: string }
  | { kind: 'scrolled'; firstVisible: number }
  | { kind: 'insert-done'; serial: number; outcome: InsertOutcome | null }
  | { kind: 'categories-arrived'; categories: CategoryChoice[] }
  | { kind: 'draft-changed'; change: Partial<NewReplyDraft> }
  | { kind: 'reply-created'; result: Result<{ id: Id }, NewReplyError> | null }
  | { kind: 'texts-checked'; serial: number; notes: LintNote[] | null }
  | { kind: 'notice-dismissed' }
  /** The notice that was shown with no palette around it. */
  | { kind: 'notice-read' };

/** The palette's one transition function: what it becomes and what is to be done. */
export function update(state: PaletteState, event: PaletteEvent): Transition {
  switch (event.kind) {
    case 'opened':
      return opened(state, event.opening);
    case 'closed':
      return still(closed(state));
    case 'early-key':
      if (state.open) return still(state);
      return still({ ...state, early: { first: state.early?.first ?? event.at, last: event.at } });
    case 'notice':
      return still(withNotice(state, event.notice));
    case 'library-changed':
      return reload(state);
    case 'typed':
      return typed(state, event.text, event.composing);
    case 'search-done':
      return searchDone(state, event.serial, event.outcome);
    case 'view-arrived':
      return viewArrived(state, event.serial, event.view);
    case 'view-failed':
      if (event.serial !== state.viewAsked) return still(state);
      return resume({ ...state, preview: null, previewStatus: 'failed' });
    case 'command':
      return obey(state, event.command);
    case 'row-chosen':
      return rowChosen(state, event.index, event.insert);
    case 'link-followed':
      return followLink(state, event.id);
    case 'field-changed':
      return fieldChanged(state, event.name, event.value);
    case 'choice-changed':
      return choiceChanged(state, event.index, event.option);
    case 'edit-changed':
      return editChanged(state, event.index, event.text);
    case 'scrolled':
      return still({ ...state, firstVisible: event.firstVisible });
    case 'insert-done':
      return insertDone(state, event.serial, event.outcome);
    case 'categories-arrived':
      return categoriesArrived(state, event.categories);
    case 'draft-changed':
      return changeDraft(state, event.change);
    case 'reply-created':
      return saveDone(state, event.result);
    case 'texts-checked':
      if (event.serial !== state.lint.asked) return still(state);
      return draftChecked(takeNotes(state, event.serial, event.notes));
    case 'notice-dismissed':
      return still(focusOn({ ...state, notices: state.notices.slice(1) }, 'search'));
    case 'notice-read':
      if (state.open) return still(state);
      return { state: { ...state, notices: [] }, effects: [{ kind: 'close', opening: null }] };
  }
}

function typed(state: PaletteState, text: string, composing: boolean): Transition {
  if (text === state.text && composing === state.composing) return still(state);
  if (!state.open) return still({ ...state, text, composing });
  const calm = leaveEditing(state);
  const mode = calm.mode === 'pick' ? 'search' : calm.mode;
  return search({ ...calm, text, composing, mode, pending: null, hint: null });
}

function searchDone(state: PaletteState, serial: number, outcome: SearchOutcome | null): Transition {
  if (!state.open || serial <= state.searchShown) return still(state);
  const chosen = outcome?.rows.findIndex((row) => row.id === state.selectOnArrival) ?? -1;
  if (state.mode === 'edit' && chosen < 0) {
    // What is being written stays in view, whatever became of its reply: main refuses what it may not paste.
    return still({ ...state, searchShown: serial, rebuilding: outcome?.rebuilding ?? null });
  }
  if (outcome === null) {
    const failed = { ...state, searchShown: serial, searchFailed: true, rows: [], pending: null };
    return selectRow(failed, 0);
  }
  const shown = {
    ...state,
    searchShown: serial,
    searchFailed: false,
    rebuilding: outcome.rebuilding,
  };
  // Half-composed letters that match nothing must not make the list blink; the committed text searches again.
  if (state.composing && outcome.rows.length === 0) return still(shown);

  const selectOnArrival = serial === state.searchAsked ? null : state.selectOnArrival;
  // An Enter may be on its way that was meant for the row that the list has lost.
  const mustLook = state.mustLook || (state.selectOnArrival !== null && chosen < 0);
  const listed = { ...shown, rows: outcome.rows, selectOnArrival, mustLook };
  const selected = selectRow(listed, Math.max(0, chosen));
  const waiting = { ...selected.state, pending: state.pending, hint: state.hint };
  return andThen({ state: waiting, effects: selected.effects }, resume);
}

function viewArrived(state: PaletteState, serial: number, view: ReplyView | null): Transition {
  if (serial !== state.viewAsked || state.wanted === null) return still(state);
  if (view === null) return resume({ ...state, preview: null, previewStatus: 'gone' });
  const before = state.preview;
  const isSame = before?.view.id === view.id;
  const preview = isSame ? refreshedPreview(before, view) : freshPreview(view);
  const shown: PaletteState = { ...state, preview, previewStatus: 'ready' };
  if (state.pending !== null && isSame && before.view.revision !== preview.view.revision) {
    // Enter was pressed on the text before the change: the agent has to read the new one first.
    return still({ ...shown, pending: null, hint: { kind: 'results-changed' } });
  }
  return resume(shown);
}

function rowChosen(state: PaletteState, index: number, insert: boolean): Transition {
  if (state.inserting) return still(state);
  const calm = { ...focusOn(leaveEditing(state), 'search'), mode: 'search' as const, mustLook: false };
  const selected = selectRow(calm, index);
  return insert ? andThen(selected, (next) => requestInsert(next, 'paste')) : selected;
}

function fieldChanged(state: PaletteState, name: string, value: string): Transition {
  const preview = previewOnScreen(state);
  if (preview === null) return still(state);
  const fields = { ...preview.fields, [name]: value };
  return still({ ...state, pending: null, hint: null, preview: { ...preview, fields } });
}

function choiceChanged(state: PaletteState, index: number, option: number): Transition {
  const preview = previewOnScreen(state);
  if (preview === null) return still(state);
  const choices = preview.choices.map((chosen, at) => (at === index ? option : chosen));
  return still({ ...state, pending: null, hint: null, preview: { ...preview, choices } });
}

/** Leaves one thing at a time: a sub-state, then a followed link, then the query, then the palette. */
function stepBack(state: PaletteState): Transition {
  const calm: PaletteState = { ...state, pending: null, hint: null };
  if (state.mode === 'new') return still(leaveNewReply(calm));
  if (state.mode === 'edit') {
    // Reply and list may have changed under the edit, which held on to the old ones: they are read again.
    return reload(focusOn(leaveEditing(calm), 'search'));
  }
  if (state.mode === 'pick') return still(focusOn({ ...calm, mode: 'search' }, 'search'));
  if (state.wanted !== null && state.wanted.via !== 'row') return backToRow(focusOn(calm, 'search'));
  if (state.text !== '') return search({ ...focusOn(calm, 'search'), text: '' });
  return { state: calm, effects: [{ kind: 'close', opening: state.opening }] };
}

function obey(state: PaletteState, command: Command): Transition {
  // Until the outcome is known every key waits, so that a second Enter cannot paste a second time.
  if (!state.open && command.kind === 'escape') return update(state, { kind: 'notice-read' });
  if (!state.open || state.inserting) return still(state);
  switch (command.kind) {
    case 'insert':
      return requestInsert(state, command.action);
    case 'leave-field':
      return leaveField(state, command.name);
    case 'pick':
      return pickRow(state, command.offset);
    case 'move':
      return moveSelection(state, command.by);
    case 'page':
      return movePage(state, command.by);
    case 'first':
      return selectRow(state, 0);
    case 'last':
      return selectRow(state, state.rows.length - 1);
    case 'variant':
      return changeVariant(state, command.by);
    case 'pick-mode':
      if (state.rows.length === 0) return still(state);
      return still(focusOn({ ...state, mode: 'pick', pending: null, hint: null }, 'list'));
    case 'to-search':
      return still(focusOn({ ...state, mode: 'search' }, 'search'));
    case 'enter-preview':
      return still(focusOn({ ...state, mode: 'search' }, 'preview'));
    case 'edit':
      return requestEdit(state);
    case 'new-reply':
      return openNewReply(state);
    case 'save-new-reply':
      return saveNewReply(state);
    case 'discard-new-reply':
      return still({ ...leaveNewReply(state), keptDraft: null });
    case 'settings':
      return { state, effects: [{ kind: 'open-settings' }] };
    case 'manager':
      return { state, effects: [{ kind: 'open-manager', target: 'list' }] };
    case 'manage-reply': {
      const target = state.wanted?.id ?? 'list';
      return { state, effects: [{ kind: 'open-manager', target }] };
    }
    case 'escape':
      return stepBack(state);
    case 'ignore':
      return still(state);
  }
}
