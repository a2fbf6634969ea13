import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BackupView,
  SafetyEvents,
  SafetyProblem,
  safetyCalls,
} from '../shared/contract/safety-calls.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { JobName, TaskOf, ValueOf } from './import-export/job-protocol.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import type { LibraryGate } from './library-gate.ts';
import { type BackupFolders, whyNotWritable } from './safety/backup-folders.ts';
import type { Backups } from './safety/backups.ts';
import { type JobPlaces, jobProblem } from './safety/job-problem.ts';
import { codeOf } from './start-failure.ts';
import { removeDatabase } from './storage/backup.ts';
import { clearRestore, type RestoreRequest, requestRestore } from './storage/pending-restore.ts';
import type { UserDataPaths } from './user-data.ts';

export type SafetySurroundings = {
  paths: UserDataPaths;
  /** Held from the backup before a restore to the restart: what was written meanwhile would be in neither. */
  gate: LibraryGate;
  backups: Backups;
  folders: BackupFolders;
  /** A runner of its own: an import that runs holds up no backup. */
  runner: JobRunner;
  now: () => Date;
  progress: (progress: SafetyEvents['safetyProgress']) => void;
  /** Stores the chosen folder; throws when it cannot be stored. Null is the app's own one. */
  setBackupFolder: (folder: string | null) => void;
  dialogs: {
    chooseFolder: () => Promise<string | null>;
    /** `name` is what the file is called unless the person writes something else. */
    chooseTarget: (name: string) => Promise<string | null>;
    chooseArchive: () => Promise<string | null>;
  };
  /**
   * Has open windows save what is unsaved and hides those that write; tells which the restart has to open again. When there
   * is none after all, `comeBack` shows them as they were.
   */
  settleWindows: () => Promise<{ windows: RestoreRequest['windows']; comeBack: () => void }>;
  /** Ends the app and starts it again, once the page has its answer. */
  restart: () => void;
  /** Moves a file to the system's trash; rejects where that cannot be done. */
  trash: (path: string) => Promise<void>;
  openFolder: (path: string) => void;
  showFile: (path: string) => void;
  rebuildSearch: () => Promise<boolean>;
};

/** The calls for backups, archive and integrity check. One of them works at a time; the others are `busy` meanwhile. */
export function safetyHandlers(around: SafetySurroundings): Handlers<typeof safetyCalls> {
  const { paths, gate, backups, folders } = around;
  let busy = false;
  /** A restore is noted: from now on there is only the restart. */
  let restarting = false;
  let lastArchive: string | null = null;

  async function exclusively<Value>(
    work: () => Promise<Result<Value, SafetyProblem>>,
  ): Promise<Result<Value, SafetyProblem>> {
    if (busy || restarting) return err({ kind: 'busy' });
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
      // The process is wanted rarely, and what it has read need not stay in memory.
      around.runner.forget();
    }
  }

  /** Runs a job; the places are for the words about a problem. */
  async function run<Name extends JobName>(
    name: Name,
    task: TaskOf<Name>,
    places: JobPlaces,
  ): Promise<Result<ValueOf<Name>, SafetyProblem>> {
    const end = await around.runner.run(name, task, {
      onProgress: ({ phase, share }) =>
        around.progress({ job: phase as SafetyEvents['safetyProgress']['job'], share }),
    });
    return end.kind === 'done' ? ok(end.value) : err(jobProblem(end, places));
  }

  const backUp = (reason: BackupView['reason']) =>
    backups.make(reason, (share) => around.progress({ job: 'backup', share }));

  /** Replaces the library by what has been staged, after a backup of its present state. The app starts anew. */
  async function restoreStaged(madeAt: string): Promise<Result<{ previous: string }, SafetyProblem>> {
    if (gate.isHeld()) return err({ kind: 'busy' });
    // Before the gate is held, since what the windows save has to pass it. An import may take it meanwhile.
    const { windows, comeBack } = await around.settleWindows();
    const open = gate.tryHold();
    try {
      const noted = open === null ? err({ kind: 'busy' as const }) : await noteRestore(madeAt, windows);
      restarting = noted.ok;
      return noted;
    } finally {
      if (restarting) around.restart();
      else {
        open?.();
        comeBack();
      }
    }
  }

  /** Backs up the present state and asks the next start for the staged one. */
  async function noteRestore(
    madeAt: string,
    windows: RestoreRequest['windows'],
  ): Promise<Result<{ previous: string }, SafetyProblem>> {
    const previous = await backUp('before-restore');
    if (!previous.ok) return previous;
    try {
      requestRestore(paths, { madeAt, previous: previous.value.name, windows });
    } catch (error) {
      return err({ kind: 'storage', code: codeOf(error), path: paths.restore });
    }
    return ok({ previous: previous.value.name });
  }

  /** Stages and restores; whatever stops it leaves nothing behind. */
  async function restoring(
    stage: () => Promise<Result<{ madeAt: string }, SafetyProblem>>,
  ): Promise<Result<{ previous: string }, SafetyProblem>> {
    const staged = await stage();
    const restored = staged.ok ? await restoreStaged(staged.value.madeAt) : staged;
    if (!restored.ok) clearRestore(paths);
    return restored;
  }

  return {
    listBackups: () => backups.list(),
    readBackupFolder: async () => ({ ...(await folders.current()), own: paths.backups }),
    backUpNow: () => exclusively(() => backUp('manual')),

    inspectBackup: (name) =>
      exclusively(async () => {
        const source = await backups.find(name);
        if (source === null) return err({ kind: 'not-found' });
        const draft = join(paths.restore, 'inspected.db');
        const task = { source, draft, database: paths.database, media: paths.media };
        const end = await run('inspect-backup', task, { reads: source, writes: paths.restore });
        if (!end.ok) removeDatabase(draft);
        return end.ok ? end.value : end;
      }),

    restoreBackup: (name) =>
      exclusively(() =>
        restoring(async () => {
          const source = await backups.find(name);
          const backup = (await backups.list()).find((listed) => listed.name === name);
          if (source === null || !backup) return err({ kind: 'not-found' });
          const task = { source, database: paths.database, staging: paths.restore };
          const end = await run('stage-restore', task, { reads: source, writes: paths.restore });
          if (!end.ok) return end;
          return end.value.ok ? ok({ madeAt: backup.madeAt }) : end.value;
        }),
      ),

    deleteBackup: (name) =>
      exclusively(async () => {
        const copies = await backups.copies(name);
        if (copies.length === 0) return err({ kind: 'not-found' });
        for (const path of copies) {
          try {
            await around.trash(path);
          } catch {
            // The system says why in words of its own only. On a network drive, say, there is no trash.
            return err({ kind: 'no-trash', path });
          }
        }
        return ok(null);
      }),

    async chooseBackupFolder() {
      const folder = await around.dialogs.chooseFolder();
      if (folder === null) return null;
      const code = await whyNotWritable(folder);
      if (code !== null) return err({ kind: 'storage', code, path: folder });
      const isOwn = folder === paths.backups;
      try {
        if (!isOwn) folders.remember(folder);
      } catch (error) {
        return err({ kind: 'storage', code: codeOf(error), path: paths.folder });
      }
      try {
        await gate.run(() => around.setBackupFolder(isOwn ? null : folder));
      } catch (error) {
        return err({ kind: 'storage', code: codeOf(error), path: paths.database });
      }
      return ok(folder);
    },

    async exportEverything() {
      const target = await around.dialogs.chooseTarget(archiveName(around.now()));
      if (target === null) return null;
      return exclusively(async () => {
        const task = {
          database: paths.database,
          media: paths.media,
          draftFolder: paths.restore,
          target,
          now: around.now().toISOString(),
        };
        const end = await run('write-archive', task, { reads: target, writes: target });
        if (!end.ok) {
          // A process that was ended could not clear up itself.
          rmSync(`${target}.part`, { force: true });
          clearRestore(paths);
          return end;
        }
        if (!end.value.ok) return end.value;
        lastArchive = target;
        return ok({ path: target, bytes: end.value.value.bytes });
      });
    },

    async importEverything() {
      const source = await around.dialogs.chooseArchive();
      if (source === null) return null;
      return exclusively(() =>
        restoring(async () => {
          const task = { source, database: paths.database, staging: paths.restore, media: paths.media };
          const end = await run('read-archive', task, { reads: source, writes: paths.restore });
          return end.ok ? end.value : end;
        }),
      );
    },

    checkIntegrity: () =>
      exclusively(async () => {
        const task = {
          database: paths.database,
          search: paths.search,
          media: paths.media,
          backups: await backups.paths(),
        };
        const end = await run('check-integrity', task, { reads: paths.database, writes: paths.folder });
        return end.ok ? ok({ checkedAt: around.now().toISOString(), ...end.value }) : end;
      }),

    repairSearch: () =>
      exclusively(async () =>
        (await around.rebuildSearch()) ? ok(null) : err({ kind: 'storage', code: 'EIO', path: paths.search }),
      ),

    openBackupFolder: async () => around.openFolder((await folders.current()).folder),
    showArchive() {
      if (lastArchive !== null) around.showFile(lastArchive);
    },
    cancelSafetyJob: () => around.runner.cancel(),
  };
}

/** For example `Repartee-2026-03-01.zip`, by the local date. */
function archiveName(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `Repartee-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.zip`;
}
