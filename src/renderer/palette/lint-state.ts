import { blockedMatches } from '../../shared/domain/lint/blocked-matches.ts';
import type { LintNote } from '../../shared/domain/lint/lint-note.ts';
import type { PaletteState, Transition } from './palette-state.ts';

/** What the lint says of the text being written; the serials differ while an answer is awaited. */
export type LintState = { asked: number; shown: number; notes: LintNote[] };

/** Asks for the notes on a text. Those on screen stay until the answer comes, so that they do not blink while typing. */
export function askForNotes(state: PaletteState, title: string, texts: readonly string[]): Transition {
  const serial = state.lint.asked + 1;
  return {
    state: { ...state, lint: { ...state.lint, asked: serial } },
    effects: [{ kind: 'check-texts', serial, title, texts }],
  };
}

/** Nothing is to be said any more; an answer that is still on its way is not waited for. */
export function forgetNotes(state: PaletteState): PaletteState {
  const { asked, shown, notes } = state.lint;
  if (asked === shown && notes.length === 0) return state;
  return { ...state, lint: { asked: asked + 1, shown: asked + 1, notes: [] } };
}

/** Takes the answer to the newest question; null is a call that failed, which says nothing against the text. */
export function takeNotes(state: PaletteState, serial: number, notes: LintNote[] | null): PaletteState {
  return { ...state, lint: { ...state.lint, shown: serial, notes: notes ?? [] } };
}

/** Words of the text on screen that may not be used. Main looks again, so that an answer still awaited is no gap. */
export function blockedOnScreen(state: PaletteState): string[] {
  const { asked, shown, notes } = state.lint;
  return asked === shown ? blockedMatches(notes) : [];
}
