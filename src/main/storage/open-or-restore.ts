import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Id } from '../../shared/domain/reply.ts';
import {
  type Backup,
  type DataPaths,
  isHealthy,
  isOfLaterVersion,
  latestFirst,
  libraryIn,
  listBackups,
} from './backup.ts';
import { type OpenOutcome, openDatabase, type WritableDatabase } from './database.ts';

/** What happened to a database that was no good. */
export type Recovery =
  /** It was damaged. `backup` is null when there was no good one and a new file was begun. */
  | { kind: 'damaged'; keptAside: string; backup: Backup | null }
  /** It was gone, or empty, though there were backups of it. */
  | { kind: 'lost'; backup: Backup };

export type OpenOrRestoreOutcome =
  | { kind: 'open'; db: WritableDatabase; created: boolean; recovery: Recovery | null }
  | Extract<OpenOutcome, { kind: 'newer' }>;

/**
 * Opens the database. A damaged or foreign file is moved aside, never deleted, and the newest good backup takes its
 * place; with no good backup a new database is begun. A database that is not there is begun only when there is no good
 * backup either: something else has removed it, or this was ended between moving it aside and replacing it.
 * @param backupFolders All folders that may hold backups.
 */
export function openOrRestore(
  paths: DataPaths,
  now: Date,
  backupFolders: readonly string[] = [paths.backups],
): OpenOrRestoreOutcome {
  if (isGone(paths.database)) {
    const backup = newestGood(paths, now, backupFolders);
    if (backup) return restored(paths, now, { kind: 'lost', backup });
  }
  const first = openDatabase(paths.database);
  if (first.kind === 'open') return { ...first, recovery: null };
  if (first.kind === 'newer') return first;
  const backup = newestGood(paths, now, backupFolders);
  return restored(paths, now, { kind: 'damaged', keptAside: asidePath(paths, now), backup });
}

/** Moves what is there aside, puts the backup in its place, and opens that. */
function restored(paths: DataPaths, now: Date, recovery: Recovery): OpenOrRestoreOutcome {
  // Copied before anything is moved: on a full disk everything stays as it is, for the next start.
  const copy = recovery.backup && copyBeside(recovery.backup.path, paths.database);
  moveAside(paths, now);
  if (copy) renameSync(copy, paths.database);
  const opened = openDatabase(paths.database);
  if (opened.kind === 'open') return { ...opened, recovery };
  if (opened.kind === 'newer') return opened;
  throw new Error(`the database could not be opened after recovery: ${opened.kind}`);
}

function isGone(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || (stats.isFile() && stats.size === 0);
}

/**
 * The newest backup that can be read from end to end. A chosen folder may hold those of other people: what lies there counts
 * only when it is of the same library, as far as can be told which one that was. One of a later version comes last: it keeps
 * the library, but this version cannot open it.
 */
function newestGood(paths: DataPaths, now: Date, folders: readonly string[]): Backup | null {
  const candidates = latestFirst(listBackups(folders), now.toISOString());
  const own = candidates.filter(({ path }) => dirname(path) === paths.backups);
  const library = firstLibrary([paths.database, ...own.map(({ path }) => path)]);
  const isOwn = ({ path }: Backup) => dirname(path) === paths.backups || libraryIn(path) === library;
  const trusted = library === null ? candidates : candidates.filter(isOwn);
  const isLater = ({ path }: Backup) => isOfLaterVersion(path);
  const usableFirst = [...trusted.filter((one) => !isLater(one)), ...trusted.filter(isLater)];
  return usableFirst.find((candidate) => isHealthy(candidate.path)) ?? null;
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

function moveAside(paths: DataPaths, now: Date): void {
  mkdirSync(paths.damaged, { recursive: true });
  const aside = asidePath(paths, now);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(paths.database + suffix)) renameSync(paths.database + suffix, aside + suffix);
  }
}

function asidePath(paths: DataPaths, now: Date): string {
  return join(paths.damaged, `repartee-${now.toISOString().replace(/[:.]/g, '-')}.db`);
}
