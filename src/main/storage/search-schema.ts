import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A handle on the index file, which holds nothing that cannot be made anew from the library. */
export type SearchDatabase = Database.Database & { readonly __search: true };

/** Goes up whenever tokens, tables or the character tables change: an index of another version is made anew. */
export const searchIndexVersion = 2;

/** `RPTS` in ASCII. */
const applicationId = 0x52505453;

/*
 * `gram` finds, `entry` holds what judging and showing a row need. Both share the rowid, which follows the rank of the
 * reply (see search-rank.ts), so that the first matches FTS5 comes across are the best known ones and a search can stop early.
 * `body` stands last: the columns before it are read without it. The rows of `word` and `syllable_pair` are only ever added to,
 * so that the ids tell which of them a reader has not seen yet.
 */
const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE entry (
    rank INTEGER PRIMARY KEY,
    reply_id TEXT NOT NULL UNIQUE,
    library_id TEXT NOT NULL,
    title TEXT NOT NULL,
    shortcode TEXT,
    shortcode_key TEXT,
    category_path TEXT NOT NULL,
    category_color TEXT,
    tags TEXT NOT NULL,
    use_key REAL,
    valid_from TEXT,
    valid_until TEXT,
    updated_ms INTEGER NOT NULL,
    favourite INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    variant_count INTEGER NOT NULL,
    has_image INTEGER NOT NULL,
    has_file INTEGER NOT NULL,
    body_start TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entry_by_shortcode ON entry (shortcode_key, rank) WHERE shortcode_key IS NOT NULL;
  CREATE INDEX entry_favourite ON entry (rank) WHERE favourite = 1;
  CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE syllable_pair (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  CREATE VIRTUAL TABLE gram USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6', tokenize = 'ascii'
  );
`;

/** Creates an empty index at `path`, which must not exist. */
export function createSearchDatabase(path: string): SearchDatabase {
  const db = new Database(path) as SearchDatabase;
  // Nothing is lost with a half-made file: it is not marked complete and is made anew.
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma(`application_id = ${applicationId}`);
  db.exec(schema);
  db.pragma(`user_version = ${searchIndexVersion}`);
  return db;
}

/**
 * Opens the index at `path`; null when there is none, or when it is damaged, foreign or of another version.
 * Only the header and the schema are read, which keeps the start quick: damage found later shows as an SQLite error.
 */
export function openSearchDatabase(path: string): SearchDatabase | null {
  let db: SearchDatabase | null = null;
  try {
    db = new Database(path, { fileMustExist: true }) as SearchDatabase;
    const ours =
      db.pragma('application_id', { simple: true }) === applicationId &&
      db.pragma('user_version', { simple: true }) === searchIndexVersion;
    if (ours && readMeta(db, 'complete') === 'yes') {
      configureSearchDatabase(db);
      return db;
    }
  } catch (error) {
    // Whatever is wrong with the file, the answer is the same: it is made anew.
    if (!(error instanceof Error)) throw error;
  }
  db?.close();
  return null;
}

/** Settings of an index in use. */
export function configureSearchDatabase(db: SearchDatabase): void {
  db.pragma('journal_mode = WAL');
  // A power cut may cost the last changes; they are still listed in the main database and are applied again.
  db.pragma('synchronous = NORMAL');
  db.pragma('busy_timeout = 5000');
  // 4 MB: what a search touches twice is little, and the system caches the file as well.
  db.pragma('cache_size = -4000');
}

/** Marks an index as complete, to be opened from now on. */
export function finishSearchDatabase(db: SearchDatabase): void {
  // The mark must not reach the disk before what it vouches for.
  db.pragma('synchronous = FULL');
  writeMeta(db, 'complete', 'yes');
  configureSearchDatabase(db);
}

/** A value that the index keeps about itself; null when it was never written. */
export function readMeta(db: SearchDatabase, key: string): string | null {
  return db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? null;
}

/** Keeps a value about the index in it. */
export function writeMeta(db: SearchDatabase, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}

/** Removes an index with its side files. */
export function removeSearchDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
