import { Fragment, type KeyboardEvent, useEffect, useState } from 'react';
import type { SettingsView } from '../../shared/ipc.ts';
import { acceleratorText, keyCaps } from '../ui/accelerator-text.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type Recording, recordKey } from './accelerator.ts';
import type { ControlIds } from './setting-row.tsx';

type HotkeyRecorderProps = ControlIds & {
  /** Name of the hotkey, for the label of the button. */
  name: string;
  accelerator: string;
  platform: SettingsView['platform'];
  onRecord: (accelerator: string) => void;
  /** Recording begins or ends: ours must not catch the keys meanwhile. */
  onRecording: (on: boolean) => void;
};

/**
 * A button that shows a hotkey and, once pressed, waits for another one. Escape, Tab and leaving the button end the
 * recording without a change.
 */
export function HotkeyRecorder({
  name,
  accelerator,
  platform,
  onRecord,
  onRecording,
  ...ids
}: HotkeyRecorderProps) {
  const { t } = useLanguage();
  const [recording, setRecording] = useState<Recording | null>(null);
  const isRecording = recording !== null;

  useEffect(() => {
    if (!isRecording) return;
    onRecording(true);
    const end = () => onRecording(false);
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      end();
    };
  }, [isRecording, onRecording]);

  function onKeyDown(event: KeyboardEvent) {
    const bare = !(event.ctrlKey || event.metaKey || event.altKey);
    if (recording === null) {
      // A hotkey such as Ctrl+Shift+Space, pressed where it means nothing any more, does not press the button.
      if (!bare && isPress(event.key)) event.preventDefault();
      return;
    }
    if (bare && event.key === 'Tab') {
      setRecording(null);
      return;
    }
    event.preventDefault();
    if (bare && event.key === 'Escape') {
      setRecording(null);
      return;
    }
    const next = recordKey(event.nativeEvent, platform);
    setRecording(next.kind === 'recorded' ? null : next);
    if (next.kind === 'recorded') onRecord(next.accelerator);
  }

  function onKeyUp(event: KeyboardEvent) {
    // While recording, the release of Space and Enter would press the button again.
    if (recording === null) return;
    event.preventDefault();
    const next = recordKey(event.nativeEvent, platform);
    if (recording.kind === 'waiting' && next.kind === 'waiting') setRecording(next);
  }

  // As the caps read, so that who names the button by what it shows is understood.
  const keys = keyCaps(accelerator, platform).join(' ');
  return (
    <div className="hotkey">
      <button
        type="button"
        className={recording ? 'hotkey-button hotkey-button-recording' : 'hotkey-button'}
        id={ids.id}
        aria-describedby={ids['aria-describedby']}
        aria-label={
          recording
            ? t('settings.hotkey.recordingLabel', { name })
            : t('settings.hotkey.label', { name, keys })
        }
        onClick={() => setRecording({ kind: 'waiting', held: '' })}
        onKeyDown={onKeyDown}
        onKeyUp={onKeyUp}
        onBlur={() => setRecording(null)}
      >
        <RecorderFace recording={recording} accelerator={accelerator} platform={platform} />
      </button>
      {recording && (
        <p className="hotkey-help" role="status">
          {recording.kind === 'unusable'
            ? t(`settings.hotkey.unusable.${recording.reason}`, {
                keys: acceleratorText(recording.accelerator, platform),
              })
            : t('settings.hotkey.recordingHint')}
        </p>
      )}
    </div>
  );
}

function isPress(key: string): boolean {
  return key === ' ' || key === 'Enter';
}

type RecorderFaceProps = {
  recording: Recording | null;
  accelerator: string;
  platform: SettingsView['platform'];
};

function RecorderFace({ recording, accelerator, platform }: RecorderFaceProps) {
  const { t } = useLanguage();
  const held = recording?.kind === 'waiting' ? recording.held : '';
  if (recording && held === '')
    return <span className="hotkey-prompt">{t('settings.hotkey.recording')}</span>;

  const caps = keyCaps(recording ? held : accelerator, platform);
  return (
    <span className="hotkey-caps">
      {caps.map((cap) => (
        <Fragment key={cap}>
          <Kbd>{cap}</Kbd>{' '}
        </Fragment>
      ))}
      {recording && <span className="hotkey-prompt">…</span>}
    </span>
  );
}
