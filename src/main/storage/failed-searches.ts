import type { Instant } from '../../shared/domain/reply.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';

/** Most queries that are kept; the one that was searched longest ago goes first. */
export const maxFailedSearches = 1_000;

export type FailedSearch = { query: string; count: number; lastAt: Instant };

/** Counts one search without an answer. `query` is normalized (`failedQuery`). */
export function rememberFailedSearch(db: WritableDatabase, query: string, now: Date): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO failed_search (query, count, last_at) VALUES (?, 1, ?)
       ON CONFLICT (query) DO UPDATE SET count = count + 1, last_at = excluded.last_at`,
    ).run(query, now.toISOString());
    db.prepare(
      `DELETE FROM failed_search WHERE query IN (
         SELECT query FROM failed_search ORDER BY last_at DESC, query LIMIT -1 OFFSET ?)`,
    ).run(maxFailedSearches);
  }).immediate();
}

/** The searches without an answer, the most frequent first, among equals the latest. */
export function failedSearches(db: ReadableDatabase, limit = maxFailedSearches): FailedSearch[] {
  return db
    .prepare<[number], FailedSearch>(
      'SELECT query, count, last_at AS lastAt FROM failed_search ORDER BY count DESC, last_at DESC, query LIMIT ?',
    )
    .all(limit);
}

/** Forgets all of them. */
export function clearFailedSearches(db: WritableDatabase): void {
  db.prepare('DELETE FROM failed_search').run();
}
