import { statSync } from 'node:fs';
import type { BackupContents } from '../../shared/contract/safety-calls.ts';
import type { ReadableDatabase } from './database.ts';
import { mediaPath } from './media.ts';

/** So many replies are named in a comparison. */
const sampleSize = 200;

type ReplyRow = { id: string; title: string; content_hash: string };

/** What a backup holds, compared with the present library. */
export function readBackupContents(
  backup: ReadableDatabase,
  present: ReadableDatabase,
  mediaFolder: string,
): BackupContents {
  const here = new Map(replies(present).map(({ id, content_hash }) => [id, content_hash]));
  const there = replies(backup);
  const onlyThere = there.filter(({ id }) => !here.has(id));
  const different = there.filter(({ id, content_hash }) => (here.get(id) ?? content_hash) !== content_hash);
  const known = new Set(onlyThere.map(({ id }) => id));
  const changed = new Set(different.map(({ id }) => id));
  const sample = there.filter(({ id }) => known.has(id) || changed.has(id)).slice(0, sampleSize);
  return {
    replies: there.length,
    categories: count(backup, 'SELECT count(*) FROM category'),
    libraries: backup.prepare<[], string>('SELECT name FROM library ORDER BY created_at, id').pluck().all(),
    lastChangeAt:
      backup.prepare<[], string | null>('SELECT max(updated_at) FROM reply').pluck().get() ?? null,
    onlyThere: onlyThere.length,
    onlyHere: here.size - (there.length - onlyThere.length),
    different: different.length,
    missingMedia: missingMedia(backup, mediaFolder),
    sample: sample.map(({ id, title }) => ({
      title,
      texts: texts(backup, id),
      state: known.has(id) ? 'only-there' : 'different',
    })),
  };
}

/** Replies that are not in the trash, what was changed last first. */
function replies(db: ReadableDatabase): ReplyRow[] {
  return db
    .prepare<[], ReplyRow>(
      'SELECT id, title, content_hash FROM reply WHERE deleted_at IS NULL ORDER BY updated_at DESC, id',
    )
    .all();
}

/** The text of each variant that has any. */
function texts(db: ReadableDatabase, replyId: string): string[] {
  return db
    .prepare<[string], string>(
      `SELECT group_concat(text, char(10) ORDER BY position) FROM reply_part
       WHERE reply_id = ? AND kind = 'text' GROUP BY variant ORDER BY variant`,
    )
    .pluck()
    .all(replyId);
}

function missingMedia(db: ReadableDatabase, mediaFolder: string): number {
  const rows = db
    .prepare<[], { hash: string; bytes: number }>(
      'SELECT hash, bytes FROM media WHERE hash IN (SELECT media_hash FROM reply_part)',
    )
    .all();
  return rows.filter(({ hash, bytes }) => {
    const path = mediaPath(mediaFolder, hash);
    return path === null || statSync(path, { throwIfNoEntry: false })?.size !== bytes;
  }).length;
}

function count(db: ReadableDatabase, sql: string): number {
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}
