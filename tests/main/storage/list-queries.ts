import { expect } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { type ReplyLists, replyLists } from '../../../src/main/storage/reply-list.ts';
import type { ListQuery } from '../../../src/shared/contract/library-calls.ts';
import type { Id } from '../../../src/shared/domain/reply.ts';

export const now = new Date('2026-06-15T08:00:00.000Z');
const dayMs = 24 * 60 * 60 * 1000;
export const day = (offset: number) => new Date(now.getTime() + offset * dayMs).toISOString();

export const everything: ListQuery = {
  scope: 'all',
  libraryId: null,
  categoryId: null,
  text: '',
  tags: [],
  filters: [],
  sort: 'title',
  descending: false,
};

export function listsOf(db: WritableDatabase): ReplyLists {
  return replyLists({ db, matches: () => [], lintShare: () => null, now: () => now });
}

/** The ids of a list as its rows and its ids tell them. */
export function listed(lists: ReplyLists, query: Partial<ListQuery>): (Id | undefined)[] {
  const { number, total } = lists.open({ ...everything, ...query });
  const ids = lists.rows(number, 0, 1_000).map((row) => row?.id);
  expect(total).toBe(ids.length);
  expect(lists.ids(number, 0, total)).toEqual(ids);
  return ids;
}
