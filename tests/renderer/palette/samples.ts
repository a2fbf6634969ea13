import {
  closedPalette,
  type Effect,
  type PaletteState,
} from '../../../src/renderer/palette/palette-state.ts';
import { type PaletteEvent, update } from '../../../src/renderer/palette/palette-update.ts';
import type { FilledPiece } from '../../../src/shared/domain/fill.ts';
import type { SearchRow } from '../../../src/shared/domain/search-result.ts';
import type { InsertRequest } from '../../../src/shared/insert.ts';
import type { PaletteOpening, ReplyView } from '../../../src/shared/ipc.ts';

/** A row that only has what a test is about. */
export function row(id: string, rest: Partial<SearchRow> = {}): SearchRow {
  return {
    id,
    libraryId: 'personal',
    title: `title of ${id}`,
    titleRanges: [],
    shortcode: null,
    shortcodeRanges: [],
    categoryPath: [],
    categoryColor: null,
    tags: [],
    snippet: '',
    snippetRanges: [],
    hasImage: false,
    hasFile: false,
    variantCount: 1,
    favourite: false,
    revision: 1,
    validity: 'valid',
    successor: null,
    matchClass: 'title',
    ...rest,
  };
}

/** The view of a reply with one text part made of `pieces`. */
export function view(id: string, rest: Partial<ReplyView> & { pieces?: FilledPiece[] } = {}): ReplyView {
  const { pieces = [{ kind: 'text', text: `text of ${id}` }], ...others } = rest;
  return {
    id,
    revision: 1,
    title: `title of ${id}`,
    shortcode: null,
    categoryPath: [],
    tags: [],
    note: '',
    validity: 'valid',
    validFrom: null,
    validUntil: null,
    successor: null,
    next: [],
    variants: [[{ kind: 'text', pieces }]],
    remembered: {},
    ...others,
  };
}

export function opening(rows: SearchRow[], rest: Partial<PaletteOpening> = {}): PaletteOpening {
  return {
    number: 1,
    at: 1_000,
    target: { app: 'mousepad', title: 'untitled', paste: 'paste', canSend: true },
    results: { query: '', rows, rebuilding: null },
    locale: 'en',
    theme: 'system',
    scale: 100,
    platform: 'linux',
    notices: [],
    ...rest,
  };
}

/** A palette under test: events go in, the effects they asked for pile up. */
export type Driver = {
  state: () => PaletteState;
  effects: Effect[];
  send: (...events: PaletteEvent[]) => Driver;
  /** Answers the newest search with these rows. */
  found: (rows: SearchRow[]) => Driver;
  /** Answers the newest opening of a reply. */
  viewed: (view: ReplyView | null) => Driver;
  inserts: () => InsertRequest[];
};

export function driver(): Driver {
  let state = closedPalette;
  const effects: Effect[] = [];
  const self: Driver = {
    state: () => state,
    effects,
    send(...events) {
      for (const event of events) {
        const transition = update(state, event);
        state = transition.state;
        effects.push(...transition.effects);
      }
      return self;
    },
    found(rows) {
      const outcome = { query: state.text, rows, rebuilding: null };
      return self.send({ kind: 'search-done', serial: state.searchAsked, outcome });
    },
    viewed: (answer) => self.send({ kind: 'view-arrived', serial: state.viewAsked, view: answer }),
    inserts: () => effects.flatMap((effect) => (effect.kind === 'insert' ? [effect.request] : [])),
  };
  return self;
}

/** A palette that was opened with `rows`, the view of the first of which has arrived. */
export function openedWith(rows: SearchRow[], first: ReplyView | null = view(rows[0]?.id ?? '')): Driver {
  return driver()
    .send({ kind: 'opened', opening: opening(rows) })
    .viewed(first);
}

export const enter: PaletteEvent = { kind: 'command', command: { kind: 'insert', action: 'paste' } };

export const escapeKey: PaletteEvent = { kind: 'command', command: { kind: 'escape' } };

/** A key down, at a time in milliseconds, that comes to a palette that is closed. */
export function earlyKey(at: number): PaletteEvent {
  return { kind: 'early-key', at };
}

export function typed(text: string, composing = false): PaletteEvent {
  return { kind: 'typed', text, composing };
}
