import { dirname } from 'node:path';
import type { Instant } from '../../shared/domain/reply.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { placeOf } from '../safety/job-problem.ts';
import { codeOf } from '../start-failure.ts';
import { type Backup, type BackupReason, makeBackup } from '../storage/backup.ts';
import { openReadable } from '../storage/database.ts';
import type { JobContext } from './job-protocol.ts';

export type BackupTask = {
  /** Path of the library. */
  database: string;
  folder: string;
  reason: BackupReason;
  /** Daily backups to keep. */
  keep: number;
  now: Instant;
};

/** `code` is the system's or SQLite's; nothing is left behind at `path`. */
export type BackupFailure = { code: string; path: string };

/** Copies the library into the backup folder and checks the copy, while it stays in use. */
export async function backupJob(
  { database, folder, reason, keep, now }: BackupTask,
  { report }: JobContext,
): Promise<Result<Backup, BackupFailure>> {
  report('backup', null);
  try {
    const db = openReadable(database);
    try {
      const onProgress = (share: number) => report('backup', share);
      return ok(await makeBackup(db, folder, new Date(now), { reason, keep, onProgress }));
    } finally {
      db.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'none') throw error;
    const reads = code.startsWith('SQLITE') ? dirname(database) : folder;
    return err({ code, path: placeOf(code, { reads, writes: folder }) });
  }
}
