import { useSyncExternalStore } from 'react';
import { LanguageProvider } from '../ui/i18n.tsx';
import { Footer } from './footer.tsx';
import { LiveCount } from './live-count.tsx';
import { NewReplyForm } from './new-reply-form.tsx';
import { NoticeCard } from './notice-card.tsx';
import { NoticeLine } from './notice-line.tsx';
import type { PaletteStore } from './palette-store.ts';
import { PreviewPane } from './preview-pane.tsx';
import { ResultPane } from './result-pane.tsx';
import { SearchBar } from './search-bar.tsx';
import { useFocusRequest } from './use-focus-request.ts';
import { usePaletteKeys } from './use-palette-keys.ts';

/**
 * The whole palette. While it is closed the frame stays, empty: when the window is shown again, nothing of the time
 * before can flash up, and the search box is there to take the first key.
 */
export function PaletteApp({ store }: { store: PaletteStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  usePaletteKeys(store);
  useFocusRequest(state.focus);

  const { dispatch } = store;
  const isBare = state.open && state.rows.length === 0;
  const toldWhileClosed = state.open ? undefined : state.notices[0];
  return (
    <LanguageProvider locale={state.locale}>
      <main className="palette">
        {toldWhileClosed !== undefined && (
          <NoticeCard notice={toldWhileClosed} platform={state.platform} dispatch={dispatch} />
        )}
        <SearchBar state={state} dispatch={dispatch} hidden={state.newReply !== null} />
        {state.newReply === null ? (
          <div className="panes" data-single={isBare}>
            <ResultPane state={state} dispatch={dispatch} />
            {state.open && !isBare && <PreviewPane state={state} dispatch={dispatch} />}
          </div>
        ) : (
          <NewReplyForm newReply={state.newReply} notes={state.lint.notes} dispatch={dispatch} />
        )}
        {state.open && <NoticeLine state={state} dispatch={dispatch} />}
        <Footer state={state} />
        <LiveCount state={state} />
      </main>
    </LanguageProvider>
  );
}
