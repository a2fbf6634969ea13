import type { PaletteOpening } from '../../shared/ipc.ts';
import { forgetNotes } from './lint-state.ts';
import { leaveNewReply } from './new-reply-state.ts';
import { andThen, closedPalette, focusOn, type PaletteState, type Transition } from './palette-state.ts';
import { search, selectRow } from './selection.ts';

/** What outlives closing: serials, so that late answers stay recognisable, the look, and an unfinished draft. */
export function closed(state: PaletteState): PaletteState {
  const { keptDraft } = state.mode === 'new' ? leaveNewReply(state) : state;
  return {
    ...focusOn({ ...closedPalette, focus: state.focus }, 'search'),
    locale: state.locale,
    theme: state.theme,
    platform: state.platform,
    searchAsked: state.searchAsked + 1,
    searchShown: state.searchAsked + 1,
    viewAsked: state.viewAsked + 1,
    insertSerial: state.insertSerial,
    lint: forgetNotes(state).lint,
    keptDraft,
  };
}

/** What the palette becomes with an opening: everything afresh, with what was typed for it while it came. */
export function opened(state: PaletteState, opening: PaletteOpening): Transition {
  const { number, locale, theme, platform, target, results, notices } = opening;
  const fresh: PaletteState = {
    ...closed(state),
    ...typedEarly(state, opening),
    open: true,
    opening: number,
    locale,
    theme,
    platform,
    target,
    rows: results.rows,
    rebuilding: results.rebuilding,
    notices,
  };
  const selected = selectRow(fresh, 0);
  return fresh.text === '' ? selected : andThen(selected, search);
}

/** What came to the closed palette and was meant for this opening, asked for before it. */
function typedEarly(
  { open, early, text, composing }: PaletteState,
  { at }: PaletteOpening,
): Partial<PaletteState> {
  // As when the hotkey is pressed during Shift+Enter: letters may have gone into the query that this opening takes away.
  if (open) return { mustLook: true };
  if (early === null || early.last < at) return {};
  return early.first < at ? { mustLook: true } : { mustLook: true, text, composing };
}
