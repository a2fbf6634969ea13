import { useCallback, useEffect, useRef, useState } from 'react';
import type { SettingError, SettingsCalls, SettingsEvents, SettingsView } from '../../shared/ipc.ts';
import type { SettingKey, Settings } from '../../shared/settings.ts';
import { clientApi, onEvent } from '../api.ts';

const api = clientApi<SettingsCalls>();

/** What became of the last change of a setting. */
export type ChangeStatus =
  | { kind: 'saving' }
  /** The serial tells two successes in a row apart. */
  | { kind: 'saved'; serial: number }
  /** The value before the change is still in force. `failed`: the call itself broke. */
  | { kind: 'refused'; error: SettingError | { kind: 'failed' }; value: unknown };

export type ChangeSetting = <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;

export type SettingsModel = {
  /** Null until main has answered. */
  view: SettingsView | null;
  /** True when the settings could not be read at all. */
  unreadable: boolean;
  statuses: Partial<Record<SettingKey, ChangeStatus>>;
  /** Saves at once; the outcome appears in `statuses`. */
  change: ChangeSetting;
  openDataFolder: () => void;
  requestPastePermission: () => void;
  /** Gives the hotkeys back to the system while another one is recorded. */
  suspendHotkeys: (on: boolean) => void;
};

const suspendHotkeys = (on: boolean) => void api.suspendHotkeys(on);

/** The settings as main holds them, kept up to date. */
export function useSettings(): SettingsModel {
  const [view, setView] = useState<SettingsView | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [statuses, setStatuses] = useState<SettingsModel['statuses']>({});
  const lastSerial = useRef(0);

  useEffect(() => {
    api.readSettings().then(setView, () => setUnreadable(true));
    return onEvent<SettingsEvents, 'settingsChanged'>('settingsChanged', setView);
  }, []);

  const change = useCallback<ChangeSetting>(async (key, value) => {
    lastSerial.current += 1;
    const serial = lastSerial.current;
    const report = (status: ChangeStatus) => setStatuses((before) => ({ ...before, [key]: status }));

    report({ kind: 'saving' });
    try {
      const result = await api.changeSetting(key, value);
      if (result.ok) {
        setView(result.value);
        report({ kind: 'saved', serial });
      } else {
        report({ kind: 'refused', error: result.error, value });
      }
    } catch {
      // A call that throws is a bug in main, which logs it; here the agent learns that nothing was saved.
      report({ kind: 'refused', error: { kind: 'failed' }, value });
    }
  }, []);

  return {
    view,
    unreadable,
    statuses,
    change,
    openDataFolder: () => void api.openDataFolder(),
    requestPastePermission: () => void api.requestPastePermission().then(setView),
    suspendHotkeys,
  };
}
