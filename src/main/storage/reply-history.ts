import type { HistoryEntry } from '../../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../shared/domain/reply.ts';
import { categoryPath } from './categories.ts';
import type { ReadableDatabase } from './database.ts';
import { neverWas, replyReader } from './reply-rows.ts';

type RevisionRow = { revision: number; at: string; by: string; source: HistoryEntry['source'] };
type SupersededRow = RevisionRow & { content: string; category_path: string };

/**
 * The states of a reply, the present one first and at most `limit`; empty when there is no such reply. A superseded revision
 * holds what the next one has replaced, so each state is the one after it with those values put back.
 */
export function readHistory(db: ReadableDatabase, id: Id, limit = Number.MAX_SAFE_INTEGER): HistoryEntry[] {
  const state = replyReader(db).state(id);
  if (!state || state.deletedAt === neverWas) return [];
  const { deletedAt: _deletedAt, ...present } = state;
  const saved = db
    .prepare<[string], RevisionRow>(
      'SELECT revision, updated_at AS at, saved_by AS "by", saved_from AS source FROM reply WHERE id = ?',
    )
    .get(id) as RevisionRow;
  let content: ReplyDraft = present;
  const entries: HistoryEntry[] = [{ ...saved, content, categoryPath: categoryPath(db, content.categoryId) }];
  const superseded = db
    .prepare<[string, number], SupersededRow>(
      `SELECT revision, at, saved_by AS "by", saved_from AS source, content, category_path
       FROM reply_revision WHERE reply_id = ? ORDER BY revision DESC LIMIT ?`,
    )
    .all(id, limit - 1);
  for (const { content: replaced, category_path: path, ...revision } of superseded) {
    content = { ...content, ...(JSON.parse(replaced) as Partial<ReplyDraft>) };
    entries.push({ ...revision, content, categoryPath: JSON.parse(path) as string[] });
  }
  return entries;
}
