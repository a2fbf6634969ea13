import { useState } from 'react';
import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useWords } from '../ui/words.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SafetyModel } from './use-safety.ts';

/** Everything into one zip, and back. */
export function ArchiveRows({ safety }: { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const [asking, setAsking] = useState(false);
  const busy = safety.job !== null;
  return (
    <>
      <SettingRow label={t('archive.export')} hint={t('archive.export.hint')}>
        <button type="button" className="button" aria-disabled={busy} onClick={safety.exportEverything}>
          {t('archive.export.button')}
        </button>
      </SettingRow>
      <SettingRow label={t('archive.import')} hint={t('archive.import.hint')}>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => !busy && setAsking(true)}
        >
          {t('archive.import.button')}
        </button>
      </SettingRow>
      {asking && (
        <RestoreDialog
          title={t('archive.import.title')}
          confirm={t('archive.import.confirm')}
          onClose={() => setAsking(false)}
          onConfirm={safety.importEverything}
        />
      )}
    </>
  );
}
