import type { ChangeEvent, CompositionEvent } from 'react';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { listboxId, optionId } from './element-ids.ts';
import { keyName } from './key-names.ts';
import type { PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';

/** Longest query that main takes. */
const MAX_QUERY_LENGTH = 1_000;

type Props = { state: PaletteState; dispatch: Dispatch; hidden: boolean };

/** The search box: a combobox whose list is beside the preview below. */
export function SearchBar({ state, dispatch, hidden }: Props) {
  const { t } = useLanguage();
  const hasRows = state.rows.length > 0;

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const { isComposing } = event.nativeEvent as InputEvent;
    dispatch({ kind: 'typed', text: event.target.value, composing: isComposing === true });
  };
  const onCompositionEnd = (event: CompositionEvent<HTMLInputElement>) => {
    dispatch({ kind: 'typed', text: event.currentTarget.value, composing: false });
  };

  return (
    <div className="search" hidden={hidden}>
      <Icon name="search" size={18} />
      <input
        className="search-input"
        data-place="search"
        data-focus="search"
        type="text"
        role="combobox"
        aria-label={t('palette.search.label')}
        aria-expanded={hasRows}
        aria-controls={listboxId}
        aria-autocomplete="list"
        aria-activedescendant={hasRows ? optionId(state.selected) : undefined}
        placeholder={t('palette.search.placeholder')}
        value={state.text}
        maxLength={MAX_QUERY_LENGTH}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={onChange}
        onCompositionEnd={onCompositionEnd}
      />
      {state.text !== '' && (
        <span className="search-hint">
          <Kbd>Esc</Kbd>
          {t('palette.search.clear')}
        </span>
      )}
      {state.text === '' && state.open && (
        <span className="search-hint">
          <Kbd>{keyName('primary', state.platform)}</Kbd>
          <Kbd>N</Kbd>
          {t('palette.key.new')}
        </span>
      )}
    </div>
  );
}
