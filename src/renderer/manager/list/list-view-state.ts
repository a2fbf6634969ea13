import type { ListFilter, ListQuery, SortKey } from '../../../shared/contract/library-calls.ts';
import { type Place, placeQuery } from '../tree/place.ts';

/** What a person asked the list to show besides the place: search, filters, order. */
export type ListChoice = {
  text: string;
  tags: string[];
  filters: ListFilter[];
  /** Null leaves the order to the list: the best first when searching, else the last changed first. */
  sort: { key: SortKey; descending: boolean } | null;
};

export const emptyChoice: ListChoice = { text: '', tags: [], filters: [], sort: null };

/** Filters in the order in which they are offered. */
export const listFilters: readonly ListFilter[] = [
  'favourite',
  'picture',
  'expired',
  'expiring-30',
  'unused-90',
  'lint',
  'duplicate',
];

/** Orders in the order in which they are offered, with the direction that each begins in. */
export const sortKeys: readonly { key: SortKey; descending: boolean }[] = [
  { key: 'relevance', descending: true },
  { key: 'updated', descending: true },
  { key: 'title', descending: false },
  { key: 'shortcode', descending: false },
  { key: 'category', descending: false },
  { key: 'used', descending: true },
  { key: 'expiry', descending: false },
];

/** The query for a place and what was chosen. */
export function queryOf(place: Place, choice: ListChoice): ListQuery {
  const { key, descending } = sortOf(choice);
  return {
    ...placeQuery(place),
    text: choice.text,
    tags: choice.tags,
    filters: choice.filters,
    sort: key,
    descending,
  };
}

/** The order in effect. Relevance means nothing without a search. */
export function sortOf(choice: ListChoice): { key: SortKey; descending: boolean } {
  const searching = choice.text.trim() !== '';
  const { sort } = choice;
  if (sort !== null && (searching || sort.key !== 'relevance')) return sort;
  return searching ? { key: 'relevance', descending: true } : { key: 'updated', descending: true };
}

/** The choice after an order was picked: picked again, it is turned round. */
export function withSort(choice: ListChoice, key: SortKey): ListChoice {
  const current = sortOf(choice);
  const initial = sortKeys.find((sort) => sort.key === key)?.descending ?? false;
  const descending = current.key === key && key !== 'relevance' ? !current.descending : initial;
  return { ...choice, sort: { key, descending } };
}

/** Turns a filter on or off. */
export function toggleFilter(choice: ListChoice, filter: ListFilter): ListChoice {
  const has = choice.filters.includes(filter);
  const filters = has ? choice.filters.filter((other) => other !== filter) : [...choice.filters, filter];
  return { ...choice, filters };
}

/** Takes a tag among those to filter by, or out of them. */
export function toggleTag(choice: ListChoice, tag: string): ListChoice {
  const has = choice.tags.includes(tag);
  return { ...choice, tags: has ? choice.tags.filter((other) => other !== tag) : [...choice.tags, tag] };
}

/** True when something besides the place narrows the list. */
export function isNarrowed(choice: ListChoice): boolean {
  return choice.text.trim() !== '' || choice.tags.length > 0 || choice.filters.length > 0;
}
