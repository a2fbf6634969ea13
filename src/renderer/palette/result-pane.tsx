import { useLanguage } from '../ui/i18n.tsx';
import { EmptyState } from './empty-state.tsx';
import type { PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { ResultList } from './result-list.tsx';

/** The left half: the list, or words about why there is none. */
export function ResultPane({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const { rebuilding } = state;
  return (
    <section className="results" aria-label={t('palette.results.label')}>
      {rebuilding !== null && (
        <div className="rebuilding">
          <progress value={rebuilding} max={1} aria-label={rebuildingWords(rebuilding)} />
          <span>{rebuildingWords(rebuilding)}</span>
        </div>
      )}
      <ResultList state={state} dispatch={dispatch} />
      {state.open && state.rows.length === 0 && <EmptyState state={state} dispatch={dispatch} />}
    </section>
  );

  function rebuildingWords(share: number): string {
    return t('palette.rebuilding', { percent: Math.floor(share * 100) });
  }
}
