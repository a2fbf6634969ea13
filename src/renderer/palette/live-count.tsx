import { useLanguage } from '../ui/i18n.tsx';
import { type PaletteState, resultsAreStale } from './palette-state.ts';

/** Tells screen readers how many results there are, once they are those of what was typed. */
export function LiveCount({ state }: { state: PaletteState }) {
  const { t } = useLanguage();
  const count = state.rows.length;
  const words = count === 0 ? t('palette.results.none') : t('palette.results.count', { count });
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {state.open && !resultsAreStale(state) ? words : ''}
    </div>
  );
}
