import type { safetyCalls } from '../shared/contract/safety-calls.ts';
import type { Handlers, SettingError, SettingsCalls, SettingsView } from '../shared/ipc.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { SettingKey, Settings } from '../shared/settings.ts';
import { isSettingKey, settingsTable } from '../shared/settings.ts';
import type { Hotkeys } from './hotkeys.ts';
import type { WritableDatabase } from './storage/database.ts';
import { writeSetting } from './storage/settings-store.ts';

export type SettingsSurroundings = {
  db: WritableDatabase;
  hotkeys: Hotkeys;
  /** The settings window's view of the present state. */
  view: () => SettingsView;
  /** Called after a setting was stored; makes it take effect. */
  applied: (key: SettingKey) => void;
  /** Makes the system start the app at login, or not. Throws when the system does not let it. */
  setAutostart: (on: boolean) => void;
  openDataFolder: () => void;
  requestPastePermission: () => void;
};

/** The settings window's calls but for those that keep the library safe, see `safety-handlers.ts`. */
export function settingsHandlers(
  around: SettingsSurroundings,
): Omit<Handlers<SettingsCalls>, keyof typeof safetyCalls> {
  return {
    readSettings: () => around.view(),
    changeSetting: (key, value) => changeSetting(around, key, value),
    openDataFolder: () => around.openDataFolder(),
    requestPastePermission() {
      around.requestPastePermission();
      return around.view();
    },
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
  const before = around.view().settings;
  let undo = () => {};
  if (key === 'hotkey.palette' || key === 'hotkey.holding') {
    const name = key === 'hotkey.palette' ? 'palette' : 'holding';
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
