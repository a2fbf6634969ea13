import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Id } from '../../shared/domain/reply.ts';
import { type Backup, type DataPaths, isHealthy, latestFirst, libraryIn, listBackups } from './backup.ts';
import { type OpenOutcome, openDatabase, type WritableDatabase } from './database.ts';

/** What happened to a damaged database. `backup` is null when there was no good one and a new file was begun. */
export type Recovery = { keptAside: string; backup: Backup | null };

export type OpenOrRestoreOutcome =
  | { kind: 'open'; db: WritableDatabase; created: boolean; recovery: Recovery | null }
  | Extract<OpenOutcome, { kind: 'newer' }>;

/**
 * Opens the database. A damaged or foreign file is moved aside, never deleted, and the newest good backup takes its
 * place; with no good backup a new database is begun.
 * @param backupFolders All folders that may hold backups.
 */
export function openOrRestore(
  paths: DataPaths,
  now: Date,
  backupFolders: readonly string[] = [paths.backups],
): OpenOrRestoreOutcome {
  const first = openDatabase(paths.database);
  if (first.kind === 'open') return { ...first, recovery: null };
  if (first.kind === 'newer') return first;

  const backup = newestGood(paths, now, backupFolders);
  // Copied before anything is moved: on a full disk everything stays as it is, for the next start.
  const restored = backup && copyBeside(backup.path, paths.database);
  const keptAside = moveAside(paths, now);
  if (restored) renameSync(restored, paths.database);
  const second = openDatabase(paths.database);
  if (second.kind === 'open') return { ...second, recovery: { keptAside, backup } };
  if (second.kind === 'newer') return second;
  throw new Error(`the database could not be opened after recovery: ${second.kind}`);
}

/**
 * The newest backup that can be read from end to end. A chosen folder may hold those of other people: what lies there counts
 * only when it is of the same library, as far as can be told which one that was.
 */
function newestGood(paths: DataPaths, now: Date, folders: readonly string[]): Backup | null {
  const candidates = latestFirst(listBackups(folders), now.toISOString());
  const own = candidates.filter(({ path }) => dirname(path) === paths.backups);
  const library = firstLibrary([paths.database, ...own.map(({ path }) => path)]);
  const isOwn = ({ path }: Backup) => dirname(path) === paths.backups || libraryIn(path) === library;
  const trusted = library === null ? candidates : candidates.filter(isOwn);
  return trusted.find((candidate) => isHealthy(candidate.path)) ?? null;
}

function firstLibrary(databases: readonly string[]): Id | null {
  for (const path of databases) {
    const library = libraryIn(path);
    if (library !== null) return library;
  }
  return null;
}

/** Copies a file next to `path` and returns where; leaves no half copy behind. */
function copyBeside(source: string, path: string): string {
  const copy = `${path}.restoring`;
  try {
    copyFileSync(source, copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  return copy;
}

function moveAside(paths: DataPaths, now: Date): string {
  mkdirSync(paths.damaged, { recursive: true });
  const keptAside = join(paths.damaged, `repartee-${now.toISOString().replace(/[:.]/g, '-')}.db`);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(paths.database + suffix)) renameSync(paths.database + suffix, keptAside + suffix);
  }
  return keptAside;
}
