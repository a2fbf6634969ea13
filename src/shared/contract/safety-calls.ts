import { z } from 'zod';
import type { Instant } from '../domain/reply.ts';
import type { Result } from '../result.ts';
import { call } from './call.ts';

const backupName = z.string().min(1).max(200);

/** Calls for backups, the archive of everything, and the integrity check. The settings window has them. */
export const safetyCalls = {
  listBackups: call<BackupView[]>()(z.tuple([])),
  backUpNow: call<Result<BackupView, SafetyProblem>>()(z.tuple([])),
  /** What is in a backup, without touching the library: opened read-only, in another process. */
  inspectBackup: call<Result<BackupContents, SafetyProblem>>()(z.tuple([backupName])),
  /** Replaces the library by a backup. The present state is backed up first; its name comes back. */
  restoreBackup: call<Result<{ previous: string }, SafetyProblem>>()(z.tuple([backupName])),
  /** Moves a backup to the system's trash, from where it can be put back. */
  deleteBackup: call<Result<null, SafetyProblem>>()(z.tuple([backupName])),
  /** Lets the person choose the folder of the backups; null when nothing was chosen. */
  chooseBackupFolder: call<Result<string, SafetyProblem> | null>()(z.tuple([])),
  /** Writes database and media into one zip. Null when the person chose nothing. */
  exportEverything: call<Result<{ path: string; bytes: number }, SafetyProblem> | null>()(z.tuple([])),
  /** Replaces everything by such a zip. The present state is backed up first. Null when nothing was chosen. */
  importEverything: call<Result<{ previous: string }, SafetyProblem> | null>()(z.tuple([])),
  checkIntegrity: call<Result<IntegrityReport, SafetyProblem>>()(z.tuple([])),
  readBackupFolder: call<BackupFolderView>()(z.tuple([])),
  openBackupFolder: call<void>()(z.tuple([])),
  /** Makes the search index anew, where the check found it missing, behind or damaged. */
  repairSearch: call<Result<null, SafetyProblem>>()(z.tuple([])),
  /** Shows the last archive that was written in its folder. */
  showArchive: call<void>()(z.tuple([])),
  cancelSafetyJob: call<void>()(z.tuple([])),
};

export type SafetyEvents = {
  safetyProgress: {
    job: 'backup' | 'inspect' | 'restore' | 'archive' | 'unpack' | 'check';
    share: number | null;
  };
};

export type BackupView = {
  name: string;
  madeAt: Instant;
  bytes: number;
  /** Why it was made. */
  reason: 'daily' | 'manual' | 'before-import' | 'before-restore' | 'before-upgrade';
};

/** Where backups go. `unreachable` is the chosen folder when it cannot be written; `folder` stands in for it meanwhile. */
export type BackupFolderView = {
  folder: string;
  /** The app's own folder. */
  own: string;
  unreachable: { folder: string; code: string } | null;
};

export type BackupContents = {
  replies: number;
  categories: number;
  libraries: string[];
  lastChangeAt: Instant | null;
  /** Compared with the present library. */
  onlyThere: number;
  onlyHere: number;
  different: number;
  /** Media files that the backup names and that are not on this disk. */
  missingMedia: number;
  /** The first 200 replies that are only there or different, as the backup has them. `texts`: one a variant. */
  sample: { title: string; texts: string[]; state: 'only-there' | 'different' }[];
};

export type IntegrityReport = {
  checkedAt: Instant;
  findings: IntegrityFinding[];
  replies: number;
  media: number;
};

export type IntegrityFinding =
  | { kind: 'database'; detail: string }
  | { kind: 'foreign-key'; table: string; rows: number }
  | { kind: 'media-missing' | 'media-damaged'; hash: string; replies: { id: string; title: string }[] }
  | { kind: 'media-unused'; files: number; bytes: number }
  | { kind: 'search-index'; detail: 'missing' | 'behind' | 'damaged' }
  | { kind: 'backup-damaged'; name: string };

export type SafetyProblem =
  | { kind: 'cancelled' }
  | { kind: 'busy' }
  | { kind: 'not-found' }
  | { kind: 'damaged'; detail: string }
  /** Made by a later version. */
  | { kind: 'newer' }
  /** Not one of ours. */
  | { kind: 'foreign' }
  | { kind: 'too-large'; limit: number }
  /** The place has no trash, or it takes nothing; the file is still there. */
  | { kind: 'no-trash'; path: string }
  | { kind: 'storage'; code: string; path: string };
