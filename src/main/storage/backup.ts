import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../shared/domain/reply.ts';
import type { OpenOutcome, ReadableDatabase, WritableDatabase } from './database.ts';
import { openDatabase, openReadable } from './database.ts';

/** Backups older than the newest ten are removed. */
export const backupsKept = 10;

/** A backup is due this long after the newest one. */
export const backupIntervalMs = 24 * 60 * 60 * 1000;

/** Where the database and its copies lie. */
export type DataPaths = { database: string; backups: string; damaged: string };

export type Backup = { path: string; madeAt: Instant };

/** What happened to a damaged database. `backup` is null when there was no good one and a new file was begun. */
export type Recovery = { keptAside: string; backup: Backup | null };

export type OpenOrRestoreOutcome =
  | { kind: 'open'; db: WritableDatabase; created: boolean; recovery: Recovery | null }
  | Extract<OpenOutcome, { kind: 'newer' }>;

const backupName = /^repartee-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/;

/** Backups in the folder, the newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = backupName.exec(name);
      if (!match) return [];
      const [, day, hour, minute, second, ms] = match;
      return [{ path: join(folder, name), madeAt: `${day}T${hour}:${minute}:${second}.${ms}Z` }];
    })
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** Milliseconds from `now` until the next daily backup is due; 0 when it is due already. */
export function untilNextBackup(folder: string, now: Date): number {
  const newest = listBackups(folder)[0];
  if (!newest) return 0;
  const age = Math.max(0, now.getTime() - Date.parse(newest.madeAt));
  return Math.max(0, backupIntervalMs - age);
}

/**
 * Copies the open database into the backup folder while it stays in use, checks the copy, and removes the oldest
 * beyond the newest ten. The copy gets its name only when it is whole.
 */
export async function makeBackup(db: ReadableDatabase, folder: string, now: Date): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  const madeAt = now.toISOString();
  const path = join(folder, `repartee-${madeAt.replace(/[:.]/g, '-')}.db`);
  const draft = `${path}.part`;
  try {
    await db.backup(draft);
    if (!isHealthy(draft)) throw new Error('the backup failed its integrity check');
    renameSync(draft, path);
  } finally {
    removeDatabase(draft);
  }
  for (const old of listBackups(folder).slice(backupsKept)) removeDatabase(old.path);
  return { path, madeAt };
}

/**
 * Opens the database. A damaged or foreign file is moved aside, never deleted, and the newest good backup takes its
 * place; with no good backup a new database is begun.
 */
export function openOrRestore(paths: DataPaths, now: Date): OpenOrRestoreOutcome {
  const first = openDatabase(paths.database);
  if (first.kind === 'open') return { ...first, recovery: null };
  if (first.kind === 'newer') return first;

  const backup = listBackups(paths.backups).find((candidate) => isHealthy(candidate.path)) ?? null;
  // Copied before anything is moved: on a full disk everything stays as it is, for the next start.
  const restored = backup && copyBeside(backup.path, paths.database);
  const keptAside = moveAside(paths, now);
  if (restored) renameSync(restored, paths.database);
  const second = openDatabase(paths.database);
  if (second.kind === 'open') return { ...second, recovery: { keptAside, backup } };
  if (second.kind === 'newer') return second;
  throw new Error(`the database could not be opened after recovery: ${second.kind}`);
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

function isHealthy(path: string): boolean {
  try {
    const db = openReadable(path);
    try {
      return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
