import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableDatabase } from '../../../src/main/storage/database.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import type { SearchIndex } from '../../../src/main/storage/search-index.ts';
import { openSearchIndex } from '../../../src/main/storage/search-index.ts';
import type { Id, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import type { SearchRow } from '../../../src/shared/domain/search-result.ts';
import { draft, openTestDatabase } from './open-test-database.ts';

export const now = '2026-06-15T08:00:00.000Z';

export const rebuildWorker = new URL('../../../src/main/storage/search-rebuild-worker.ts', import.meta.url);

/** A library with an index beside it. Replies are added by `add` and are searchable at once. */
export type TestIndex = {
  db: WritableDatabase;
  libraryId: Id;
  path: string;
  index: SearchIndex;
  add(changes: Partial<ReplyDraft>, at?: string): Id;
  /** Sets the decayed score of a reply for all apps together, or for one. */
  use(id: Id, score: number, at?: string, app?: string): void;
  rows(query: string, app?: string | null): SearchRow[];
  titles(query: string): string[];
};

export function openTestIndex(): TestIndex {
  const { db, folder, libraryId } = openTestDatabase();
  // Nobody needs a test library after a power cut.
  db.pragma('synchronous = OFF');
  const path = join(folder, 'search.db');
  const index = openSearchIndex({ path, library: db, worker: rebuildWorker });
  onTestFinished(() => index.close());
  const rows = (query: string, app: string | null = null) =>
    index.search(query, { now, app, limit: 50 }).rows;
  return {
    db,
    libraryId,
    path,
    index,
    rows,
    titles: (query) => rows(query).map((row) => row.title),
    add(changes, at = '2026-01-02T00:00:00.000Z') {
      const saved = insertReply(
        db,
        draft(libraryId, { variants: [[{ kind: 'text', text: '正文' }]], ...changes }),
        new Date(at),
      );
      if (!saved.ok) throw new Error(`the test reply was not saved: ${JSON.stringify(saved)}`);
      index.applyChanges();
      return saved.value.id;
    },
    use(id, score, at = now, app = '') {
      db.prepare(
        'INSERT OR REPLACE INTO usage_score (reply_id, app, score, scored_at) VALUES (?, ?, ?, ?)',
      ).run(id, app, score, at);
      index.applyChanges();
    },
  };
}
