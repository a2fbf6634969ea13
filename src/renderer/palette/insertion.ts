import type { InsertAction, InsertOutcome } from '../../shared/insert.ts';
import type { PaletteNotice } from '../../shared/ipc.ts';
import { startEditing } from './editing.ts';
import { buildInsertRequest, fieldNames, unfilledFields, unknownPlaceholders } from './insert-request.ts';
import { blockedOnScreen } from './lint-state.ts';
import {
  focusOn,
  type PaletteState,
  type Preview,
  readyPreview,
  resultsAreStale,
  still,
  type Transition,
} from './palette-state.ts';
import { reload, selectRow, want } from './selection.ts';

/**
 * Enter or one of its relatives. Acts at once when the list and the preview on screen are what was asked for, else waits for
 * them. Nothing that waits survives another key.
 */
export function requestInsert(state: PaletteState, action: InsertAction): Transition {
  if (state.inserting || state.composing) return still(state);
  if (state.mustLook) {
    return still({ ...state, mustLook: false, pending: null, hint: { kind: 'results-changed' } });
  }
  const replyId = state.wanted?.id ?? null;
  return resume({ ...state, hint: null, pending: { action, replyId } });
}

/** Ctrl+E: waits for list and preview as Enter does, or it would open the reply of the query before. */
export function requestEdit(state: PaletteState): Transition {
  if (state.inserting || state.composing || state.mode === 'edit') return still(state);
  return resume({ ...state, hint: null, pending: { action: 'edit', replyId: state.wanted?.id ?? null } });
}

/** A digit: selects that row and inserts it as Enter would. */
export function pickRow(state: PaletteState, offset: number): Transition {
  const index = state.firstVisible + offset;
  if (state.inserting || state.composing || state.rows[index] === undefined) return still(state);
  const selected = selectRow(focusOn({ ...state, mode: 'search' }, 'search'), index);
  const inserted = requestInsert(selected.state, 'paste');
  return { state: inserted.state, effects: [...selected.effects, ...inserted.effects] };
}

/** Goes on with an Enter or a Ctrl+E that waited, as far as what has arrived allows. */
export function resume(state: PaletteState): Transition {
  const { pending } = state;
  if (pending === null || resultsAreStale(state)) return still(state);

  if (state.wanted === null || state.wanted.id !== pending.replyId) {
    // What was selected when the key was pressed is no longer: the agent has to look first.
    const hint = state.wanted === null ? null : ({ kind: 'results-changed' } as const);
    return still({ ...state, pending: null, hint });
  }
  if (state.previewStatus === 'gone' || state.previewStatus === 'failed') {
    return still({ ...state, pending: null });
  }
  const preview = readyPreview(state);
  if (preview === null) return still(state);
  const ready = { ...state, pending: null };
  return pending.action === 'edit' ? startEditing(ready, preview) : insertNow(ready, preview, pending.action);
}

/** The checks that keep a reply from being pasted silently, then the insertion itself. */
function insertNow(state: PaletteState, preview: Preview, action: InsertAction): Transition {
  const { view } = preview;
  if (view.validity === 'expired') return goToSuccessor(state, preview);
  if (view.validity === 'not-yet') {
    return still({ ...state, hint: { kind: 'not-yet-valid', from: view.validFrom } });
  }

  const unfilled = unfilledFields(preview);
  const [first] = unfilled;
  if (first !== undefined) {
    const hinted: PaletteState = { ...state, hint: { kind: 'fill-fields', names: unfilled } };
    return still(preview.editedTexts === null ? focusOn(hinted, 'field', first) : hinted);
  }
  const unknown = unknownPlaceholders(preview);
  if (unknown.length > 0) {
    return still({ ...state, hint: { kind: 'unknown-placeholder', names: unknown } });
  }

  const blocked = preview.editedTexts === null ? [] : blockedOnScreen(state);
  if (blocked.length > 0) return still({ ...state, hint: { kind: 'blocked-words', names: blocked } });

  const serial = state.insertSerial + 1;
  return {
    state: { ...state, inserting: true, insertAction: action, insertSerial: serial },
    effects: [
      { kind: 'insert', serial, opening: state.opening, request: buildInsertRequest(preview, action) },
    ],
  };
}

function goToSuccessor(state: PaletteState, preview: Preview): Transition {
  const { successor, title } = preview.view;
  if (successor === null) {
    return still({ ...state, hint: { kind: 'expired-no-successor', title } });
  }
  const hint = { kind: 'expired', title, successor: successor.title } as const;
  return want(
    { ...focusOn(state, 'search'), mode: 'search', hint },
    { id: successor.id, via: 'successor', from: title },
  );
}

/** Enter in a field: on to the next empty field, else to the one after it, else paste. */
export function leaveField(state: PaletteState, name: string): Transition {
  const preview = readyPreview(state);
  if (preview === null) return still(state);
  const names = fieldNames(preview);
  const position = names.indexOf(name);
  if (position >= 0 && position < names.length - 1) {
    return still(focusOn({ ...state, hint: null }, 'field', names[position + 1] ?? null));
  }
  return requestInsert(state, 'paste');
}

/** Puts a notice on top; a newer outcome takes the place of the one before. */
export function withNotice(state: PaletteState, notice: PaletteNotice): PaletteState {
  const others = state.notices.filter((other) => notice.kind !== 'outcome' || other.kind !== 'outcome');
  return { ...state, notices: [notice, ...others] };
}

/** The insertion ended; `outcome` is null when the call itself failed. */
export function insertDone(state: PaletteState, serial: number, outcome: InsertOutcome | null): Transition {
  if (!state.inserting || serial !== state.insertSerial) return still(state);
  const ended: PaletteState = { ...state, inserting: false, mode: 'search' };
  if (outcome === null) return still({ ...ended, mode: state.mode, hint: { kind: 'failed' } });

  if (outcome.kind === 'pasted') {
    const done = clearEdited(ended);
    if (state.insertAction !== 'append') return still(done);
    return still(focusOn({ ...done, hint: { kind: 'appended' } }, 'search', 'all'));
  }
  if (outcome.kind === 'copied') {
    return still(withNotice(clearEdited(ended), { kind: 'outcome', outcome }));
  }
  const told = withNotice({ ...ended, mode: state.mode }, { kind: 'outcome', outcome });
  if (outcome.kind === 'cancelled') return still(told);
  if (outcome.reason === 'changed' || outcome.reason === 'not-found') return reload(told);
  if (outcome.reason === 'unfilled-fields' && state.mode === 'search') {
    return still(focusOn(told, 'field', outcome.names[0] ?? null));
  }
  return still(told);
}

function clearEdited(state: PaletteState): PaletteState {
  if (state.preview === null) return state;
  return { ...state, preview: { ...state.preview, editedTexts: null } };
}
