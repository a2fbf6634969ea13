import type { ClientApi, PaletteCalls } from '../../shared/ipc.ts';
import { closedPalette, type Effect, type PaletteState } from './palette-state.ts';
import { type PaletteEvent, update } from './palette-update.ts';

export type Dispatch = (event: PaletteEvent) => void;

export type PaletteStore = {
  getState: () => PaletteState;
  /** Returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void;
  dispatch: Dispatch;
};

/** Holds the palette's state, does what transitions ask for and feeds the answers back in. */
export function createPaletteStore(api: ClientApi<PaletteCalls>): PaletteStore {
  let state = closedPalette;
  const listeners = new Set<() => void>();

  const dispatch: Dispatch = (event) => {
    const transition = update(state, event);
    const changed = transition.state !== state;
    state = transition.state;
    if (changed) for (const listener of listeners) listener();
    for (const effect of transition.effects) perform(effect, api, dispatch);
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
  };
}

/** Does one effect. A call that fails is an event too: the palette says so instead of waiting for ever. */
function perform(effect: Effect, api: ClientApi<PaletteCalls>, dispatch: Dispatch): void {
  switch (effect.kind) {
    case 'search': {
      const { serial, query, composing } = effect;
      api.searchReplies(query, composing).then(
        (outcome) => dispatch({ kind: 'search-done', serial, outcome }),
        () => dispatch({ kind: 'search-done', serial, outcome: null }),
      );
      return;
    }
    case 'open-reply': {
      const { serial, id } = effect;
      api.openReply(id).then(
        (view) => dispatch({ kind: 'view-arrived', serial, view }),
        () => dispatch({ kind: 'view-failed', serial }),
      );
      return;
    }
    case 'insert': {
      const { serial, opening, request } = effect;
      api.insertReply(opening, request).then(
        (outcome) => dispatch({ kind: 'insert-done', serial, outcome }),
        () => dispatch({ kind: 'insert-done', serial, outcome: null }),
      );
      return;
    }
    case 'list-categories':
      api.listCategories().then(
        (categories) => dispatch({ kind: 'categories-arrived', categories }),
        () => dispatch({ kind: 'categories-arrived', categories: [] }),
      );
      return;
    case 'create-reply':
      api.createReply(effect.draft).then(
        (result) => dispatch({ kind: 'reply-created', result }),
        () => dispatch({ kind: 'reply-created', result: null }),
      );
      return;
    case 'check-texts': {
      const { serial, title, texts } = effect;
      api.checkTexts(title, [...texts]).then(
        (notes) => dispatch({ kind: 'texts-checked', serial, notes }),
        () => dispatch({ kind: 'texts-checked', serial, notes: null }),
      );
      return;
    }
    case 'close':
      void api.closePalette(effect.opening);
      return;
    case 'open-manager':
      void api.openManager(effect.target);
      return;
    case 'open-settings':
      void api.openSettings();
      return;
  }
}
