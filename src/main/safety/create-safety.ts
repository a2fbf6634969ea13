import type { SafetyEvents, safetyCalls } from '../../shared/contract/safety-calls.ts';
import type { Handlers, PaletteNotice } from '../../shared/ipc.ts';
import type { SettingKey, Settings } from '../../shared/settings.ts';
import type { JobRunner } from '../import-export/job-runner.ts';
import { type SafetySurroundings, safetyHandlers } from '../safety-handlers.ts';
import type { UserDataPaths } from '../user-data.ts';
import { type BackupFolders, createBackupFolders } from './backup-folders.ts';
import { createBackups } from './backups.ts';

export type SafetyOptions = Pick<
  SafetySurroundings,
  | 'gate'
  | 'dialogs'
  | 'settleWindows'
  | 'restart'
  | 'trash'
  | 'openFolder'
  | 'showFile'
  | 'rebuildSearch'
  | 'now'
> & {
  paths: UserDataPaths;
  /** Makes a process for jobs; backups that come due have one of their own. */
  createRunner: () => JobRunner;
  settings: () => Settings;
  /** Stores a setting and makes it take effect; throws when it cannot be stored. */
  saveSetting: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  progress: (progress: SafetyEvents['safetyProgress']) => void;
  /** Tells the person something when the palette opens next. */
  tell: (notice: PaletteNotice) => void;
  /** Notes a daily backup that failed, by its code. */
  failed: (code: string) => void;
};

/** Everything that keeps the library safe. */
export type Safety = {
  handlers: Handlers<typeof safetyCalls>;
  folders: BackupFolders;
  /** Begins the daily backups. */
  begin: () => void;
  close: () => void;
};

/** Makes backups, archive and integrity check work together. */
export function createSafety(options: SafetyOptions): Safety {
  const { paths, settings, now } = options;
  const chosen = () => settings()['backup.folder'];
  const folders = createBackupFolders(paths.backups, paths.backupFolders, chosen);
  const keep = () => settings()['backup.keep'];
  const [runner, dailyRunner] = [options.createRunner(), options.createRunner()];
  let saidFailed = false;
  let saidUnreachable = '';

  const shared = { database: paths.database, folders, keep, now };
  const backups = createBackups({ ...shared, runner, onDaily: () => {} });
  const daily = createBackups({
    ...shared,
    runner: dailyRunner,
    async onDaily(made) {
      // The process is wanted once a day: it need not stay.
      dailyRunner.forget();
      const { unreachable } = await folders.current();
      if (unreachable && unreachable.folder !== saidUnreachable) {
        saidUnreachable = unreachable.folder;
        options.tell({ kind: 'backup-folder', ...unreachable });
      }
      if (made.ok) saidFailed = false;
      else {
        const code = made.error.kind === 'storage' ? made.error.code : made.error.kind;
        options.failed(code);
        if (!saidFailed) options.tell({ kind: 'backup-failed', code });
        saidFailed = true;
      }
    },
  });

  return {
    folders,
    begin: () => daily.schedule(),
    close() {
      runner.close();
      dailyRunner.close();
    },
    handlers: safetyHandlers({
      ...options,
      backups,
      folders,
      runner,
      setBackupFolder: (folder) => options.saveSetting('backup.folder', folder),
    }),
  };
}
