import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { IntegrityFinding } from '../../shared/contract/safety-calls.ts';
import type { ReadableDatabase } from './database.ts';
import { openSearchDatabase } from './search-schema.ts';
import { isBehind, pendingChanges } from './search-update.ts';

/** So many findings of SQLite are told; the first ones say what is wrong. */
const mostDetails = 20;

/** Looks through every page, index and reference of the library. */
export function checkDatabase(db: ReadableDatabase): IntegrityFinding[] {
  const details = (db.pragma(`integrity_check(${mostDetails})`) as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((detail) => detail !== 'ok');
  const broken = new Map<string, number>();
  for (const { table } of db.pragma('foreign_key_check') as { table: string }[]) {
    broken.set(table, (broken.get(table) ?? 0) + 1);
  }
  return [
    ...details.map((detail): IntegrityFinding => ({ kind: 'database', detail })),
    ...[...broken].map(([table, rows]): IntegrityFinding => ({ kind: 'foreign-key', table, rows })),
  ];
}

/** Whether the index of the search holds what the library holds; null when it does. */
export function checkSearchIndex(path: string, library: ReadableDatabase): IntegrityFinding | null {
  if (!existsSync(path)) return { kind: 'search-index', detail: 'missing' };
  const index = openSearchDatabase(path);
  if (index === null) return { kind: 'search-index', detail: 'damaged' };
  try {
    if (index.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      return { kind: 'search-index', detail: 'damaged' };
    }
    const behind = isBehind(index, library) || pendingChanges(index, library) > 0;
    return behind ? { kind: 'search-index', detail: 'behind' } : null;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { kind: 'search-index', detail: 'damaged' };
  } finally {
    index.close();
  }
}

/** Every stored file that replies show, with those that show it; replies in the trash count too. */
export function mediaOwners(
  db: ReadableDatabase,
): { hash: string; bytes: number; replies: { id: string; title: string }[] }[] {
  const rows = db
    .prepare<[], { hash: string; bytes: number; id: string; title: string }>(
      `SELECT DISTINCT m.hash, m.bytes, r.id, r.title
       FROM reply_part p JOIN media m ON m.hash = p.media_hash JOIN reply r ON r.id = p.reply_id
       ORDER BY m.hash, r.title, r.id`,
    )
    .all();
  const byHash = new Map<string, { hash: string; bytes: number; replies: { id: string; title: string }[] }>();
  for (const { hash, bytes, id, title } of rows) {
    const owner = byHash.get(hash) ?? { hash, bytes, replies: [] };
    owner.replies.push({ id, title });
    byHash.set(hash, owner);
  }
  return [...byHash.values()];
}

/** Hashes of files that anything may still want: replies, their history, drafts, and what undo would bring back. */
export function wantedMedia(db: ReadableDatabase): Set<string> {
  const wanted = new Set(mediaOwners(db).map(({ hash }) => hash));
  const texts = db
    .prepare<[], string>(
      `SELECT content FROM reply_revision UNION ALL SELECT content FROM reply_draft
       UNION ALL SELECT before FROM edit_change WHERE before IS NOT NULL
       UNION ALL SELECT after FROM edit_change WHERE after IS NOT NULL`,
    )
    .pluck();
  for (const text of texts.iterate()) {
    for (const [hash] of text.matchAll(/\b[0-9a-f]{64}\b/g)) wanted.add(hash);
  }
  return wanted;
}

/** How many replies there are, without those in the trash. */
export function countReplies(db: ReadableDatabase): number {
  return db.prepare<[], number>('SELECT count(*) FROM reply WHERE deleted_at IS NULL').pluck().get() ?? 0;
}
