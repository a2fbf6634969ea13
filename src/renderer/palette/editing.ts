import { editableTexts, partsInView } from './insert-request.ts';
import { askForNotes, forgetNotes } from './lint-state.ts';
import {
  focusOn,
  type PaletteState,
  type Preview,
  previewOnScreen,
  still,
  type Transition,
} from './palette-state.ts';

/** Takes a changed text of the one paste that is being edited. */
export function editChanged(state: PaletteState, index: number, text: string): Transition {
  const preview = previewOnScreen(state);
  if (preview === null || preview.editedTexts === null) return still(state);
  const editedTexts = preview.editedTexts.map((before, at) => (at === index ? text : before));
  const edited: PaletteState = { ...state, pending: null, hint: null, preview: { ...preview, editedTexts } };
  // A text that is as it was in the library is pasted without a word.
  const before = editableTexts(preview);
  const isChanged = editedTexts.some((now, at) => now !== before[at]);
  return isChanged ? askForNotes(edited, '', editedTexts) : still(forgetNotes(edited));
}

/** Opens the texts of the reply in view for one paste; a reply that may not be pasted cannot be edited either. */
export function startEditing(state: PaletteState, preview: Preview): Transition {
  const editable = partsInView(preview).some((part) => part.kind === 'text');
  if (!editable || preview.view.validity !== 'valid') return still(state);
  const editing = { ...preview, editedTexts: editableTexts(preview) };
  const calm = forgetNotes({ ...state, mode: 'edit', hint: null, preview: editing });
  return still(focusOn(calm, 'edit'));
}
