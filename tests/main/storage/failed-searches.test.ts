import { expect, test } from 'vitest';
import {
  clearFailedSearches,
  failedSearches,
  maxFailedSearches,
  rememberFailedSearch,
} from '../../../src/main/storage/failed-searches.ts';
import { openTestDatabase } from './open-test-database.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute));

test('equal searches are counted together, the most frequent first, then the latest', () => {
  const { db } = openTestDatabase();
  rememberFailedSearch(db, '以旧换新', at(0));
  rememberFailedSearch(db, '上门安装', at(1));
  rememberFailedSearch(db, '以旧换新', at(2));
  rememberFailedSearch(db, '发票抬头', at(3));
  expect(failedSearches(db)).toEqual([
    { query: '以旧换新', count: 2, lastAt: '2026-03-01T08:02:00.000Z' },
    { query: '发票抬头', count: 1, lastAt: '2026-03-01T08:03:00.000Z' },
    { query: '上门安装', count: 1, lastAt: '2026-03-01T08:01:00.000Z' },
  ]);
});

test('beyond the limit the one that was searched longest ago goes', () => {
  const { db } = openTestDatabase();
  db.transaction(() => {
    for (let index = 0; index < maxFailedSearches; index += 1)
      rememberFailedSearch(db, `问题${index}`, at(index));
  })();
  rememberFailedSearch(db, '问题0', at(maxFailedSearches));
  rememberFailedSearch(db, '新问题', at(maxFailedSearches + 1));
  const queries = failedSearches(db).map(({ query }) => query);
  expect(queries).toHaveLength(maxFailedSearches);
  expect(queries).toContain('问题0');
  expect(queries).not.toContain('问题1');
  expect(queries).toContain('新问题');
});

test('clearing forgets all of them', () => {
  const { db } = openTestDatabase();
  rememberFailedSearch(db, '以旧换新', at(0));
  clearFailedSearches(db);
  expect(failedSearches(db)).toEqual([]);
});
