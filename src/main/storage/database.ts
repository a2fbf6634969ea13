import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { currentVersion, migrate } from './migrate.ts';

/**
 * The database handle of a function that only reads. A writable handle may be passed where a readable one is asked
 * for, not the other way round.
 */
export type ReadableDatabase = Database.Database & { readonly __readable: true };
export type WritableDatabase = ReadableDatabase & { readonly __writable: true };

/** `RPTE` in ASCII: marks the file as ours (SQLite `application_id`). */
export const applicationId = 0x52505445;

/** How opening a database file ended. */
export type OpenOutcome =
  | { kind: 'open'; db: WritableDatabase; created: boolean }
  /** Written by a later version of the app; it is left untouched. */
  | { kind: 'newer'; version: number }
  | { kind: 'damaged'; detail: string }
  /** A healthy SQLite file that belongs to another program. */
  | { kind: 'foreign' };

/**
 * Opens the database at `path`, creating and migrating it as needed, and checks it first.
 * Outcomes other than `open` leave the file as it was and closed.
 */
export function openDatabase(path: string): OpenOutcome {
  let db: WritableDatabase | null = null;
  try {
    db = new Database(path) as WritableDatabase;
    db.pragma('busy_timeout = 5000');
    const created = isEmpty(db);
    if (!created) {
      const refusal = checkExisting(db);
      if (refusal) {
        db.close();
        return refusal;
      }
    }
    configure(db);
    if (created) db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    return { kind: 'open', db, created };
  } catch (error) {
    db?.close();
    if (isDamage(error, path)) return { kind: 'damaged', detail: error.code };
    throw error;
  }
}

/** Opens a second, read-only handle on an existing database. */
export function openReadable(path: string): ReadableDatabase {
  return new Database(path, { readonly: true, fileMustExist: true }) as ReadableDatabase;
}

/** Opens a second writable handle on a database that is open elsewhere, hence checked and migrated already. */
export function openWritable(path: string): WritableDatabase {
  const db = new Database(path, { fileMustExist: true }) as WritableDatabase;
  db.pragma('busy_timeout = 5000');
  configure(db);
  return db;
}

function isEmpty(db: ReadableDatabase): boolean {
  return (db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() as number) === 0;
}

function checkExisting(db: ReadableDatabase): Exclude<OpenOutcome, { kind: 'open' }> | null {
  if (db.pragma('application_id', { simple: true }) !== applicationId) return { kind: 'foreign' };
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > currentVersion) return { kind: 'newer', version };
  // quick_check reads every page but leaves out the slow comparison of indexes with tables.
  const findings = db.pragma('quick_check(1)', { simple: true }) as string;
  return findings === 'ok' ? null : { kind: 'damaged', detail: 'quick_check' };
}

function configure(db: WritableDatabase): void {
  db.pragma('journal_mode = WAL');
  // FULL: a reply that was reported as saved survives a power cut, not only a crash.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
}

/**
 * What the file itself is to blame for. A full disk or a folder that may not be written is not damage: moving a sound
 * database aside then would lose it from sight.
 */
const damageCodes = [
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_CORRUPTFS',
];

function isDamage(error: unknown, path: string): error is Error & { code: string } {
  if (!(error instanceof Database.SqliteError)) return false;
  if (error.code.startsWith('SQLITE_CANTOPEN')) return isFolder(path);
  return damageCodes.some((code) => error.code.startsWith(code));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
