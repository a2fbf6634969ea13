import Database from 'better-sqlite3';
import type { ActionProblem } from '../../shared/library-action.ts';
import type { Result } from '../../shared/result.ts';
import { err } from '../../shared/result.ts';

/** What the disk or another program is to blame for; any other error of SQLite is ours. */
const outsideCodes = [
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_CANTOPEN',
  'SQLITE_NOMEM',
  'SQLITE_PERM',
  'SQLITE_AUTH',
];

/** The problem that an error stands for, null for an error that is a bug. */
export function storageProblem(
  error: unknown,
): Extract<ActionProblem, { kind: 'busy' } | { kind: 'storage' }> | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'busy' };
  return outsideCodes.some((outside) => code.startsWith(outside)) ? { kind: 'storage', code } : null;
}

/** Runs a transaction; a full disk and the like become its outcome. Nothing of it is kept then. */
export function guarded<Value>(work: () => Result<Value, ActionProblem>): Result<Value, ActionProblem> {
  try {
    return work();
  } catch (error) {
    const problem = storageProblem(error);
    if (problem === null) throw error;
    return err(problem);
  }
}
