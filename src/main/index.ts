import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  ClipboardItem,
  clipboard,
  dialog,
  globalShortcut,
  nativeTheme,
  session,
  shell,
  systemPreferences,
} from 'electron';
import type { Locale } from '../shared/i18n/locale.ts';
import { localeFor } from '../shared/i18n/locale.ts';
import { translator } from '../shared/i18n/translate.ts';
import type { PaletteNotice, SettingsEvents, SettingsView } from '../shared/ipc.ts';
import { paletteCalls, settingsCalls } from '../shared/ipc.ts';
import type { SettingKey } from '../shared/settings.ts';
import { setAutostart } from './autostart.ts';
import { createFieldMemory } from './field-memory.ts';
import { createHoldingLine, paletteHandlers, rowLimit } from './handlers.ts';
import { createHotkeys } from './hotkeys.ts';
import { createInsertions } from './insertions.ts';
import { sendEvent, serveCalls } from './ipc.ts';
import { createPalette, startSession } from './palette.ts';
import { createClipboardDriver } from './platform/clipboard/create-clipboard-driver.ts';
import { snapshotText } from './platform/clipboard/clipboard.ts';
import { createFocusDriver } from './platform/focus/create-focus-driver.ts';
import { alternativeHotkeys } from './platform/hotkey/alternatives.ts';
import type { QuirkRow } from './platform/paste/app-quirks.ts';
import { parseUserQuirks, quirkFor } from './platform/paste/app-quirks.ts';
import { createKeyDriver } from './platform/paste/create-key-driver.ts';
import type { PlatformName } from './platform/platform.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { installStarter } from './starter.ts';
import { makeBackup, openOrRestore, untilNextBackup } from './storage/backup.ts';
import type { WritableDatabase } from './storage/database.ts';
import { listLibraries } from './storage/libraries.ts';
import { mediaPath } from './storage/media.ts';
import { openSearchIndex } from './storage/search-index.ts';
import { readSettings } from './storage/settings-store.ts';
import { handleAppProtocol, mediaUrl, pageUrl, registerAppScheme } from './windows/app-protocol.ts';
import { hardenApp } from './windows/hardening.ts';
import { createPaletteWindow } from './windows/palette-window.ts';

/** Where everything of one user lies. */
function dataPaths(folder: string) {
  return {
    folder,
    database: join(folder, 'repartee.db'),
    search: join(folder, 'search.db'),
    media: join(folder, 'media'),
    backups: join(folder, 'backups'),
    damaged: join(folder, 'damaged'),
    outgoing: join(folder, 'outgoing'),
    pasteRules: join(folder, 'paste-rules.json'),
    logs: join(folder, 'logs'),
  };
}

type DataPaths = ReturnType<typeof dataPaths>;

function detectPlatform(): PlatformName {
  if (process.platform === 'win32') return 'windows';
  if (process.platform === 'darwin') return 'mac';
  const isWayland = process.env['XDG_SESSION_TYPE'] === 'wayland' && Boolean(process.env['WAYLAND_DISPLAY']);
  return isWayland ? 'wayland' : 'x11';
}
