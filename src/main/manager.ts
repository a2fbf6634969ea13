import type { ManagerView } from '../shared/contract/library-calls.ts';
import { lintPolicy } from '../shared/domain/lint/lint-policy.ts';
import type { Id } from '../shared/domain/reply.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import { managerCalls } from '../shared/ipc.ts';
import type { SettingKey, Settings } from '../shared/settings.ts';
import { profileOf } from '../shared/settings.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import { insightHandlers } from './insight-handlers.ts';
import { serveCalls } from './ipc.ts';
import { largeSteps } from './large-steps.ts';
import { behindGate, type LibraryGate } from './library-gate.ts';
import { libraryHandlers } from './library-handlers.ts';
import { createLintChecker } from './lint-checker.ts';
import type { Log } from './log.ts';
import { createManagerPage } from './manager-page.ts';
import type { MediaView } from './reply-view.ts';
import { createBackupFolders } from './safety/backup-folders.ts';
import { createSaveText } from './save-text.ts';
import { codeOf } from './start-failure.ts';
import type { WritableDatabase } from './storage/database.ts';
import { undoState } from './storage/edit-journal.ts';
import { replyLists } from './storage/reply-list.ts';
import type { SearchIndex } from './storage/search-index.ts';
import { createTransfer } from './transfer.ts';
import type { UserDataPaths } from './user-data.ts';
import { pageUrl } from './windows/app-protocol.ts';
import { createManagerWindow, type ManagerWindowOptions } from './windows/manager-window.ts';
import type { TemporaryResources } from './windows/temporary-resources.ts';

export type ManagerOptions = {
  db: WritableDatabase;
  paths: UserDataPaths;
  gate: LibraryGate;
  search: SearchIndex;
  media: MediaView;
  /** A process of its own for reading, importing and exporting. */
  jobs: JobRunner;
  temporary: TemporaryResources;
  window: Omit<ManagerWindowOptions, 'onClosing'>;
  platform: ManagerView['platform'];
  settings: () => Settings;
  locale: () => Locale;
  /** The palette's hotkey as it works now, or null. */
  hotkey: () => string | null;
  /** Stores a setting and makes it take effect. */
  saveSetting: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  dialogs: FileDialogs;
  documents: () => string;
  showInFolder: (path: string) => void;
  openSettings: () => void;
  /** The library has changed by something that was done here. */
  onLibraryChanged: () => void;
  log: Log;
};

/** The manager: its window with all calls behind it, and the check of the library's texts. */
export type Manager = {
  open: (target: Id | 'list' | 'new') => void;
  /** Opens the manager on the import of these files. */
  importFiles: (paths: readonly string[]) => void;
  /** To be called when a reply was written elsewhere. */
  replyCreated: (id: Id) => void;
  settingChanged: (key: SettingKey) => void;
  /** To be called when a paste was counted or a search without an answer kept. */
  usageChanged: () => void;
  /** Begins to check the texts that were not checked yet. */
  begin: () => void;
  /** Has the page save its drafts and closes the window; false when there was none. */
  settle: () => Promise<boolean>;
  /** Has the page save its drafts and hides the window until the returned function is called; null when there is none. */
  putAway: () => Promise<(() => void) | null>;
  close: () => void;
};

/** Calls that write to the library, hence wait while an import does. */
const libraryWrites = [
  'applyAction',
  'undo',
  'redo',
  'saveDraft',
  'discardDraft',
  'addMedia',
  'finishTour',
] as const;

/** Makes the manager and serves its calls. Its window is opened when it is first asked for. */
export function createManager(options: ManagerOptions): Manager {
  const { db, gate, search, settings, locale, dialogs, log } = options;
  const now = () => new Date();
  const window = createManagerWindow({ ...options.window, onClosing: () => page.send('closing', null) });
  const page = createManagerPage(window);
  const lint = createLintChecker({
    db,
    policy: () => lintPolicy(settings()),
    onProgress: (share) => {
      if (share === null) tellPage();
    },
    onFailure: (error) => log.error('lint-failed', { code: codeOf(error) }),
  });
  const lists = replyLists({
    db,
    matches: (text, limit) => search.matches(text, now().toISOString(), limit),
    lintShare: () => lint.share(),
    now,
  });
  const backupFolders = createBackupFolders(
    options.paths.backups,
    options.paths.backupFolders,
    () => settings()['backup.folder'],
  );
  const transfer = createTransfer({
    ...options,
    listedIds: (query) => lists.idsOf(query),
    backups: async () => ({
      folder: (await backupFolders.current()).folder,
      keep: settings()['backup.keep'],
    }),
    now,
    progress: (progress) => page.send('transferProgress', progress),
    changed: manyChanged,
  });
  const largeStep = largeSteps({
    database: options.paths.database,
    jobs: options.jobs,
    gate,
    db,
    by: () => settings()['profile.name'],
    now,
    changed: manyChanged,
  });
  const library = libraryHandlers({
    db,
    media: options.media,
    search,
    lists,
    settings,
    managerView,
    checked: (ids) => lint.check(ids),
    now,
    changed,
    finishTour: () => options.saveSetting('manager.tourDone', true),
    openSettings: options.openSettings,
  });
  const writing = behindGate(gate, library, libraryWrites);
  const insight = insightHandlers({
    db,
    now,
    locale,
    keepsFailedSearches: () => settings()['insight.keepFailedSearches'],
    setKeepFailedSearches: (on) => options.saveSetting('insight.keepFailedSearches', on),
    checking: () => lint.share(),
    saveText: createSaveText(dialogs.save, options.documents),
  });
  serveCalls(
    'manager',
    managerCalls,
    {
      ...writing,
      applyAction: (action) => largeStep({ kind: 'action', action }, () => writing.applyAction(action)),
      undo: () => largeStep({ kind: 'undo' }, () => writing.undo()),
      redo: () => largeStep({ kind: 'redo' }, () => writing.redo()),
      ...transfer.handlers,
      ...behindGate(gate, insight, ['clearFailedSearches', 'setKeepFailedSearches']),
      managerReady: () => page.ready(),
      readyToClose: () => window.readyToClose(),
    },
    {
      url: pageUrl('manager'),
      contents: () => window.contents(),
      onFailure: (error) => log.failure('call-failed', error),
    },
  );

  function managerView(): ManagerView {
    return {
      locale: locale(),
      theme: settings().theme,
      platform: options.platform,
      tour: !settings()['manager.tourDone'],
      hotkey: options.hotkey(),
      settings: settings(),
      fill: { profile: profileOf(settings()), clipboard: '' },
      undo: undoState(db),
    };
  }

  function tellPage(): void {
    page.send('libraryChanged', { undo: undoState(db) });
  }

  function changed(): void {
    options.onLibraryChanged();
    tellPage();
  }

  /** The other process has changed replies, nobody knows which. */
  function manyChanged(): void {
    changed();
    lint.restart();
  }

  return {
    open(target) {
      if (target === 'list') page.show();
      else page.show('showReply', { id: target === 'new' ? null : target });
    },
    importFiles: (paths) => page.show('importRequested', transfer.sources.open(paths)),
    replyCreated(id) {
      lint.check([id]);
      tellPage();
    },
    settingChanged(key) {
      if (key.startsWith('lint.')) lint.restart();
      page.send('managerChanged', managerView());
    },
    usageChanged: () => page.send('usageChanged', null),
    begin: () => lint.restart(),
    settle: () => window.settle(),
    putAway: () => window.putAway(),
    close() {
      lint.close();
      options.jobs.close();
    },
  };
}
