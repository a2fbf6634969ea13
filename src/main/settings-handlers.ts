import type { safetyCalls } from '../shared/contract/safety-calls.ts';
import type { Handlers, SettingError, SettingsCalls, SettingsView } from '../shared/ipc.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { HotkeyName, SettingKey, Settings } from '../shared/settings.ts';
import { isSettingKey, settingsTable } from '../shared/settings.ts';
import type { Hotkeys } from './hotkeys.ts';
import type { PasteRules } from './paste-rules.ts';
import type { FocusDriver } from './platform/focus/focus.ts';
import { pickWindow } from './platform/focus/pick-window.ts';
import type { WritableDatabase } from './storage/database.ts';
import { writeSetting } from './storage/settings-store.ts';

export type SettingsSurroundings = {
  db: WritableDatabase;
  hotkeys: Hotkeys;
  pasteRules: PasteRules;
  /** Null where the system does not tell which window is in front. */
  focus: FocusDriver | null;
  /** Brings the settings window to front if it is still open. */
  comeToFront: () => void;
  /** The settings window's view of the present state. */
  view: () => SettingsView;
  /** Called after a setting was stored; makes it take effect. */
  applied: (key: SettingKey) => void;
  /** Makes the system start the app at login, or not. Throws when the system does not let it. */
  setAutostart: (on: boolean) => void;
  openDataFolder: () => void;
  requestPastePermission: () => void;
};

/** A page that was closed while it recorded gives the hotkeys back by this time, in milliseconds. */
const longestRecording = 60_000;

/** The person is told to click within 15 seconds. */
const longestPick = 15_000;

const hotkeyOf: Partial<Record<SettingKey, HotkeyName>> = {
  'hotkey.palette': 'palette',
  'hotkey.holding': 'holding',
  'hotkey.manager': 'manager',
};

/** The settings window's calls but for those that keep the library safe, see `safety-handlers.ts`. */
export function settingsHandlers(
  around: SettingsSurroundings,
): Omit<Handlers<SettingsCalls>, keyof typeof safetyCalls> {
  let resuming: NodeJS.Timeout | undefined;
  let pick: AbortController | null = null;
  return {
    readSettings: () => around.view(),
    changeSetting: (key, value) => changeSetting(around, key, value),
    openDataFolder: () => around.openDataFolder(),
    requestPastePermission() {
      around.requestPastePermission();
      return around.view();
    },
    suspendHotkeys(on) {
      clearTimeout(resuming);
      if (!on) return around.hotkeys.resume();
      around.hotkeys.suspend();
      resuming = setTimeout(() => around.hotkeys.resume(), longestRecording).unref();
    },
    readPasteRules: () => around.pasteRules.view(),
    savePasteRules: (rules) => around.pasteRules.save(rules),
    async pickApp() {
      if (around.focus === null) return { kind: 'unsupported' };
      pick?.abort();
      pick = new AbortController();
      const outcome = await pickWindow(around.focus, { signal: pick.signal, timeoutMs: longestPick });
      if (outcome.kind !== 'picked') return outcome;
      // The person has just gone to the other program, and what comes next is a dialog of ours.
      around.comeToFront();
      const { app, appName } = outcome.window;
      return { kind: 'picked', app, appName };
    },
    cancelPick: () => pick?.abort(),
  };
}

/**
 * Checks and stores one setting. What the system has to agree to, a hotkey and starting at login, is done before it is
 * stored, and undone if it cannot be stored.
 */
function changeSetting(
  around: SettingsSurroundings,
  key: string,
  value: unknown,
): Result<SettingsView, SettingError> {
  if (!isSettingKey(key)) return err({ kind: 'unknown-key' });
  const parsed = settingsTable[key].safeParse(value);
  if (!parsed.success || value === undefined) return err({ kind: 'invalid-value', key });
  // A folder is chosen in its own dialog, which tries whether it can be written.
  if (key === 'backup.folder' && value !== null) return err({ kind: 'invalid-value', key });
  const before = around.view().settings;
  let undo = () => {};
  const name = hotkeyOf[key];
  if (name !== undefined) {
    const active = around.hotkeys.active(name) ?? '';
    const changed = around.hotkeys.change(name, String(parsed.data));
    if (!changed.ok) return err({ kind: 'hotkey-taken', suggestion: changed.error.suggestion });
    undo = () => void around.hotkeys.change(name, active);
  }
  if (key === 'autostart') {
    around.setAutostart(parsed.data === true);
    undo = () => around.setAutostart(before.autostart);
  }
  if (!stored(around.db, key, parsed.data)) {
    undo();
    return err({ kind: 'storage-failed' });
  }
  around.applied(key);
  return ok(around.view());
}

function stored(db: WritableDatabase, key: SettingKey, value: Settings[SettingKey]): boolean {
  try {
    return writeSetting(db, key, value);
  } catch {
    // A full or read-only disk: the person is told and can try again, the old value is still in force.
    return false;
  }
}
