import type { ListFilter, ListQuery } from '../../shared/contract/library-calls.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import { subtreeSql } from './category-writer.ts';
import { neverWas } from './reply-rows.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** So many days without a use make a reply unused; uses are counted over as many. */
const useDays = 90;
const expiringDays = 30;

/** A condition on rows of `reply`, for behind WHERE, and its values. */
export type Condition = { sql: string; values: string[] };

/** The first UTC day of the `useDays` that end with today. */
export function firstUseDay(now: Date): string {
  return new Date(now.getTime() - useDays * dayMs).toISOString().slice(0, 10);
}

/** Everything that a query asks of a reply but the text. Drafts are another matter: see reply-list.ts. */
export function conditionOf(query: ListQuery, now: Date): Condition {
  const conditions: Condition[] = [
    query.scope === 'trash'
      ? { sql: 'deleted_at > ?', values: [neverWas] }
      : { sql: 'deleted_at IS NULL', values: [] },
    ...query.tags.map((tag) => ({
      sql: 'id IN (SELECT reply_id FROM reply_tag WHERE tag = ?)',
      values: [tag],
    })),
    ...query.filters.map((filter) => filters[filter](now)),
  ];
  if (query.libraryId !== null) conditions.push({ sql: 'library_id = ?', values: [query.libraryId] });
  if (query.categoryId === 'none') conditions.push({ sql: 'category_id IS NULL', values: [] });
  else if (query.categoryId !== null) {
    conditions.push({
      sql: `category_id IN (${subtreeSql} SELECT id FROM subtree)`,
      values: [query.categoryId],
    });
  }
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

const filters: Record<ListFilter, (now: Date) => Condition> = {
  picture: () => ({
    sql: `id IN (SELECT reply_id FROM reply_part WHERE media_hash IS NOT NULL AND kind = 'image')`,
    values: [],
  }),
  expired: (now) => ({ sql: 'valid_until <= ?', values: [now.toISOString()] }),
  'expiring-30': (now) => ({
    sql: 'valid_until > ? AND valid_until <= ?',
    values: [now.toISOString(), daysFrom(now, expiringDays)],
  }),
  // A reply that is younger has not had the time.
  'unused-90': (now) => ({
    sql: 'created_at <= ? AND id NOT IN (SELECT reply_id FROM usage_day WHERE day >= ?)',
    values: [daysFrom(now, -useDays), firstUseDay(now)],
  }),
  lint: () => ({
    sql: `EXISTS (SELECT 1 FROM reply_lint WHERE reply_id = reply.id AND reply_lint.revision = reply.revision
      AND worst IS NOT NULL)`,
    values: [],
  }),
  duplicate: () => ({
    sql: `body_hash IN (SELECT body_hash FROM reply WHERE deleted_at IS NULL GROUP BY body_hash HAVING count(*) > 1)`,
    values: [],
  }),
  favourite: () => ({ sql: 'favourite = 1', values: [] }),
};

function daysFrom(now: Date, days: number): Instant {
  return new Date(now.getTime() + days * dayMs).toISOString();
}
