import { Button } from '@mantine/core';
import {
  IconFileDescription,
  IconFileImport,
  IconFilterOff,
  IconFolderOpen,
  IconMessagePlus,
  IconPlus,
  IconSearch,
  IconSearchOff,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { type ListKey, listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import type { Place } from '../tree/place.ts';
import { isNarrowed, type ListChoice } from './list-view-state.ts';

export type EmptyKind =
  | 'noLibrary'
  | 'search'
  | 'filter'
  | 'category'
  | 'uncategorized'
  | 'trash'
  | 'drafts'
  | 'all';

/** Why a list has no rows. */
export function emptyKind(place: Place, choice: ListChoice, hasLibrary: boolean): EmptyKind {
  if (!hasLibrary) return 'noLibrary';
  if (choice.text.trim() !== '') return 'search';
  if (isNarrowed(choice)) return 'filter';
  return place.kind === 'library' ? 'all' : place.kind;
}

const icons: Record<EmptyKind, TablerIcon> = {
  noLibrary: IconFileImport,
  search: IconSearchOff,
  filter: IconFilterOff,
  category: IconFolderOpen,
  uncategorized: IconFolderOpen,
  trash: IconTrash,
  drafts: IconFileDescription,
  all: IconMessagePlus,
};

export type EmptyActions = {
  newReply: (title: string) => void;
  openImport: () => void;
  searchEverywhere: () => void;
  clearFilters: () => void;
};

type EmptyListProps = { place: Place; choice: ListChoice; hasLibrary: boolean; actions: EmptyActions };

/** What a list without rows says: why, and what to do next. */
export function EmptyList({ place, choice, hasLibrary, actions }: EmptyListProps) {
  const t = useWords(listMessages);
  const kind = emptyKind(place, choice, hasLibrary);
  const Icon = icons[kind];
  const text = choice.text.trim();
  const shown = [...text].length > 30 ? `${[...text].slice(0, 29).join('')}…` : text;
  return (
    <div className="empty" role="status" tabIndex={-1}>
      <span className="empty-icon" aria-hidden="true">
        <Icon size={26} stroke={1.5} />
      </span>
      <h3>{t(`empty.${kind}.title` satisfies ListKey, { text: shown })}</h3>
      <p>{t(`empty.${kind}.text` satisfies ListKey)}</p>
      <div className="empty-actions">
        <EmptyButtons
          kind={kind}
          place={place}
          text={text}
          shown={shown}
          isFiltered={isNarrowed({ ...choice, text: '' })}
          actions={actions}
        />
      </div>
    </div>
  );
}

type EmptyButtonsProps = {
  kind: EmptyKind;
  place: Place;
  text: string;
  shown: string;
  isFiltered: boolean;
  actions: EmptyActions;
};

function EmptyButtons({ kind, place, text, shown, isFiltered, actions }: EmptyButtonsProps): ReactNode {
  const t = useWords(listMessages);
  const tManager = useWords(managerMessages);
  const importButton = (
    <Button
      size="xs"
      variant={kind === 'noLibrary' ? 'filled' : 'default'}
      leftSection={<IconFileImport size={15} stroke={1.7} />}
      onClick={actions.openImport}
    >
      {tManager('toolbar.import')}
    </Button>
  );
  switch (kind) {
    case 'noLibrary':
      return importButton;
    case 'all':
    case 'category':
      return (
        <>
          <Button
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.7} />}
            onClick={() => actions.newReply('')}
          >
            {tManager('toolbar.new')}
          </Button>
          {importButton}
        </>
      );
    case 'search':
      return (
        <>
          {place.kind !== 'trash' && (
            <Button
              size="xs"
              leftSection={<IconPlus size={15} stroke={1.7} />}
              onClick={() => actions.newReply(text)}
            >
              {t('empty.search.create', { text: shown })}
            </Button>
          )}
          {(place.kind !== 'all' || isFiltered) && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconSearch size={15} stroke={1.7} />}
              onClick={actions.searchEverywhere}
            >
              {t('empty.search.everywhere')}
            </Button>
          )}
        </>
      );
    case 'filter':
      return (
        <Button size="xs" variant="default" onClick={actions.clearFilters}>
          {t('filter.clear')}
        </Button>
      );
    default:
      return null;
  }
}
