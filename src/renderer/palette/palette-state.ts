import type { Id } from '../../shared/domain/reply.ts';
import type { SearchRow } from '../../shared/domain/search-result.ts';
import type { InsertAction, InsertRequest } from '../../shared/insert.ts';
import type {
  CategoryChoice,
  NewReplyError,
  PaletteNotice,
  PaletteOpening,
  ReplyView,
} from '../../shared/ipc.ts';
import type { LintState } from './lint-state.ts';

/** Rows that fit the window at once; also the number of digits that pick one. */
export const PAGE_ROWS = 10;

/**
 * What the keys mean now. `search`: the list is worked from the search box. `pick`: a digit picks a row.
 * `edit`: the text of one paste is being edited. `new`: a reply is being written.
 */
export type Mode = 'search' | 'pick' | 'edit' | 'new';

/** The reply that the preview is to show: that of the selected row, or one reached from it. */
export type Wanted = {
  id: Id;
  via: 'row' | 'successor' | 'next';
  /** Title of the reply that led here; null for `row`. */
  from: string | null;
};

/** A reply on screen, with what the agent filled in. */
export type Preview = {
  view: ReplyView;
  variant: number;
  /** Values by placeholder name. */
  fields: Record<string, string>;
  /** Chosen option of each choice of the variant. */
  choices: number[];
  /** Text of each text part while this one paste is being edited, else null. */
  editedTexts: string[] | null;
};

/** An Enter or a Ctrl+E that waits until what it acts on is on screen. */
export type Pending = {
  action: InsertAction | 'edit';
  /** The reply that was selected when the key was pressed; null when there was none. */
  replyId: Id | null;
};

/** What the palette itself has to say about the last key; gone with the next one. */
export type Hint =
  | { kind: 'fill-fields'; names: string[] }
  | { kind: 'unknown-placeholder'; names: string[] }
  | { kind: 'results-changed' }
  /** The text just written holds words that may not be used. */
  | { kind: 'blocked-words'; names: string[] }
  /** The lint has something to say of a new reply; saving again keeps it as it is. */
  | { kind: 'look-at-notes' }
  | { kind: 'expired'; title: string; successor: string }
  | { kind: 'expired-no-successor'; title: string }
  | { kind: 'not-yet-valid'; from: string | null }
  | { kind: 'appended' }
  | { kind: 'saved' }
  /** An unfinished new reply was taken up again. */
  | { kind: 'draft-restored' }
  | { kind: 'failed' };

export type NewReplyDraft = { title: string; shortcode: string; text: string; categoryId: Id | null };

export type NewReplyState = {
  draft: NewReplyDraft;
  errors: NewReplyError[];
  categories: CategoryChoice[];
  saving: boolean;
  /** The draft that is being checked, before it is saved. */
  checking: NewReplyDraft | null;
  /** The draft whose notes were on screen when it was to be saved: the next time it is. */
  seen: NewReplyDraft | null;
};

/** Where the keyboard focus is to be; the serial makes asking twice for the same place two requests. */
export type FocusRequest = {
  place: 'search' | 'list' | 'preview' | 'field' | 'edit' | 'new-reply';
  /** Field name in the preview, or field of the new reply; `all` in the search box selects its text. */
  name: string | null;
  serial: number;
};

export type PaletteState = {
  open: boolean;
  /**
   * When the first and the last key came to the palette while it was closed, in milliseconds since the epoch. Its window is shown
   * before this page has taken over an opening if the page is too busy; or keys were on their way when it closed.
   */
  early: { first: number; last: number } | null;
  /** Some of the first keys may be lost, or the selected row was lost to a change of the library: the next Enter asks to look. */
  mustLook: boolean;
  /** Number of the opening that is shown, or of the last one. */
  opening: PaletteOpening['number'];
  locale: PaletteOpening['locale'];
  theme: PaletteOpening['theme'];
  platform: PaletteOpening['platform'];
  target: PaletteOpening['target'];

  mode: Mode;
  /** Text of the search box, as typed. */
  text: string;
  /** An input method is composing: what is typed is not committed yet. */
  composing: boolean;
  rows: SearchRow[];
  rebuilding: number | null;
  searchFailed: boolean;
  /** Serial of the last search asked for, and of the one on screen; they differ while an answer is awaited. */
  searchAsked: number;
  searchShown: number;
  /** A reply to select when the awaited answer arrives, instead of the first row. */
  selectOnArrival: Id | null;
  selected: number;
  /** First row that is wholly visible: digits count from it. */
  firstVisible: number;

  wanted: Wanted | null;
  /** May still be that of the reply before, until the wanted one arrives. */
  preview: Preview | null;
  previewStatus: 'loading' | 'ready' | 'gone' | 'failed';
  viewAsked: number;

  pending: Pending | null;
  /** An insertion is under way: no second one starts. */
  inserting: boolean;
  insertAction: InsertAction;
  insertSerial: number;

  newReply: NewReplyState | null;
  lint: LintState;
  /** Text of an unfinished new reply; outlives closing, since switching to the chat hides the palette. */
  keptDraft: NewReplyDraft | null;

  hint: Hint | null;
  notices: PaletteNotice[];
  focus: FocusRequest;
};

/** Work that a transition asks for; the store does it and reports back with an event. */
export type Effect =
  | { kind: 'search'; serial: number; query: string; composing: boolean }
  | { kind: 'open-reply'; serial: number; id: Id }
  | { kind: 'insert'; serial: number; opening: number; request: InsertRequest }
  | { kind: 'list-categories' }
  | { kind: 'create-reply'; draft: NewReplyDraft }
  | { kind: 'check-texts'; serial: number; title: string; texts: readonly string[] }
  /** Of the opening with this number, or of a notice that stands alone. */
  | { kind: 'close'; opening: number | null }
  | { kind: 'open-settings' }
  | { kind: 'open-manager'; target: Id | 'list' };

export type Transition = { state: PaletteState; effects: Effect[] };

/** The palette before it was ever opened, and what it goes back to when it closes. */
export const closedPalette: PaletteState = {
  open: false,
  early: null,
  mustLook: false,
  opening: 0,
  locale: 'en',
  theme: 'system',
  platform: 'linux',
  target: null,
  mode: 'search',
  text: '',
  composing: false,
  rows: [],
  rebuilding: null,
  searchFailed: false,
  searchAsked: 0,
  searchShown: 0,
  selectOnArrival: null,
  selected: 0,
  firstVisible: 0,
  wanted: null,
  preview: null,
  previewStatus: 'loading',
  viewAsked: 0,
  pending: null,
  inserting: false,
  insertAction: 'paste',
  insertSerial: 0,
  newReply: null,
  lint: { asked: 0, shown: 0, notes: [] },
  keptDraft: null,
  hint: null,
  notices: [],
  focus: { place: 'search', name: null, serial: 0 },
};

/** A transition that asks for nothing. */
export function still(state: PaletteState): Transition {
  return { state, effects: [] };
}

/** Lets `next` go on from where `first` ended. */
export function andThen(first: Transition, next: (state: PaletteState) => Transition): Transition {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

/** Asks for the keyboard focus. */
export function focusOn(
  state: PaletteState,
  place: FocusRequest['place'],
  name: string | null = null,
): PaletteState {
  return { ...state, focus: { place, name, serial: state.focus.serial + 1 } };
}

/** True while the list on screen answers an older query than the search box holds. */
export function resultsAreStale(state: PaletteState): boolean {
  return state.searchShown !== state.searchAsked;
}

/** The preview of the wanted reply, or null while another or none is on screen. */
export function readyPreview(state: PaletteState): Preview | null {
  return state.previewStatus === 'ready' ? state.preview : null;
}

/** The preview of the wanted reply, also while that reply is read again; null while another or none is on screen. */
export function previewOnScreen({ preview, wanted }: PaletteState): Preview | null {
  return preview?.view.id === wanted?.id ? preview : null;
}
