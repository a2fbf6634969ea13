import type { Id } from '../../shared/domain/reply.ts';
import { firstChoices } from './insert-request.ts';
import {
  andThen,
  focusOn,
  PAGE_ROWS,
  type PaletteState,
  type Preview,
  previewOnScreen,
  still,
  type Transition,
  type Wanted,
} from './palette-state.ts';

/** Asks for the reply that the preview is to show; what was filled in the one before is forgotten. */
export function want(state: PaletteState, wanted: Wanted | null): Transition {
  if (wanted === null) return still({ ...state, wanted: null, preview: null, previewStatus: 'loading' });
  const serial = state.viewAsked + 1;
  return {
    state: { ...state, wanted, previewStatus: 'loading', viewAsked: serial },
    effects: [{ kind: 'open-reply', serial, id: wanted.id }],
  };
}

/** Selects the row at `index`, clamped to the list, and shows its reply. */
export function selectRow(state: PaletteState, index: number): Transition {
  const selected = Math.max(0, Math.min(index, state.rows.length - 1));
  const row = state.rows[selected];
  const next = { ...state, selected, pending: null, hint: null };
  if (row === undefined) return want(next, null);
  if (state.wanted?.via === 'row' && state.wanted.id === row.id) return still(next);
  return want(next, { id: row.id, via: 'row', from: null });
}

/** Searches for what is in the box. While composing, the separators an input method puts into pinyin are left out. */
export function search(state: PaletteState): Transition {
  const serial = state.searchAsked + 1;
  const { composing } = state;
  const query = composing ? state.text.replace(/(?<=[a-z])'(?=[a-z])/gi, '') : state.text;
  return {
    state: { ...state, searchAsked: serial, selectOnArrival: null },
    effects: [{ kind: 'search', serial, query, composing }],
  };
}

/** Searches again and reads the reply in view again; the selection and what was filled in stay. */
export function reload(state: PaletteState): Transition {
  if (!state.open) return still(state);
  const { wanted } = state;
  const selectedId = state.rows[state.selected]?.id ?? null;
  const searching = search(state);
  const kept = { ...searching.state, selectOnArrival: state.selectOnArrival ?? selectedId };
  if (wanted === null) return { state: kept, effects: searching.effects };
  return andThen({ state: kept, effects: searching.effects }, (next) => want(next, wanted));
}

/** Ends the editing of one paste; its text is gone. */
export function leaveEditing(state: PaletteState): PaletteState {
  if (state.mode !== 'edit') return state;
  const preview = state.preview === null ? null : { ...state.preview, editedTexts: null };
  return { ...state, mode: 'search', preview };
}

/** Moves by rows; stops at the ends, so that a held arrow key does not run round. */
export function moveSelection(state: PaletteState, by: number): Transition {
  return selectRow(state, state.selected + by);
}

/** Moves by one page less a row, which stays in sight. */
export function movePage(state: PaletteState, by: -1 | 1): Transition {
  return moveSelection(state, by * (PAGE_ROWS - 1));
}

/** Goes back from a successor or next step to the reply of the selected row. */
export function backToRow(state: PaletteState): Transition {
  return selectRow({ ...state, wanted: null }, state.selected);
}

/** Shows the reply that the one in view links to as its next step or successor. */
export function followLink(state: PaletteState, id: Id): Transition {
  const from = state.preview?.view.title ?? null;
  const via = state.preview?.view.successor?.id === id ? 'successor' : 'next';
  if (state.inserting) return still(state);
  const next = { ...leaveEditing(state), pending: null, hint: null };
  return want(focusOn(next, 'search'), { id, via, from });
}

/** A fresh preview of `view`, its fields filled with what is remembered for the target window. */
export function freshPreview(view: Preview['view']): Preview {
  return {
    view,
    variant: 0,
    fields: { ...view.remembered },
    choices: firstChoices(view, 0),
    editedTexts: null,
  };
}

/**
 * The view again after the library changed: what the agent filled in stays. A text being edited stays with the revision it
 * was made from, so that main refuses it as changed instead of passing over the change.
 */
export function refreshedPreview(before: Preview, view: Preview['view']): Preview {
  const sameText = before.view.revision === view.revision;
  if (!sameText && before.editedTexts !== null) return before;
  const variant = before.variant < view.variants.length ? before.variant : 0;
  return {
    view,
    variant,
    fields: { ...view.remembered, ...before.fields },
    choices: sameText ? before.choices : firstChoices(view, variant),
    editedTexts: before.editedTexts,
  };
}

/** Shows another variant of the same reply; goes round. */
export function changeVariant(state: PaletteState, by: -1 | 1): Transition {
  const preview = previewOnScreen(state);
  const count = preview?.view.variants.length ?? 0;
  if (preview === null || count < 2) return still(state);
  const variant = (preview.variant + by + count) % count;
  const choices = firstChoices(preview.view, variant);
  return still({
    ...state,
    hint: null,
    pending: null,
    preview: { ...preview, variant, choices, editedTexts: null },
  });
}
