import { Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import { FilterMenu } from './filter-menu.tsx';
import {
  isNarrowed,
  type ListChoice,
  sortKeys,
  sortOf,
  toggleFilter,
  toggleTag,
  withSort,
} from './list-view-state.ts';

type ListHeadProps = {
  title: string;
  total: number | null;
  selectedCount: number;
  checking: number | null;
  tags: LibraryTree['tags'];
  choice: ListChoice;
  onChoice: (choice: ListChoice) => void;
};

/** What the list shows, its order and its filters. */
export function ListHead({ title, total, selectedCount, checking, tags, choice, onChoice }: ListHeadProps) {
  const t = useWords(listMessages);
  const count =
    total === null ? '' : t(total === 1 ? 'count.one' : 'count.many', { count: total.toLocaleString('en') });
  return (
    <div className="list-head">
      <div className="list-head-line">
        <h2 title={title}>{title}</h2>
        <span className="list-count" role="status">
          {selectedCount > 1 ? t('count.selected', { count: selectedCount.toLocaleString('en') }) : count}
        </span>
        <SortMenu choice={choice} onChoice={onChoice} />
        <FilterMenu tags={tags} choice={choice} onChoice={onChoice} />
      </div>
      <ActiveFilters choice={choice} onChoice={onChoice} />
      {checking !== null && (
        <div className="list-checking" role="status">
          {t('checking', { percent: Math.floor(checking * 100) })}
        </div>
      )}
    </div>
  );
}

type ChoiceProps = { choice: ListChoice; onChoice: (choice: ListChoice) => void };

function SortMenu({ choice, onChoice }: ChoiceProps) {
  const t = useWords(listMessages);
  const current = sortOf(choice);
  const searching = choice.text.trim() !== '';
  const Arrow = current.descending ? IconArrowDown : IconArrowUp;
  const name = t('sort.label', { key: t(`sort.${current.key}`) });
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label={name}>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className="list-sort"
            aria-label={`${name}, ${t(current.descending ? 'sort.descending' : 'sort.ascending')}`}
            rightSection={<Arrow size={13} stroke={1.8} aria-hidden="true" />}
          >
            {t(`sort.${current.key}`)}
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {sortKeys
          .filter(({ key }) => searching || key !== 'relevance')
          .map(({ key }) => (
            <Menu.RadioItem
              key={key}
              value={key}
              checked={key === current.key}
              closeMenuOnClick={key !== current.key}
              rightSection={key === current.key ? <Arrow size={14} stroke={1.8} /> : null}
              onClick={() => onChoice(withSort(choice, key))}
            >
              {t(`sort.${key}`)}
            </Menu.RadioItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActiveFilters({ choice, onChoice }: ChoiceProps) {
  const t = useWords(listMessages);
  if (!isNarrowed({ ...choice, text: '' })) return null;
  const chips = [
    ...choice.filters.map((filter) => ({
      key: `filter:${filter}`,
      name: t(`filter.${filter}`),
      without: toggleFilter(choice, filter),
    })),
    ...choice.tags.map((tag) => ({ key: `tag:${tag}`, name: `# ${tag}`, without: toggleTag(choice, tag) })),
  ];
  return (
    <div className="list-chips">
      {chips.map(({ key, name, without }) => (
        <button
          key={key}
          type="button"
          className="list-chip"
          aria-label={t('filter.remove', { name })}
          onClick={() => onChoice(without)}
        >
          <span>{name}</span>
          <IconX size={12} stroke={2} aria-hidden="true" />
        </button>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => onChoice({ ...choice, filters: [], tags: [] })}
      >
        {t('filter.clear')}
      </Button>
    </div>
  );
}
