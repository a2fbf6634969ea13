import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BackupView, SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { JobRunner } from '../import-export/job-runner.ts';
import { codeOf } from '../start-failure.ts';
import {
  type Backup,
  type BackupReason,
  findBackups,
  removeUnfinished,
  untilNextBackup,
} from '../storage/backup.ts';
import type { BackupFolders } from './backup-folders.ts';
import { jobProblem } from './job-problem.ts';

/** The backups of the library. */
export type Backups = {
  /** The newest first, from all folders; one that was copied into another folder once. */
  list: () => Promise<BackupView[]>;
  /** Path of a listed backup; null when there is none of that name. */
  find: (name: string) => Promise<string | null>;
  /** A path for each listed backup. */
  paths: () => Promise<string[]>;
  /** Paths of a listed backup and of its copies in other folders. */
  copies: (name: string) => Promise<string[]>;
  /** Copies the library in another process while it stays in use, and removes old copies. */
  make: (
    reason: BackupReason,
    onProgress?: (share: number | null) => void,
  ) => Promise<Result<BackupView, SafetyProblem>>;
  /** Makes the daily backup now if it is due, else when it is. */
  schedule: () => void;
};

export type BackupsOptions = {
  /** Path of the library. */
  database: string;
  folders: BackupFolders;
  /** A runner of its own, so that a daily backup holds up nothing else. */
  runner: Pick<JobRunner, 'run'>;
  /** Daily backups to keep. */
  keep: () => number;
  now: () => Date;
  /** Told of each daily backup that was due. */
  onDaily: (made: Result<BackupView, SafetyProblem>) => void | Promise<void>;
};

/**
 * Whether a backup is due is looked at this often: timers stand still while a computer sleeps, and one that failed, for want of
 * space say, is still due.
 */
const lookMs = 60 * 60 * 1000;

/** Makes the keeper of backups; it makes none before it is asked to or scheduled. */
export function createBackups(options: BackupsOptions): Backups {
  const { database, folders, runner, keep, now, onDaily } = options;

  const make: Backups['make'] = async (reason, onProgress = () => {}) => {
    const { folder } = await folders.current();
    const madeAt = now().toISOString();
    const task = { database, folder, reason, keep: keep(), now: madeAt };
    const end = await runner.run('make-backup', task, { onProgress: ({ share }) => onProgress(share) });
    if (end.kind !== 'done') {
      await removeUnfinished(folder, madeAt, reason);
      return err(jobProblem(end, { reads: folder, writes: folder }));
    }
    if (!end.value.ok) return err({ kind: 'storage', ...end.value.error });
    return ok((await viewOf(end.value.value)) as BackupView);
  };

  const found = () => findBackups(folders.all());
  const untilDue = async () => untilNextBackup(await found(), now());

  /** One that was copied into another folder once. */
  async function listed(): Promise<Backup[]> {
    return [...Map.groupBy(await found(), ({ path }) => basename(path)).values()].flatMap(
      ([first]) => first ?? [],
    );
  }

  function schedule(wait: number): void {
    setTimeout(
      async () => {
        const due = await untilDue();
        if (due > 0) return schedule(due);
        // Also a mistake of the program must not end the daily backups, nor go unseen.
        const made = await make('daily').catch((error: unknown) => err(unexpected(error)));
        await onDaily(made);
        schedule(lookMs);
      },
      Math.min(wait, lookMs),
    ).unref();
  }

  async function copies(name: string): Promise<string[]> {
    return (await found()).flatMap(({ path }) => (basename(path) === name ? path : []));
  }

  return {
    make,
    schedule: () => schedule(0),
    async list() {
      return (await Promise.all((await listed()).map(viewOf))).filter((view) => view !== null);
    },
    paths: async () => (await listed()).map(({ path }) => path),
    find: async (name) => (await copies(name))[0] ?? null,
    copies,
  };
}

function unexpected(error: unknown): SafetyProblem {
  return { kind: 'storage', code: codeOf(error), path: '' };
}

/** Null for a backup that was removed since it was listed. */
async function viewOf({ path, madeAt, reason }: Backup): Promise<BackupView | null> {
  const stats = await stat(path).catch(() => null);
  return stats && { name: basename(path), madeAt, bytes: stats.size, reason };
}
