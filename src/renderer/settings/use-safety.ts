import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  BackupContents,
  BackupFolderView,
  BackupView,
  IntegrityReport,
  SafetyEvents,
  SafetyProblem,
} from '../../shared/contract/safety-calls.ts';
import type { Instant } from '../../shared/domain/reply.ts';
import type { SettingsCalls, SettingsEvents } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { clientApi, onEvent } from '../api.ts';

const api = clientApi<SettingsCalls>();

export type SafetyJob =
  | SafetyEvents['safetyProgress']
  /** Done by the system itself, hence not to be stopped by the app. */
  | { job: 'folder' | 'delete'; share: null };

/** What the section says about the last thing that was asked for. */
export type SafetyNews =
  | { kind: 'backed-up'; bytes: number }
  | { kind: 'exported'; bytes: number; path: string }
  | { kind: 'deleted'; madeAt: Instant }
  | { kind: 'restarting' }
  | { kind: 'search-rebuilt' }
  | { kind: 'problem'; problem: SafetyProblem | { kind: 'failed' } };

export type SafetyModel = {
  /** Null until main has answered. */
  backups: BackupView[] | null;
  folder: BackupFolderView | null;
  /** What is under way. */
  job: SafetyJob | null;
  news: SafetyNews | null;
  contents: { backup: BackupView; contents: BackupContents } | null;
  report: IntegrityReport | null;
  backUpNow: () => void;
  inspect: (backup: BackupView) => void;
  closeContents: () => void;
  restore: (backup: BackupView) => void;
  remove: (backup: BackupView) => void;
  chooseFolder: () => void;
  openFolder: () => void;
  exportEverything: () => void;
  showArchive: () => void;
  importEverything: () => void;
  check: () => void;
  rebuildSearch: () => void;
  cancel: () => void;
};

/** Backups, archive and integrity check as main holds them. */
export function useSafety(): SafetyModel {
  const [backups, setBackups] = useState<BackupView[] | null>(null);
  const [folder, setFolder] = useState<BackupFolderView | null>(null);
  const [job, setJob] = useState<SafetyJob | null>(null);
  const [news, setNews] = useState<SafetyNews | null>(null);
  const [contents, setContents] = useState<SafetyModel['contents']>(null);
  const running = useRef(false);
  const [report, setReport] = useState<IntegrityReport | null>(null);

  const refresh = useCallback(async () => {
    const [listed, place] = await Promise.all([api.listBackups(), api.readBackupFolder()]);
    setBackups(listed);
    setFolder(place);
  }, []);

  useEffect(() => {
    void refresh();
    const ended = [
      onEvent<SettingsEvents, 'safetyProgress'>('safetyProgress', (progress) =>
        setJob((running) => running && progress),
      ),
      onEvent<SettingsEvents, 'settingsChanged'>('settingsChanged', () => void refresh()),
    ];
    return () => {
      for (const end of ended) end();
    };
  }, [refresh]);

  /** Runs one job; null from main means that the person chose nothing. */
  const run = useCallback(
    async <Value>(
      name: SafetyJob['job'],
      call: () => Promise<Result<Value, SafetyProblem> | null>,
      then: (value: Value) => SafetyNews | null,
    ) => {
      // Buttons stay focusable meanwhile, so that the focus is where it was when the job is done.
      if (running.current) return;
      running.current = true;
      setJob({ job: name, share: null });
      setNews(null);
      try {
        const result = await call();
        if (result?.ok) setNews(then(result.value));
        else if (result) setNews({ kind: 'problem', problem: result.error });
        await refresh();
      } catch {
        // A call that throws is a bug in main, which logs it; here the person learns that it was not done.
        setNews({ kind: 'problem', problem: { kind: 'failed' } });
      } finally {
        running.current = false;
        setJob(null);
      }
    },
    [refresh],
  );

  return {
    backups,
    folder,
    job,
    news,
    contents,
    report,
    backUpNow: () => void run('backup', api.backUpNow, ({ bytes }) => ({ kind: 'backed-up', bytes })),
    inspect: (backup) =>
      void run(
        'inspect',
        () => api.inspectBackup(backup.name),
        (value) => {
          setContents({ backup, contents: value });
          return null;
        },
      ),
    closeContents: () => setContents(null),
    restore: (backup) =>
      void run(
        'restore',
        () => api.restoreBackup(backup.name),
        () => ({ kind: 'restarting' }),
      ),
    remove: (backup) =>
      void run(
        'delete',
        () => api.deleteBackup(backup.name),
        () => ({ kind: 'deleted', madeAt: backup.madeAt }),
      ),
    chooseFolder: () => void run('folder', api.chooseBackupFolder, () => null),
    openFolder: () => void api.openBackupFolder(),
    exportEverything: () =>
      void run('archive', api.exportEverything, (value) => ({ kind: 'exported', ...value })),
    showArchive: () => void api.showArchive(),
    importEverything: () => void run('unpack', api.importEverything, () => ({ kind: 'restarting' })),
    check: () =>
      void run('check', api.checkIntegrity, (value) => {
        setReport(value);
        return null;
      }),
    rebuildSearch: () =>
      void run('check', api.repairSearch, () => {
        setReport(
          (before) =>
            before && { ...before, findings: before.findings.filter(({ kind }) => kind !== 'search-index') },
        );
        return { kind: 'search-rebuilt' };
      }),
    cancel: () => void api.cancelSafetyJob(),
  };
}
