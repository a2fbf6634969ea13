import { createHash } from 'node:crypto';
import { listCategories } from './categories.ts';
import type { ReadableDatabase } from './database.ts';

/**
 * A short text that differs whenever replies or categories have changed in between; uses and settings do not count.
 * The number of the last change only ever grows, also when a reply is removed for good.
 */
export function libraryMark(db: ReadableDatabase): string {
  const lastChange = db
    .prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'reply_change'`)
    .pluck()
    .get();
  const categories = createHash('sha256')
    .update(JSON.stringify(listCategories(db)))
    .digest('hex');
  return `${lastChange ?? 0}:${categories}`;
}
