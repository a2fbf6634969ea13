import { ActionIcon, Checkbox, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import { type ListChoice, listFilters, toggleFilter, toggleTag } from './list-view-state.ts';

/** Tags that are offered before something is typed. */
const tagsShown = 12;

type FilterMenuProps = {
  tags: LibraryTree['tags'];
  choice: ListChoice;
  onChoice: (choice: ListChoice) => void;
};

/** Filters and tags to narrow the list by. */
export function FilterMenu({ tags, choice, onChoice }: FilterMenuProps) {
  const t = useWords(listMessages);
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState('');
  const active = choice.filters.length + choice.tags.length;
  const found = tags
    .filter(({ tag }) => tag.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
    .slice(0, tagsShown);

  function change(next: boolean) {
    setOpened(next);
    if (!next) setWanted('');
  }

  return (
    <Popover
      opened={opened}
      onChange={change}
      position="bottom-end"
      width={230}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={t('filter')} disabled={opened}>
          <ActionIcon
            size="sm"
            aria-label={t('filter')}
            data-on={active > 0}
            className="list-filter"
            onClick={() => change(!opened)}
          >
            <IconFilter size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className="filter-menu" aria-label={t('filter')}>
        {listFilters.map((filter) => (
          <Checkbox
            key={filter}
            size="xs"
            className="filter-line"
            label={t(`filter.${filter}`)}
            checked={choice.filters.includes(filter)}
            onChange={() => onChoice(toggleFilter(choice, filter))}
          />
        ))}
        <div className="filter-head">{t(tags.length === 0 ? 'filter.noTags' : 'filter.tags')}</div>
        {tags.length > tagsShown && (
          <TextInput
            size="xs"
            className="filter-search"
            aria-label={t('filter.searchTags')}
            placeholder={t('filter.searchTags')}
            leftSection={<IconSearch size={13} stroke={1.8} />}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
        {found.map(({ tag, count }) => (
          <Checkbox
            key={tag}
            size="xs"
            className="filter-line"
            label={
              <>
                <span className="filter-tag">{tag}</span>
                <span className="menu-key">{count.toLocaleString('en')}</span>
              </>
            }
            checked={choice.tags.includes(tag)}
            onChange={() => onChoice(toggleTag(choice, tag))}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
