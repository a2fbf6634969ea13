import { bodyStartLength } from '../../shared/domain/body-match.ts';
import { shortcodeKey } from '../../shared/domain/query.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { freeRank } from './search-rank.ts';
import type { SearchDatabase } from './search-schema.ts';
import type { SourceReply } from './search-source.ts';
import { syllablePairsOf, tokensOf, wordsOf } from './search-tokens.ts';

/** Writes single rows of an index. The caller opens the transaction. */
export type SearchWriter = {
  /** Adds a reply at `rank`, which must be free, as must be its id. */
  add(reply: SourceReply, rank: number, useKey: number | null): void;
  /** Replaces or adds a reply; it keeps its rank as long as its use has not changed. */
  put(reply: SourceReply, useKey: number | null): void;
  remove(id: Id): void;
};

/** Words and pairs that are remembered as written, so that a build does not write each a thousand times. */
const maxKnown = 100_000;

/** Makes a writer of an index; its statements are prepared once. */
export function searchWriter(db: SearchDatabase): SearchWriter {
  const insertEntry = db.prepare(
    `INSERT INTO entry (rank, reply_id, library_id, title, shortcode, shortcode_key, category_path, category_color,
       tags, use_key, valid_from, valid_until, updated_ms, favourite, revision, variant_count, has_image, has_file,
       body_start, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertTokens = db.prepare('INSERT INTO gram (rowid, tokens) VALUES (?, ?)');
  const insertWord = db.prepare('INSERT OR IGNORE INTO word (text) VALUES (?)');
  const insertPair = db.prepare('INSERT OR IGNORE INTO syllable_pair (text) VALUES (?)');
  const find = db.prepare<[string], { rank: number; use_key: number | null }>(
    'SELECT rank, use_key FROM entry WHERE reply_id = ?',
  );
  const deleteEntry = db.prepare('DELETE FROM entry WHERE rank = ?');
  const deleteTokens = db.prepare('DELETE FROM gram WHERE rowid = ?');
  const known = new Set<string>();
  /** Runs `insert` for what this writer has not written yet. */
  const addNew = (insert: typeof insertWord, texts: readonly string[], mark: string) => {
    for (const text of texts) {
      if (known.has(mark + text)) continue;
      if (known.size < maxKnown) known.add(mark + text);
      insert.run(text);
    }
  };

  const removeRank = (rank: number) => {
    deleteEntry.run(rank);
    deleteTokens.run(rank);
  };

  const writer: SearchWriter = {
    add(reply, rank, useKey) {
      insertEntry.run(
        rank,
        reply.id,
        reply.libraryId,
        reply.title,
        reply.shortcode,
        reply.shortcode === null ? null : shortcodeKey(reply.shortcode),
        JSON.stringify(reply.categoryPath),
        reply.categoryColor,
        JSON.stringify(reply.tags),
        useKey,
        reply.validFrom,
        reply.validUntil,
        Date.parse(reply.updatedAt) || 0,
        reply.favourite ? 1 : 0,
        reply.revision,
        reply.variantCount,
        reply.hasImage ? 1 : 0,
        reply.hasFile ? 1 : 0,
        reply.body.slice(0, bodyStartLength),
        reply.body,
      );
      insertTokens.run(rank, tokensOf(reply));
      addNew(insertWord, wordsOf(reply.title), 'w');
      addNew(insertPair, syllablePairsOf(reply.title), 'p');
    },
    put(reply, useKey) {
      const current = find.get(reply.id);
      if (current) removeRank(current.rank);
      const keepsRank = current !== undefined && current.use_key === useKey && useKey !== null;
      // An edited reply that was never used moves in front of the others: it is the latest.
      writer.add(reply, keepsRank ? current.rank : freeRank(db, useKey), useKey);
    },
    remove(id) {
      const current = find.get(id);
      if (current) removeRank(current.rank);
    },
  };
  return writer;
}
