import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Id, Instant } from '../../shared/domain/reply.ts';
import { applicationId, openReadable, type ReadableDatabase } from './database.ts';
import { personalLibrary } from './libraries.ts';
import { currentVersion } from './migrate.ts';

/** So many daily backups are kept unless the settings say otherwise. */
export const backupsKept = 10;

/** So many backups from before an import, a restore or an upgrade are kept, of each kind. */
export const safetyBackupsKept = 5;

/** A backup is due this long after the newest one. */
export const backupIntervalMs = 24 * 60 * 60 * 1000;

/** Where the database and its copies lie. `backups` is the folder of the app; other folders may hold some too. */
export type DataPaths = { database: string; backups: string; damaged: string };

/** Why a backup was made; it stands in the name. */
export type BackupReason = 'daily' | 'manual' | 'before-import' | 'before-restore' | 'before-upgrade';

export type Backup = { path: string; madeAt: Instant; reason: BackupReason };

export type BackupOptions = {
  reason?: BackupReason;
  /** Daily backups beyond the newest ones of this number are removed. */
  keep?: number;
  /** 0 to 1, while the copy is written. */
  onProgress?: (share: number) => void;
  /** Whether a copy is sound. Reads all of it: the app asks another process. */
  verify?: (path: string) => boolean | Promise<boolean>;
};

const backupName =
  /^repartee-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:\.(manual|before-import|before-restore|before-upgrade))?\.db$/;

/** A copy that cannot be read from end to end: the database itself is damaged, or the disk is. */
class BackupDamaged extends Error {
  readonly code = 'SQLITE_CORRUPT';

  constructor() {
    super('the backup failed its integrity check');
  }
}

/** What a process that was killed has left of a backup, with its side files. */
const unfinishedName = /^repartee-[\dTZ-]+(?:\.[a-z-]+)?\.db\.part(?:-journal|-wal|-shm)?$/;

/** A backup that is being written changes all the time; what has not for an hour is left over. */
const leftOverMs = 60 * 60 * 1000;

/** Pages that are copied at a time: 4 MB, some milliseconds. */
const pagesPerStep = 1_000;

/** Backups in one or more folders, the newest first. A folder that cannot be read, on a drive that is absent, has none. */
export function listBackups(folders: string | readonly string[]): Backup[] {
  const all = typeof folders === 'string' ? [folders] : [...new Set(folders)];
  return newestFirst(all.flatMap((folder) => backupsNamed(folder, namesIn(folder))));
}

/** The same without holding anything up: a network drive that is away may take a minute to say so. */
export async function findBackups(folders: readonly string[]): Promise<Backup[]> {
  const found = [...new Set(folders)].map(async (folder) =>
    backupsNamed(folder, await readdir(folder).catch(() => [])),
  );
  return newestFirst((await Promise.all(found)).flat());
}

function newestFirst(backups: readonly Backup[]): Backup[] {
  return backups.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}

function backupsNamed(folder: string, names: readonly string[]): Backup[] {
  return names.flatMap((name) => {
    const match = backupName.exec(name);
    if (!match) return [];
    const [, day, hour, minute, second, ms, reason = 'daily'] = match;
    const madeAt = `${day}T${hour}:${minute}:${second}.${ms}Z`;
    if (Number.isNaN(Date.parse(madeAt))) return [];
    return [{ path: join(folder, name), madeAt, reason: reason as BackupReason }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * The backups as they were made, the latest first, as far as can be told: one that is dated after `now` was named by a clock
 * that was wrong, then or now, and comes after all others.
 */
export function latestFirst(backups: readonly Backup[], now: Instant): Backup[] {
  const isLater = ({ madeAt }: Backup) => madeAt > now;
  return [...backups.filter((backup) => !isLater(backup)), ...backups.filter(isLater)];
}

/**
 * Milliseconds from `now` until the next daily backup is due; 0 when it is due already.
 * @param backups The newest first.
 */
export function untilNextBackup(backups: readonly Backup[], now: Date): number {
  const at = now.toISOString();
  const newest = backups.find(({ madeAt }) => madeAt <= at);
  if (!newest) return 0;
  return Math.max(0, backupIntervalMs - (now.getTime() - Date.parse(newest.madeAt)));
}

/**
 * Copies the open database into the backup folder while it stays in use, checks the copy, and removes old ones. The copy
 * gets its name only when it is whole.
 *
 * What is removed, only after the new one proved sound: daily backups beyond the newest `keep`, and beyond the newest five
 * those of each kind of big change. Backups that a person asked for are never removed by the app, nor are those of another
 * library, whose owner has chosen the same folder.
 */
export async function makeBackup(
  db: ReadableDatabase,
  folder: string,
  now: Date,
  { reason = 'daily', keep = backupsKept, onProgress = () => {}, verify = isHealthy }: BackupOptions = {},
): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  removeLeftOvers(folder, now);
  const madeAt = now.toISOString();
  const path = join(folder, backupFileName(madeAt, reason));
  const draft = `${path}.part`;
  // A locked database would be copied as an empty one, without a word: reading it says that it is locked.
  db.pragma('user_version', { simple: true });
  try {
    await db.backup(draft, {
      progress({ totalPages, remainingPages }) {
        if (totalPages > 0) onProgress(1 - remainingPages / totalPages);
        return pagesPerStep;
      },
    });
    leaveLogMode(draft);
    if (!(await verify(draft))) throw new BackupDamaged();
    renameSync(draft, path);
  } finally {
    removeDatabase(draft);
  }
  const made = { path, madeAt, reason };
  removeOldBackups(folder, made, reason === 'daily' ? keep : safetyBackupsKept);
  return made;
}

/**
 * A database with a write-ahead log can only be read where files may be made beside it; a backup has to be readable from a
 * folder or drive that is write-protected.
 */
function leaveLogMode(path: string): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/**
 * The copy before a schema upgrade, made at once since nothing runs yet. Null when the database needs none: it is new,
 * current, or not one that this version can read.
 */
export function backUpBeforeUpgrade(paths: DataPaths, now: Date): Backup | null {
  if (!existsSync(paths.database) || !needsUpgrade(paths.database)) return null;
  mkdirSync(paths.backups, { recursive: true });
  const madeAt = now.toISOString();
  const path = join(paths.backups, backupFileName(madeAt, 'before-upgrade'));
  const draft = `${path}.part`;
  removeDatabase(draft);
  const db = openReadable(paths.database);
  try {
    // Takes what is still in the write-ahead log along, which copying the file would not.
    db.prepare('VACUUM INTO ?').run(draft);
    if (!isHealthy(draft)) throw new BackupDamaged();
    renameSync(draft, path);
  } finally {
    db.close();
    removeDatabase(draft);
  }
  const made: Backup = { path, madeAt, reason: 'before-upgrade' };
  removeOldBackups(paths.backups, made, safetyBackupsKept);
  return made;
}

function needsUpgrade(path: string): boolean {
  try {
    const db = openReadable(path);
    try {
      const version = db.pragma('user_version', { simple: true }) as number;
      const ours = db.pragma('application_id', { simple: true }) === applicationId;
      return (
        ours &&
        version > 0 &&
        version < currentVersion &&
        db.pragma('quick_check(1)', { simple: true }) === 'ok'
      );
    } finally {
      db.close();
    }
  } catch {
    // A damaged file is the business of whoever opens it next.
    return false;
  }
}

/** Removes what a process that was ended has left of a backup, as far as its drive is there and lets it go. */
export async function removeUnfinished(folder: string, madeAt: Instant, reason: BackupReason): Promise<void> {
  const draft = join(folder, `${backupFileName(madeAt, reason)}.part`);
  await Promise.all(filesOf(draft).map((path) => rm(path, { force: true }).catch(() => {})));
}

function backupFileName(madeAt: Instant, reason: BackupReason): string {
  const suffix = reason === 'daily' ? '' : `.${reason}`;
  return `repartee-${madeAt.replace(/[:.]/g, '-')}${suffix}.db`;
}

/**
 * Removes what there is of the kind of `made` beyond the latest `keep`; `made` is the latest. One that cannot be removed,
 * since another program has it open say, is left for the next time: the new one is made all the same.
 */
function removeOldBackups(folder: string, made: Backup, keep: number): void {
  if (made.reason === 'manual') return;
  const all = listBackups(folder).filter(({ reason }) => reason === made.reason);
  if (all.length <= keep) return;
  const library = libraryIn(made.path);
  const alike = all.filter(({ path }) => libraryIn(path) === library);
  for (const old of latestFirst(alike, made.madeAt).slice(keep)) removeQuietly(old.path);
}

function removeLeftOvers(folder: string, now: Date): void {
  for (const name of namesIn(folder).filter((name) => unfinishedName.test(name))) {
    const path = join(folder, name);
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (now.getTime() - changedAt > leftOverMs) removeQuietly(path);
  }
}

function removeQuietly(path: string): void {
  try {
    removeDatabase(path);
  } catch {
    // The next backup tries again.
  }
}

/** Whether the database at `path` is one of ours and can be read from end to end. */
export function isHealthy(path: string): boolean {
  try {
    const db = openReadable(path);
    try {
      // An empty file is a sound database, but not one of ours.
      const ours = db.pragma('application_id', { simple: true }) === applicationId;
      return ours && db.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Whether a database was written by a later version, which this one cannot open. */
export function isOfLaterVersion(path: string): boolean {
  try {
    const db = openReadable(path);
    try {
      return (db.pragma('user_version', { simple: true }) as number) > currentVersion;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Id of the personal library in a database; null when it has none, or cannot be read. */
export function libraryIn(path: string): Id | null {
  try {
    const db = openReadable(path);
    try {
      return personalLibrary(db)?.id ?? null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Removes a database with its side files. */
export function removeDatabase(path: string): void {
  for (const file of filesOf(path)) rmSync(file, { force: true });
}

function filesOf(database: string): string[] {
  return ['', '-wal', '-shm', '-journal'].map((suffix) => database + suffix);
}
