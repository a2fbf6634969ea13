import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { keyName } from './key-names.ts';
import type { PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';

/** Longest part of the query that the title repeats. */
const SHOWN_QUERY_LENGTH = 30;

/** What stands in the list's place: an empty library, no result, or a search that failed. */
export function EmptyState({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const query = state.text.trim();
  const kind = state.searchFailed ? 'failed' : query === '' ? 'library' : 'results';
  const shown = query.length > SHOWN_QUERY_LENGTH ? `${query.slice(0, SHOWN_QUERY_LENGTH)}…` : query;
  return (
    <div className="empty" role="status">
      <span className="empty-icon" data-tone={kind === 'failed' ? 'danger' : 'plain'}>
        <Icon name={kind === 'failed' ? 'warning' : kind === 'library' ? 'layers' : 'search'} size={22} />
      </span>
      <strong>{t(`palette.empty.${kind}.title`, { query: shown })}</strong>
      <p>{t(`palette.empty.${kind}.body`)}</p>
      {kind !== 'failed' && (
        <button
          type="button"
          className="button"
          onClick={() => dispatch({ kind: 'command', command: { kind: 'new-reply' } })}
        >
          <Icon name="plus" size={14} />
          {t('palette.empty.new')}
          <Kbd>{keyName('primary', state.platform)}</Kbd>
          <Kbd>N</Kbd>
        </button>
      )}
    </div>
  );
}
