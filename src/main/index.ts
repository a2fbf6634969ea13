import { join } from 'node:path';
import {
  app,
  ClipboardItem,
  clipboard,
  dialog,
  globalShortcut,
  nativeImage,
  nativeTheme,
  screen,
  session,
  shell,
  systemPreferences,
  utilityProcess,
} from 'electron';
import { lintPolicy } from '../shared/domain/lint/lint-policy.ts';
import type { Id } from '../shared/domain/reply.ts';
import { commandLineMessages } from '../shared/i18n/areas/command-line.ts';
import { wordsOf } from '../shared/i18n/catalogue.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import { localeFor } from '../shared/i18n/locale.ts';
import { translator } from '../shared/i18n/translate.ts';
import type { PaletteNotice, SettingsView } from '../shared/ipc.ts';
import { paletteCalls } from '../shared/ipc.ts';
import type { HotkeyName, SettingKey, Settings } from '../shared/settings.ts';
import { hotkeyNames } from '../shared/settings.ts';
import { parseCommandLine } from './command-line.ts';
import { createFailedSearchWatch } from './failed-search-watch.ts';
import { createFieldMemory } from './field-memory.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { createHoldingLine, paletteHandlers, rowLimit } from './handlers.ts';
import { createHotkeys } from './hotkeys.ts';
import { createJobRunner } from './import-export/job-runner.ts';
import jobWorker from './import-export/worker.ts?modulePath';
import { createInsertions } from './insertions.ts';
import { serveCalls } from './ipc.ts';
import { behindGate, createLibraryGate } from './library-gate.ts';
import { limitYoungGeneration } from './limit-heap.ts';
import { createLog } from './log.ts';
import { createManager } from './manager.ts';
import { oncePerPress } from './once-per-press.ts';
import { createPalette, startSession } from './palette.ts';
import { createPasteRules } from './paste-rules.ts';
import { snapshotText } from './platform/clipboard/clipboard.ts';
import { createClipboardDriver } from './platform/clipboard/create-clipboard-driver.ts';
import { createFocusDriver } from './platform/focus/create-focus-driver.ts';
import { alternativeHotkeys } from './platform/hotkey/alternatives.ts';
import { quirkFor } from './platform/paste/app-quirks.ts';
import { createKeyDriver } from './platform/paste/create-key-driver.ts';
import type { PlatformName } from './platform/platform.ts';
import { createSettingsPage } from './settings-page.ts';
import { codeOf, startFailure } from './start-failure.ts';
import { rememberFailedSearch } from './storage/failed-searches.ts';
import { mediaPath } from './storage/media.ts';
import { openSearchIndex } from './storage/search-index.ts';
import searchRebuildWorker from './storage/search-rebuild-worker.ts?modulePath';
import type { StoredSettings } from './storage/settings-store.ts';
import { readSettings, writeSetting } from './storage/settings-store.ts';
import { createTray } from './tray.ts';
import { openUserData, userDataPaths } from './user-data.ts';
import { handleAppProtocol, mediaUrl, pageUrl, registerAppScheme } from './windows/app-protocol.ts';
import { hardenApp } from './windows/hardening.ts';
import { createPaletteWindow } from './windows/palette-window.ts';
import { preparePastes } from './windows/paste-in-page.ts';
import { createTemporaryResources } from './windows/temporary-resources.ts';

/** A target that tells when it has read the clipboard (X11) is waited for longer: it is slow, not absent. */
const readTimeoutX11Ms = 5_000;

/** The page that asked for the restart gets its answer before. */
const restartDelayMs = 100;

/** Most heap of a process for jobs, in MiB: more than a file of 50 MB takes. Beyond it the process ends, not the app. */
const jobHeapMib = 1_536;

const outFolder = join(import.meta.dirname, '..');
const resources = app.isPackaged ? process.resourcesPath : join(outFolder, '..', 'resources');
const icons = join(resources, 'icons');
const preload = (name: string) => join(outFolder, 'preload', `${name}.cjs`);
const windowOptions = (name: string) => ({
  preload: preload(name),
  devTools: !app.isPackaged,
  icon: join(icons, 'icon.png'),
});

limitYoungGeneration();
app.enableSandbox();
registerAppScheme();
// On Wayland global shortcuts go through the desktop portal, which Chromium asks only with this feature.
app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
const commandLine = parseCommandLine(process.argv, app.isPackaged, process.cwd());
if (commandLine.kind === 'usage') {
  const { wrong } = commandLine;
  void app.whenReady().then(() => explainUsage(wrong));
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(startOrSayWhyNot);
} else {
  app.quit();
}

/** Says on the terminal how the program is called, and ends. */
function explainUsage(wrong: string | null): void {
  const t = wordsOf(commandLineMessages, localeFor(app.getPreferredSystemLanguages()));
  const complaint = wrong === 'import' ? t('noFile') : wrong === null ? '' : t('wrong', { argument: wrong });
  process.stderr.write(`${complaint === '' ? '' : `${complaint}\n`}${t('usage')}\n`);
  app.exit(wrong === null ? 0 : 2);
}

/** Starts the app; when it cannot, says so in words and ends. */
function startOrSayWhyNot(): void {
  try {
    start();
  } catch (error) {
    const folder = app.getPath('userData');
    const t = translator(localeFor(app.getPreferredSystemLanguages()));
    const { title, detail, code } = startFailure(error, folder, t);
    createLog(userDataPaths(folder).logs).error('start-failed', { code });
    dialog.showErrorBox(title, detail);
    app.exit(1);
  }
}

function start(): void {
  const platform = detectPlatform();
  const paths = userDataPaths(app.getPath('userData'));
  const log = createLog(paths.logs);
  log.watchCrashes();
  log.info('start', { version: app.getVersion(), platform });
  const systemLocale = localeFor(app.getPreferredSystemLanguages());
  const localeOf = ({ settings }: StoredSettings): Locale =>
    settings.language === 'system' ? systemLocale : settings.language;

  const opened = openUserData(paths, join(resources, 'starter'), localeOf, new Date());
  if (opened.kind === 'newer') {
    const t = translator(systemLocale);
    dialog.showErrorBox(t('start.newerTitle'), t('start.newerDetail', { folder: paths.folder }));
    app.exit(1);
    return;
  }
  const { db, quirks, notices, reopen } = opened.data;
  let { stored } = opened.data;
  for (const notice of notices) log.warn('start', { kind: notice.kind });
  const settings = (): Settings => stored.settings;
  const locale = (): Locale => localeOf(stored);
  const brokenRules = notices.find((notice) => notice.kind === 'quirks-invalid') ?? null;
  const pasteRules = createPasteRules(paths.pasteRules, quirks, brokenRules, () => new Date());
  const drivers = {
    focus: createFocusDriver(platform),
    keys: createKeyDriver(platform),
    clipboard: createClipboardDriver(platform, { clipboard, ClipboardItem, nativeImage }),
  };
  const gate = createLibraryGate((error) => log.error('late-write-failed', { code: codeOf(error) }));
  const insertions = createInsertions({
    db,
    gate,
    mediaFolder: paths.media,
    outgoingFolder: paths.outgoing,
    tools: () => {
      const delay = settings()['paste.restoreDelayMs'];
      const restoreDelayMs = platform === 'x11' ? Math.max(delay, readTimeoutX11Ms) : delay;
      return { ...drivers, wayland: platform === 'wayland', restoreDelayMs };
    },
    lintPolicy: () => lintPolicy(settings()),
    now: () => new Date(),
    onUsed() {
      search.applyChanges();
      manager.usageChanged();
    },
    onNotCounted: (error) => log.error('use-not-counted', { code: codeOf(error) }),
  });

  const temporary = createTemporaryResources();
  handleAppProtocol({
    rendererRoot: join(outFolder, 'renderer'),
    mediaFile: (hash) => mediaPath(paths.media, hash),
    temporary: (name) => temporary.find(name),
  });
  hardenApp(app, session.defaultSession);
  preparePastes(app, () => drivers.clipboard.handOver());
  nativeTheme.themeSource = settings().theme;

  const failedSearches = createFailedSearchWatch({
    keeps: () => settings()['insight.keepFailedSearches'],
    remember(query) {
      try {
        gate.soon(() => {
          rememberFailedSearch(db, query, new Date());
          manager.usageChanged();
        });
      } catch (error) {
        // A full disk: the palette has to close all the same.
        log.error('search-not-kept', { code: codeOf(error) });
      }
    },
  });
  const surroundings = {
    focus: drivers.focus,
    quirkFor: (appName: string) => quirkFor(appName, pasteRules.rows()),
    clipboardText: async () => snapshotText(await drivers.clipboard.save()),
    keysIdle: () => insertions.keysIdle(),
    ended: (opening: number) => failedSearches.ended(opening),
    opening: (current: { window: { app: string } | null }) => ({
      results: search.search('', {
        now: new Date().toISOString(),
        app: current.window?.app ?? null,
        limit: rowLimit,
      }),
      locale: locale(),
      theme: settings().theme,
      scale: settings()['palette.scale'],
      platform: pagePlatform(platform),
      notices: untold(),
    }),
  };
  let told = 0;
  /** Each notice is said once in the palette; the settings window keeps showing them. */
  function untold(): PaletteNotice[] {
    const news = notices.slice(told);
    told = notices.length;
    return news;
  }

  const view = createPaletteWindow({
    preload: preload('palette'),
    devTools: !app.isPackaged,
    // Windows and X11 tell a window's bounds in physical pixels, macOS in Electron's own.
    toDip: (point) => (platform === 'mac' ? point : screen.screenToDipPoint(point)),
    scale: () => settings()['palette.scale'],
    onBlur: () => palette.close(),
  });
  const palette = createPalette(view, surroundings);
  const search = openSearchIndex({
    path: paths.search,
    library: db,
    worker: searchRebuildWorker,
    onRebuild: () => palette.send('libraryChanged', null),
  });

  const media = { url: mediaUrl, folder: paths.media };
  const createJobs = () =>
    createJobRunner(() =>
      utilityProcess.fork(jobWorker, [], {
        serviceName: 'Repartee jobs',
        execArgv: [`--max-old-space-size=${jobHeapMib}`],
      }),
    );
  const dialogs = createFileDialogs(dialog, () => app.getPath('documents'));
  const manager = createManager({
    db,
    paths,
    gate,
    search,
    media,
    jobs: createJobs(),
    temporary,
    window: windowOptions('manager'),
    platform: pagePlatform(platform),
    settings,
    locale,
    hotkey: () => hotkeys.active('palette'),
    saveSetting,
    dialogs,
    documents: () => app.getPath('documents'),
    showInFolder: (path) => shell.showItemInFolder(path),
    openSettings: () => settingsPage.show(),
    onLibraryChanged() {
      search.applyChanges();
      palette.send('libraryChanged', null);
    },
    log,
  });

  const around = {
    db,
    media,
    search,
    palette,
    insertions,
    fieldMemory: createFieldMemory(),
    failedSearches,
    settings,
    locale,
    now: () => new Date(),
    openSettings: () => settingsPage.show(),
    openManager: (target: Id | 'list' | 'new') => manager.open(target),
    onCreated: (id: Id) => manager.replyCreated(id),
  };
  const holdingLine = createHoldingLine(around, () => startSession(surroundings));
  const perPress = (action: () => void) => oncePerPress(action, () => drivers.keys.heldKeys());
  const hotkeys = createHotkeys(
    globalShortcut,
    {
      palette: perPress(() => void palette.toggle()),
      holding: perPress(() => void holdingLine()),
      manager: perPress(() => manager.open('list')),
    },
    (taken) => alternativeHotkeys(taken, platform),
    () => hotkeyNames.map((name) => settings()[`hotkey.${name}`]),
  );
  const settingsPage = createSettingsPage({
    db,
    paths,
    gate,
    log,
    hotkeys,
    pasteRules,
    focus: platform === 'wayland' ? null : drivers.focus,
    dialogs,
    createJobs,
    notices,
    settings,
    locale,
    platform: pagePlatform(platform),
    version: app.getVersion(),
    window: windowOptions('settings'),
    saveSetting,
    applied: applySetting,
    autostart: {
      platform,
      configFolder: app.getPath('appData'),
      executable: app.getPath('exe'),
      setLoginItem: (item) => app.setLoginItemSettings(item),
    },
    pastePermission() {
      if (platform !== 'mac') return null;
      return systemPreferences.isTrustedAccessibilityClient(false) ? 'granted' : 'missing';
    },
    requestPastePermission: () => void systemPreferences.isTrustedAccessibilityClient(true),
    trash: (path) => shell.trashItem(path),
    openFolder: (path) => void shell.openPath(path),
    showFile: (path) => shell.showItemInFolder(path),
    putManagerAway: () => manager.putAway(),
    restart: () => setTimeout(() => void restart(), restartDelayMs),
    rebuildSearch: async () => (await search.rebuild()).kind === 'done',
  });
  serveCalls('palette', paletteCalls, behindGate(gate, paletteHandlers(around), ['createReply']), {
    url: pageUrl('palette'),
    contents: () => view.window.webContents,
    onFailure: (error) => log.failure('call-failed', error),
  });
  beginHotkey('palette', settings()['hotkey.palette']);
  beginHotkey('holding', settings()['hotkey.holding']);
  beginHotkey('manager', settings()['hotkey.manager']);
  const tray = createTray({
    locale: locale(),
    platform,
    iconFolder: icons,
    openPalette: () => void palette.open(),
    openManager: () => manager.open('list'),
    openSettings: () => settingsPage.show(),
    openDataFolder: () => void shell.openPath(paths.folder),
    quit: () => app.quit(),
  });
  settingsPage.begin();
  manager.begin();
  if (reopen.includes('manager')) manager.open('list');
  if (reopen.includes('settings')) settingsPage.show();

  app.on('second-instance', (_event, argv, folder) => {
    const asked = parseCommandLine(argv, app.isPackaged, folder);
    if (asked.kind === 'import') manager.importFiles(asked.paths);
    else void palette.open();
  });
  if (commandLine.kind === 'import') manager.importFiles(commandLine.paths);
  // The tray keeps the app alive; a closed settings window is no reason to end.
  app.on('window-all-closed', () => {});
  let settled = false;
  // The manager would object to its closing until its drafts are saved, and what the clipboard driver still holds would be
  // gone with the app; Electron passes its clipboard on to the desktop.
  app.on('before-quit', (event) => {
    if (settled) return;
    settled = true;
    event.preventDefault();
    void Promise.allSettled([leaveClipboard(), manager.settle()]).then(() => app.quit());
  });
  app.on('will-quit', shutDown);

  function beginHotkey(name: HotkeyName, accelerator: string): void {
    const { state, suggestion } = hotkeys.begin(name, accelerator);
    if (state === 'taken') notices.push({ kind: 'hotkey-taken', hotkey: accelerator, using: suggestion });
  }

  /** Stores a setting and makes it take effect; throws when it cannot be stored. */
  function saveSetting<Key extends SettingKey>(key: Key, value: Settings[Key]): void {
    writeSetting(db, key, value);
    applySetting(key);
  }

  function applySetting(key: SettingKey): void {
    stored = readSettings(db);
    manager.settingChanged(key);
    if (key === 'theme') nativeTheme.themeSource = settings().theme;
    if (key === 'language') tray.setLocale(locale());
    settingsPage.refresh();
  }

  /** What the agent had copied before an insertion that still runs would be lost with the app. */
  async function leaveClipboard(): Promise<void> {
    await insertions.idle();
    await drivers.clipboard.handOver();
  }

  /** Ends and starts anew, past the windows' objections: what they had to save is saved. */
  async function restart(): Promise<void> {
    await leaveClipboard();
    app.relaunch();
    shutDown();
    app.exit(0);
  }

  function shutDown(): void {
    globalShortcut.unregisterAll();
    settingsPage.close();
    manager.close();
    gate.flush();
    for (const driver of Object.values(drivers)) driver.close();
    search.close();
    db.close();
  }
}

function pagePlatform(platform: PlatformName): SettingsView['platform'] {
  return platform === 'windows' || platform === 'mac' ? platform : 'linux';
}

function detectPlatform(): PlatformName {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'mac';
  const isWayland = process.env.XDG_SESSION_TYPE === 'wayland' && Boolean(process.env.WAYLAND_DISPLAY);
  return isWayland ? 'wayland' : 'x11';
}
