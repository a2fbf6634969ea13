import type { ReadableDatabase } from './database.ts';
import { usageKeyOf } from './search-rank.ts';
import { readMeta, type SearchDatabase, writeMeta } from './search-schema.ts';
import { searchSource } from './search-source.ts';
import { searchWriter } from './search-writer.ts';

/**
 * Whether the index knows more changes than the library has made: the library is not the one it was made from, or was
 * put back to an older state.
 */
export function isBehind(db: SearchDatabase, library: ReadableDatabase): boolean {
  const last = library
    .prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'reply_change'`)
    .pluck()
    .get();
  return Number(readMeta(db, 'change') ?? 0) > (last ?? 0);
}

/** How many changed replies the index has not taken over yet. */
export function pendingChanges(db: SearchDatabase, library: ReadableDatabase): number {
  return library
    .prepare<[number], number>('SELECT count(*) FROM reply_change WHERE seq > ?')
    .pluck()
    .get(Number(readMeta(db, 'change') ?? 0)) as number;
}

/**
 * Brings the index up to the state of the library: every changed reply is read and indexed again, every used one moves to
 * its new rank. Returns whether anything was written.
 */
export function catchUp(db: SearchDatabase, library: ReadableDatabase): boolean {
  const knownChange = Number(readMeta(db, 'change') ?? 0);
  const knownUse = readMeta(db, 'use') ?? '';
  const changes = library
    .prepare<[number], { seq: number; reply_id: string }>(
      'SELECT seq, reply_id FROM reply_change WHERE seq > ? ORDER BY seq',
    )
    .all(knownChange);
  // Uses of the very last instant are read again: another one may have come in the same millisecond.
  const uses = library
    .prepare<[string], { reply_id: string; scored_at: string }>(
      `SELECT reply_id, scored_at FROM usage_score WHERE app = '' AND scored_at >= ? ORDER BY scored_at`,
    )
    .all(knownUse);
  const ids = new Set([...changes, ...uses].map((row) => row.reply_id));
  if (ids.size === 0) return false;

  const source = searchSource(library);
  source.refresh();
  const writer = searchWriter(db);
  const known = db.prepare<[string], number | null>('SELECT use_key FROM entry WHERE reply_id = ?').pluck();
  const changed = new Set(changes.map((row) => row.reply_id));
  let wrote = false;
  db.transaction(() => {
    for (const id of ids) {
      const useKey = usageKeyOf(source.usageOf(id));
      if (!changed.has(id) && known.get(id) === useKey) continue;
      const reply = source.read(id);
      if (reply) writer.put(reply, useKey);
      else writer.remove(id);
      wrote = true;
    }
    if (changes.length > 0) writeMeta(db, 'change', String(changes.at(-1)?.seq));
    if (uses.length > 0) writeMeta(db, 'use', String(uses.at(-1)?.scored_at));
  })();
  return wrote;
}
