import type { Insight, InsightReply } from '../../shared/contract/insight-calls.ts';
import { lastLocalDays } from '../../shared/domain/local-day.ts';
import type { Id, Instant } from '../../shared/domain/reply.ts';
import { listCategories } from './categories.ts';
import type { ReadableDatabase } from './database.ts';
import { defaultTextLength } from './usage.ts';

/*
 * What the dashboard counts. Uses are kept per reply and local day (`usage_day`); the index by day
 * holds all that is asked of it. Those of replies that were removed for good are kept per day (`usage_removed`).
 */

/** Pastes of each of the last `days` local days, oldest first; days without one are there with 0. */
export function pastesPerDay(db: ReadableDatabase, days: number, now: Date): Insight['pastes'] {
  const range = lastLocalDays(days, now);
  const counted = db
    .prepare<[string, string], { day: string; count: number }>(
      'SELECT day, sum(count) AS count FROM usage_day WHERE day BETWEEN ? AND ? GROUP BY day',
    )
    .all(range[0] as string, range.at(-1) as string);
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  for (const { day, count } of removedUses(db, range)) counts.set(day, (counts.get(day) ?? 0) + count);
  return range.map((day) => ({ day, count: counts.get(day) ?? 0 }));
}

function removedUses(
  db: ReadableDatabase,
  range: readonly string[],
): { day: string; count: number; characters: number }[] {
  return db
    .prepare<[string, string], { day: string; count: number; characters: number }>(
      'SELECT day, count, characters FROM usage_removed WHERE day BETWEEN ? AND ?',
    )
    .all(range[0] as string, range.at(-1) as string);
}

/** What was pasted in a range of days, reply by reply. */
export type UsedReplies = {
  pastes: number;
  /**
   * Characters that the texts of the default variants have, each as often as it was pasted; a surrogate pair counts as one.
   */
  characters: number;
  /** Ids with how often they were pasted, the most used first; those in the trash are among them. */
  byUse: [id: Id, count: number][];
};

/** Adds up what was pasted in the last `days` local days. */
export function usedReplies(db: ReadableDatabase, days: number, now: Date): UsedReplies {
  const range = lastLocalDays(days, now);
  const rows = db
    .prepare<[string, string], [Id, number, number]>(
      // In the order of the key the groups come one after the other; by the index of days they would have to be sorted.
      `SELECT reply_id, sum(count), ${defaultTextLength}
       FROM usage_day NOT INDEXED WHERE day BETWEEN ? AND ? GROUP BY reply_id`,
    )
    .raw()
    .all(range[0] as string, range.at(-1) as string);
  let pastes = 0;
  let characters = 0;
  const byUse = rows.map(([id, count, length]): [Id, number] => {
    pastes += count;
    characters += count * length;
    return [id, count];
  });
  for (const removed of removedUses(db, range)) {
    pastes += removed.count;
    characters += removed.characters;
  }
  return { pastes, characters, byUse: byUse.sort((a, b) => b[1] - a[1]) };
}

/** The replies that were pasted most; deleted ones are left out. */
export function topReplies(
  db: ReadableDatabase,
  { byUse }: Pick<UsedReplies, 'byUse'>,
  limit: number,
): Insight['top'] {
  const find = db.prepare<[Id], { id: Id; title: string; categoryId: Id | null }>(
    'SELECT id, title, category_id AS categoryId FROM reply WHERE id = ? AND deleted_at IS NULL',
  );
  const rows: { id: Id; title: string; categoryId: Id | null; count: number }[] = [];
  for (const [id, count] of byUse) {
    if (rows.length >= limit) break;
    const row = find.get(id);
    if (row) rows.push({ ...row, count });
  }
  return withPaths(db, rows);
}

/** How many live replies there are, and how many of them were never pasted. */
export function countReplies(db: ReadableDatabase): { replies: number; neverUsed: number } {
  const one = (sql: string) => db.prepare<[], number>(sql).pluck().get() as number;
  const replies = one('SELECT count(*) FROM reply WHERE deleted_at IS NULL');
  const used = one(
    `SELECT count(*) FROM (SELECT DISTINCT reply_id FROM usage_day) AS used
     JOIN reply ON reply.id = used.reply_id WHERE deleted_at IS NULL`,
  );
  return { replies, neverUsed: replies - used };
}

/** Replies that were never pasted, the oldest first: they had the longest time to be of use. */
export function neverUsedReplies(db: ReadableDatabase, limit: number): Insight['neverUsed'] {
  const rows = db
    .prepare<[number], { id: Id; title: string; categoryId: Id | null; createdAt: Instant }>(
      // Ids are UUIDv7: in their order replies are as old as they are, and the search can stop early.
      `SELECT id, title, category_id AS categoryId, created_at AS createdAt FROM reply
       WHERE deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM usage_day WHERE reply_id = reply.id)
       ORDER BY id LIMIT ?`,
    )
    .all(limit);
  return withPaths(db, rows);
}

const expiringSql = 'deleted_at IS NULL AND valid_until > ? AND valid_until <= ?';

/** Replies whose validity ends between `now` and `until`, the next one first. */
export function expiringReplies(
  db: ReadableDatabase,
  now: Instant,
  until: Instant,
  limit: number,
): Insight['expiring'] {
  const rows = db
    .prepare<
      [Instant, Instant, number],
      { id: Id; title: string; categoryId: Id | null; validUntil: Instant }
    >(
      `SELECT id, title, category_id AS categoryId, valid_until AS validUntil FROM reply
       WHERE ${expiringSql} ORDER BY valid_until, title LIMIT ?`,
    )
    .all(now, until, limit);
  return withPaths(db, rows);
}

/** How many replies `expiringReplies` has without its limit. */
export function countExpiring(db: ReadableDatabase, now: Instant, until: Instant): number {
  return db
    .prepare<[Instant, Instant], number>(`SELECT count(*) FROM reply WHERE ${expiringSql}`)
    .pluck()
    .get(now, until) as number;
}

/** How many live replies each rule objects to, the worst rules first. */
export function lintByRule(db: ReadableDatabase): Insight['lint'] {
  return db
    .prepare<[], Insight['lint'][number]>(
      `SELECT rule_id AS ruleId, severity, count(*) AS count
       FROM lint_finding JOIN reply ON reply.id = lint_finding.reply_id
       WHERE deleted_at IS NULL GROUP BY rule_id, severity
       ORDER BY CASE severity WHEN 'block' THEN 0 WHEN 'warn' THEN 1 ELSE 2 END, count DESC, rule_id`,
    )
    .all();
}

/** Puts the names of the categories in the place of the category's id. */
function withPaths<Row extends { id: Id; title: string; categoryId: Id | null }>(
  db: ReadableDatabase,
  rows: readonly Row[],
): (Omit<Row, 'categoryId'> & InsightReply)[] {
  if (rows.length === 0) return [];
  const paths = new Map<Id, string[]>();
  for (const { id, parentId, name } of listCategories(db)) {
    paths.set(id, [...(paths.get(parentId ?? '') ?? []), name]);
  }
  return rows.map(({ categoryId, ...row }) => ({ ...row, categoryPath: paths.get(categoryId ?? '') ?? [] }));
}
