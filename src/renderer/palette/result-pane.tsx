import { useEffect } from 'react';
import { useLanguage } from '../ui/i18n.tsx';
import { EmptyState } from './empty-state.tsx';
import type { PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { ResultList } from './result-list.tsx';

/** How often the list is asked for anew while the index is being rebuilt, so that the progress moves. */
const REBUILDING_POLL_MS = 700;

/** The left half: the list, or words about why there is none. */
export function ResultPane({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  return (
    <section className="results" aria-label={t('palette.results.label')}>
      {state.rebuilding !== null && <Rebuilding share={state.rebuilding} dispatch={dispatch} />}
      <ResultList state={state} dispatch={dispatch} />
      {state.open && state.rows.length === 0 && <EmptyState state={state} dispatch={dispatch} />}
    </section>
  );
}

function Rebuilding({ share, dispatch }: { share: number; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const words = t('palette.rebuilding', { percent: Math.floor(share * 100) });

  useEffect(() => {
    const timer = setInterval(() => dispatch({ kind: 'library-changed' }), REBUILDING_POLL_MS);
    return () => clearInterval(timer);
  }, [dispatch]);

  return (
    <div className="rebuilding">
      <progress value={share} max={1} aria-label={words} />
      <span>{words}</span>
    </div>
  );
}
