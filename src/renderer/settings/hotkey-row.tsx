import { useState } from 'react';
import { shortcutMessages } from '../../shared/i18n/areas/manager-shortcuts.ts';
import type { SettingsView } from '../../shared/ipc.ts';
import { defaultSettings, type HotkeyName, hotkeyNames } from '../../shared/settings.ts';
import { acceleratorText } from '../ui/accelerator-text.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { managerShortcut } from '../ui/manager-shortcuts.ts';
import { useWords } from '../ui/words.tsx';
import { HotkeyRecorder } from './hotkey-recorder.tsx';
import { Problem, SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { Switch } from './switch.tsx';
import type { ChangeStatus } from './use-settings.ts';

/**
 * What a hotkey becomes when it is switched on. The manager's is off until somebody wants one, and then none of the shortcuts
 * inside the manager, such as Ctrl+Shift+M: the system would keep those keys from its window.
 */
const defaults = { ...defaultSettings(), 'hotkey.manager': 'CommandOrControl+Shift+L' };

type HotkeyRowProps = SectionProps & { which: HotkeyName; name: string; hint: string; canBeOff: boolean };

/** One hotkey: recording another, going back to the default, switching it off, and a way out when it is taken. */
export function HotkeyRow({
  view,
  statuses,
  change,
  suspendHotkeys,
  which,
  name,
  hint,
  canBeOff,
}: HotkeyRowProps) {
  const { t } = useLanguage();
  const tShortcut = useWords(shortcutMessages);
  const [clash, setClash] = useState<string | null>(null);
  const { platform } = view;
  const key = `hotkey.${which}` as const;
  const accelerator = view.settings[key];
  const status = statuses[key];
  const trouble = hotkeyTrouble(view, which, status, clash);

  function record(next: string) {
    const others = hotkeyNames
      .filter((name) => name !== which)
      .map((name) => view.settings[`hotkey.${name}`]);
    const same = next !== '' && others.includes(next);
    setClash(same ? next : null);
    if (!same) change(key, next);
  }

  const suggestion = trouble?.suggestion ?? null;
  const problem = trouble && (
    <Problem
      action={
        suggestion !== null && (
          <button type="button" className="button-inline" onClick={() => record(suggestion)}>
            {t('settings.hotkey.take', { keys: acceleratorText(suggestion, platform) })}
          </button>
        )
      }
    >
      {t(`settings.hotkey.${trouble.kind}`, { keys: acceleratorText(trouble.accelerator, platform) })}
    </Problem>
  );

  const lost = managerShortcut(accelerator);
  const keys = acceleratorText(accelerator, platform);
  const hintAndLoss =
    lost === null ? (
      hint
    ) : (
      <>
        {hint}
        <br />
        {t('settings.hotkey.managerLoses', { keys, what: tShortcut(lost) })}
      </>
    );

  return (
    <SettingRow
      label={name}
      hint={hintAndLoss}
      layout={accelerator === '' ? 'narrow' : 'wide'}
      status={status}
      problem={problem}
    >
      {(ids) => (
        <>
          {accelerator !== '' && (
            <HotkeyRecorder
              {...ids}
              name={name}
              accelerator={accelerator}
              platform={platform}
              onRecord={record}
              onRecording={suspendHotkeys}
            />
          )}
          {accelerator !== '' && accelerator !== defaults[key] && (
            <button type="button" className="button-quiet" onClick={() => record(defaults[key])}>
              {t('settings.hotkey.reset', { keys: acceleratorText(defaults[key], platform) })}
            </button>
          )}
          {canBeOff && (
            <span className="hotkey-switch">
              <Switch
                aria-label={t('settings.hotkey.enable', { name })}
                checked={accelerator !== ''}
                onChange={(on) => record(on ? defaults[key] : '')}
              />
            </span>
          )}
        </>
      )}
    </SettingRow>
  );
}

type HotkeyTrouble = {
  kind: 'clash' | 'taken' | 'takenInForce';
  accelerator: string;
  suggestion: string | null;
};

/** What stands in the way of a hotkey: our other one, another program, or another program since the start. */
function hotkeyTrouble(
  view: SettingsView,
  which: HotkeyName,
  status: ChangeStatus | undefined,
  clash: string | null,
): HotkeyTrouble | null {
  if (clash !== null) return { kind: 'clash', accelerator: clash, suggestion: null };
  if (status?.kind === 'refused') {
    if (status.error.kind !== 'hotkey-taken') return null;
    return { kind: 'taken', accelerator: String(status.value), suggestion: status.error.suggestion };
  }
  const { state, accelerator, suggestion } = view.hotkeys[which];
  return state === 'taken' ? { kind: 'takenInForce', accelerator, suggestion } : null;
}
