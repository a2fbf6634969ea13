import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { removeDatabase } from './backup.ts';
import { removeSearchIndex } from './search-index.ts';

/** Files of a restore that the next start carries out. `restore` is a folder of its own. */
export type RestorePaths = { database: string; search: string; restore: string };

const restoreRequest = z.object({
  /** When the state that is put in place was backed up. */
  madeAt: z.string(),
  /** Name of the backup of the state that is replaced. */
  previous: z.string(),
  /** Windows to open again. */
  windows: z.array(z.enum(['settings', 'manager'])),
});

export type RestoreRequest = z.output<typeof restoreRequest>;

/** What became of a requested restore at the start. */
export type RestoreOutcome =
  | { kind: 'restored'; request: RestoreRequest }
  /** Everything is as it was before; `code` is the system's. */
  | { kind: 'failed'; code: string; request: RestoreRequest };

/** Where the database lies that is to be put in place. */
export function stagedDatabase(paths: RestorePaths): string {
  return join(paths.restore, 'next.db');
}

/** Notes that the next start shall put the staged database in place. It holds as soon as this returns, not before. */
export function requestRestore(paths: RestorePaths, request: RestoreRequest): void {
  const staged = openSync(stagedDatabase(paths), 'r+');
  fsyncSync(staged);
  closeSync(staged);
  const draft = `${requestPath(paths)}.part`;
  writeFileSync(draft, JSON.stringify(request), { flush: true });
  renameSync(draft, requestPath(paths));
}

/** Gives up a restore that was prepared, and what was unpacked for it. */
export function clearRestore(paths: RestorePaths): void {
  try {
    rmSync(requestPath(paths), { force: true });
    rmSync(paths.restore, { recursive: true, force: true });
  } catch {
    // A virus scanner may hold a file for a moment. Without its request the folder means nothing; the next start removes it.
  }
}

/**
 * Carries out a requested restore, before the database is opened. A kill at any moment is no harm: the request stays until
 * the staged database has its new place, and doing a step twice is the same as doing it once. Null when nothing was
 * requested.
 */
export function applyRestore(paths: RestorePaths): RestoreOutcome | null {
  const request = readRequest(paths);
  const replaced = join(paths.restore, 'replaced.db');
  if (request === null) {
    // A former start was ended in between, and the disk has spoilt the request since.
    if (!existsSync(paths.database)) moveDatabase(replaced, paths.database);
    clearRestore(paths);
    return null;
  }
  try {
    // The index was made from the database that goes, and may take changes of the new one for known.
    removeSearchIndex(paths.search);
    // Without a staged file a former start has moved it already and was ended before it could say so.
    if (existsSync(stagedDatabase(paths))) {
      moveDatabase(paths.database, replaced);
      if (existsSync(paths.database)) throw new Error('the database could not be moved');
      renameSync(stagedDatabase(paths), paths.database);
    }
  } catch (error) {
    if (existsSync(stagedDatabase(paths))) moveDatabase(replaced, paths.database);
    clearRestore(paths);
    return { kind: 'failed', code: (error as NodeJS.ErrnoException).code ?? 'none', request };
  }
  removeDatabase(replaced);
  clearRestore(paths);
  return { kind: 'restored', request };
}

/** Moves a database with its side files, which hold what was committed last; nothing is overwritten. */
function moveDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(from + suffix) && !existsSync(to + suffix)) renameSync(from + suffix, to + suffix);
  }
}

function readRequest(paths: RestorePaths): RestoreRequest | null {
  try {
    const parsed = restoreRequest.safeParse(JSON.parse(readFileSync(requestPath(paths), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // There is none, or one that cannot be read: then nothing was promised, for it gets its name only when it is whole.
    return null;
  }
}

function requestPath(paths: RestorePaths): string {
  return join(paths.restore, 'request.json');
}
