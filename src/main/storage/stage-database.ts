import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { removeDatabase } from './backup.ts';
import { applicationId, type ReadableDatabase, type WritableDatabase } from './database.ts';
import { currentVersion, migrate, migrations } from './migrate.ts';

/** Why a database cannot be taken over. Errors of the disk are thrown. */
export type StageProblem =
  | { kind: 'not-found' }
  | { kind: 'damaged'; detail: string }
  /** Made by a later version. */
  | { kind: 'newer' }
  /** Not one of ours: another program's, or one with tables, views or triggers of its own. */
  | { kind: 'foreign' };

const firstVersion = Math.min(...migrations.map((step) => step.version));

/**
 * Copies a database from outside to `draft` and brings the copy up to the present schema; the source is only read.
 * To be called in a process of its own: the file may be made to do harm. The caller closes the handle.
 */
export function stageDatabase(source: string, draft: string): Result<WritableDatabase, StageProblem> {
  if (!existsSync(source)) return err({ kind: 'not-found' });
  if (statSync(source).size === 0) return err({ kind: 'damaged', detail: 'empty' });
  mkdirSync(dirname(draft), { recursive: true });
  removeDatabase(draft);
  copyFileSync(source, draft);
  let db: WritableDatabase | null = null;
  try {
    db = new Database(draft) as WritableDatabase;
    const problem = makeSound(db);
    if (problem === null) return ok(db);
    db.close();
    return err(problem);
  } catch (error) {
    db?.close();
    if (isDamage(error)) return err({ kind: 'damaged', detail: error.code });
    throw error;
  }
}

/**
 * Writes what a staged database holds into a new file at `target`: every page is SQLite's own again, and there is no
 * write-ahead log beside it.
 */
export function writeClean(staged: ReadableDatabase, target: string): void {
  removeDatabase(target);
  staged.prepare('VACUUM INTO ?').run(target);
}

/** Settings that belong to this computer and not to the state that a backup holds. */
const settingsThatStay = ['backup.folder', 'backup.keep', 'autostart'];

/** Gives a staged database those settings of the present one that must not come back from a backup. */
export function carrySettings(staged: WritableDatabase, present: ReadableDatabase): void {
  const read = present.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const remove = staged.prepare('DELETE FROM setting WHERE key = ?');
  const write = staged.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  staged.transaction(() => {
    for (const key of settingsThatStay) {
      const value = read.get(key);
      remove.run(key);
      if (value !== undefined) write.run(key, value);
    }
  })();
}

function makeSound(db: WritableDatabase): StageProblem | null {
  // Views and triggers of a foreign file may then call no function with side effects.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('journal_mode = DELETE');
  if (db.pragma('application_id', { simple: true }) !== applicationId) return { kind: 'foreign' };
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > currentVersion) return { kind: 'newer' };
  if (version < firstVersion) return { kind: 'damaged', detail: 'user_version' };
  const finding = db.pragma('integrity_check(1)', { simple: true }) as string;
  if (finding !== 'ok') return { kind: 'damaged', detail: 'integrity_check' };
  if (schemaOf(db) !== expectedSchema(version)) return { kind: 'foreign' };
  migrate(db);
  return null;
}

/** The schema that the migrations up to `version` make. */
function expectedSchema(version: number): string {
  const model = new Database(':memory:') as WritableDatabase;
  try {
    migrate(model, version);
    return schemaOf(model);
  } finally {
    model.close();
  }
}

/** Everything that was declared in a database; what SQLite adds by itself is left out. */
function schemaOf(db: ReadableDatabase): string {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return JSON.stringify(rows);
}

function isDamage(error: unknown): error is Error & { code: string } {
  if (!(error instanceof Database.SqliteError)) return false;
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR'].some((code) => error.code.startsWith(code));
}
