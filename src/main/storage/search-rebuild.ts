import type { ReadableDatabase } from './database.ts';
import { freeRank, unusedBase, usageKeyOf, usedRank } from './search-rank.ts';
import {
  createSearchDatabase,
  finishSearchDatabase,
  removeSearchDatabase,
  type SearchDatabase,
  writeMeta,
} from './search-schema.ts';
import { searchSource } from './search-source.ts';
import { searchWriter } from './search-writer.ts';

/** Replies between two reports of progress. */
const batch = 500;
/** FTS5 gathers tokens up to this many bytes before it writes them out as a segment: fewer, larger segments. */
const gatheredBytes = 48 * 2 ** 20;
/** KiB of page cache for the build. */
const cacheKib = 48 * 1_024;

type UseRow = { reply_id: string; score: number; scored_at: string };

/**
 * Makes a complete index of all replies at `path`, replacing what is there. Reads one state of the library throughout;
 * what changes meanwhile has higher change numbers and is applied later. `onProgress` gets 0 to 1.
 */
export function buildSearchDatabase(
  path: string,
  library: ReadableDatabase,
  onProgress: (share: number) => void,
): void {
  removeSearchDatabase(path);
  const db = createSearchDatabase(path);
  try {
    db.pragma(`cache_size = -${cacheKib}`);
    db.exec(`INSERT INTO gram (gram, rank) VALUES ('hashsize', ${gatheredBytes})`);
    library.transaction(() => {
      db.transaction(() => fill(db, library, onProgress))();
    })();
    db.exec("INSERT INTO gram (gram) VALUES ('optimize')");
    db.exec("INSERT INTO gram (gram, rank) VALUES ('hashsize', 1048576)");
    db.exec('ANALYZE entry');
    finishSearchDatabase(db);
    onProgress(1);
  } finally {
    db.close();
  }
}

function fill(db: SearchDatabase, library: ReadableDatabase, onProgress: (share: number) => void): void {
  const source = searchSource(library);
  source.refresh();
  const writer = searchWriter(db);
  const total = library
    .prepare<[], number>('SELECT count(*) FROM reply WHERE deleted_at IS NULL')
    .pluck()
    .get() as number;
  let done = 0;
  const add = (id: string, rank: number, useKey: number | null) => {
    const reply = source.read(id);
    if (reply) writer.add(reply, rank, useKey);
    done += 1;
    // Optimizing at the end takes about a tenth of the time.
    if (done % batch === 0) onProgress((0.9 * done) / total);
  };

  const used = usedReplies(library);
  for (const { id, useKey } of used) {
    const rank = usedRank(useKey);
    add(id, taken(db, rank) ? freeRank(db, useKey) : rank, useKey);
  }
  const usedIds = new Set(used.map(({ id }) => id));
  let rank = unusedBase;
  const unused = library
    .prepare<[], string>('SELECT id FROM reply WHERE deleted_at IS NULL ORDER BY updated_at DESC, id')
    .pluck();
  for (const id of unused.all()) {
    if (usedIds.has(id)) continue;
    add(id, rank, null);
    rank += 1;
  }
  saveProgressMarks(db, library);
}

function usedReplies(library: ReadableDatabase): { id: string; useKey: number }[] {
  return library
    .prepare<[], UseRow>(
      `SELECT reply_id, usage_score.score, usage_score.scored_at FROM usage_score
       JOIN reply ON reply.id = reply_id WHERE app = '' AND deleted_at IS NULL`,
    )
    .all()
    .map((row) => ({ id: row.reply_id, useKey: usageKeyOf(row) }))
    .filter((row): row is { id: string; useKey: number } => row.useKey !== null)
    .sort((a, b) => b.useKey - a.useKey || (a.id < b.id ? -1 : 1));
}

function taken(db: SearchDatabase, rank: number): boolean {
  return db.prepare('SELECT 1 FROM entry WHERE rank = ?').get(rank) !== undefined;
}

/** Remembers up to which change and which use the index knows the library. */
function saveProgressMarks(db: SearchDatabase, library: ReadableDatabase): void {
  const last = library
    .prepare<[], { seq: number; reply_id: string }>(
      'SELECT seq, reply_id FROM reply_change ORDER BY seq DESC LIMIT 1',
    )
    .get();
  writeMeta(db, 'change', String(last?.seq ?? 0));
  const lastUse = library
    .prepare<[], string | null>(`SELECT max(scored_at) FROM usage_score WHERE app = ''`)
    .pluck()
    .get();
  writeMeta(db, 'use', lastUse ?? '');
}
