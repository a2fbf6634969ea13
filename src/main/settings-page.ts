import type { Locale } from '../shared/i18n/locale.ts';
import type { PaletteNotice, SettingsEvents, SettingsView } from '../shared/ipc.ts';
import { settingsCalls } from '../shared/ipc.ts';
import type { SettingKey, Settings } from '../shared/settings.ts';
import { setAutostart } from './autostart.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { Hotkeys } from './hotkeys.ts';
import type { JobRunner } from './import-export/job-runner.ts';
import { sendEvent, serveCalls } from './ipc.ts';
import { behindGate, type LibraryGate } from './library-gate.ts';
import type { Log } from './log.ts';
import type { PasteRules } from './paste-rules.ts';
import type { FocusDriver } from './platform/focus/focus.ts';
import { createSafety, type SafetyOptions } from './safety/create-safety.ts';
import { type SettingsSurroundings, settingsHandlers } from './settings-handlers.ts';
import type { WritableDatabase } from './storage/database.ts';
import { holdingChoices } from './storage/replies.ts';
import type { UserDataPaths } from './user-data.ts';
import { pageUrl } from './windows/app-protocol.ts';
import { createSettingsWindow } from './windows/settings-window.ts';

export type SettingsPageOptions = Pick<SafetyOptions, 'restart' | 'rebuildSearch'> & {
  db: WritableDatabase;
  paths: UserDataPaths;
  gate: LibraryGate;
  log: Log;
  hotkeys: Hotkeys;
  pasteRules: PasteRules;
  /** Null where no window can be picked by clicking it. */
  focus: FocusDriver | null;
  dialogs: FileDialogs;
  /** Makes a process for jobs. */
  createJobs: () => JobRunner;
  notices: PaletteNotice[];
  settings: () => Settings;
  locale: () => Locale;
  platform: SettingsView['platform'];
  version: string;
  window: { preload: string; devTools: boolean; icon: string };
  /** Stores a setting and makes it take effect; throws when it cannot be stored. */
  saveSetting: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  applied: (key: SettingKey) => void;
  autostart: Parameters<typeof setAutostart>[0];
  /** Null where the system needs no permission to paste. */
  pastePermission: () => SettingsView['pastePermission'];
  requestPastePermission: SettingsSurroundings['requestPastePermission'];
  trash: (path: string) => Promise<void>;
  openFolder: (path: string) => void;
  showFile: (path: string) => void;
  /** Has the manager save its drafts and hides it until the returned function is called; null when it is not open. */
  putManagerAway: () => Promise<(() => void) | null>;
};

/** The settings window with all calls behind it: settings, paste rules, and what keeps the library safe. */
export type SettingsPage = {
  show: () => void;
  /** Tells the page the present state. */
  refresh: () => void;
  /** Begins the daily backups. */
  begin: () => void;
  close: () => void;
};

/** Serves the settings' calls. The window is opened when it is first asked for. */
export function createSettingsPage(options: SettingsPageOptions): SettingsPage {
  const { db, paths, gate, log, hotkeys, settings, notices } = options;
  const { preload, devTools, icon } = options.window;
  const window = createSettingsWindow(preload, devTools, icon);
  const send = <Name extends keyof SettingsEvents & string>(name: Name, payload: SettingsEvents[Name]) =>
    sendEvent<SettingsEvents, Name>(window.contents(), 'settings', name, payload);

  const safety = createSafety({
    ...options,
    createRunner: options.createJobs,
    now: () => new Date(),
    progress: (progress) => send('safetyProgress', progress),
    tell: (notice) => notices.push(notice),
    failed: (code) => log.warn('backup-failed', { code }),
    async settleWindows() {
      const settingsOpen = window.contents() !== null;
      const managerBack = await options.putManagerAway();
      return {
        windows: [
          ...(managerBack ? (['manager'] as const) : []),
          ...(settingsOpen ? (['settings'] as const) : []),
        ],
        comeBack() {
          managerBack?.();
          // Its message says why they are back.
          window.raise();
        },
      };
    },
  });

  function view(): SettingsView {
    return {
      settings: settings(),
      locale: options.locale(),
      platform: options.platform,
      hotkeys: hotkeys.states(),
      holdingChoices: holdingChoices(db, settings()['holding.replyId']),
      version: options.version,
      dataFolder: paths.folder,
      pastePermission: options.pastePermission(),
      notices,
    };
  }

  const handlers = settingsHandlers({
    db,
    hotkeys,
    pasteRules: options.pasteRules,
    focus: options.focus,
    comeToFront() {
      if (window.contents() !== null) window.show();
    },
    view,
    applied: options.applied,
    setAutostart: (on) => setAutostart(options.autostart, on),
    openDataFolder: () => options.openFolder(paths.folder),
    requestPastePermission: options.requestPastePermission,
  });
  serveCalls(
    'settings',
    settingsCalls,
    { ...safety.handlers, ...behindGate(gate, handlers, ['changeSetting']) },
    {
      url: pageUrl('settings'),
      contents: () => window.contents(),
      onFailure: (error) => log.failure('call-failed', error),
    },
  );

  return {
    show: () => window.show(),
    refresh: () => send('settingsChanged', view()),
    begin: () => safety.begin(),
    close: () => safety.close(),
  };
}
