import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { settingsTable } from '../../shared/settings.ts';
import { useWords } from '../ui/words.tsx';
import { ArchiveRows } from './archive-rows.tsx';
import { BackupContentsDialog } from './backup-contents-dialog.tsx';
import { BackupList } from './backup-list.tsx';
import { IntegrityRow } from './integrity-row.tsx';
import { JobBar } from './job-bar.tsx';
import { Problem, SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { TextSetting } from './text-setting.tsx';
import { type SafetyModel, useSafety } from './use-safety.ts';

/** Backups from before big changes that are kept, as main keeps them. */
const specialKept = 5;

/** Where backups go, those that there are, everything in one file, and the integrity check. */
export function BackupsSection(props: SectionProps) {
  const safety = useSafety();
  const t = useWords(settingsBackups);
  return (
    <>
      <FolderRow {...props} safety={safety} />
      <KeepRow {...props} />
      <JobBar safety={safety} />
      <h2>{t('list.title')}</h2>
      <BackupList safety={safety} />
      <h2>{t('archive.title')}</h2>
      <ArchiveRows safety={safety} />
      <h2>{t('check.title')}</h2>
      <IntegrityRow safety={safety} />
      {safety.contents && <BackupContentsDialog safety={safety} {...safety.contents} />}
    </>
  );
}

function FolderRow({ safety, change, statuses }: SectionProps & { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const { folder, job } = safety;
  const unreachable = folder?.unreachable ?? null;
  const isOwn = folder !== null && folder.folder === folder.own && unreachable === null;
  return (
    <SettingRow
      label={t('folder.label')}
      hint={t('folder.hint')}
      layout="wide"
      status={statuses['backup.folder']}
      problem={unreachable && <Problem>{t('folder.unreachable', unreachable)}</Problem>}
    >
      <code className="code data-folder-path folder-path">{folder?.folder ?? ''}</code>
      <button type="button" className="button" aria-disabled={job !== null} onClick={safety.chooseFolder}>
        {t('folder.choose')}
      </button>
      <button type="button" className="button" onClick={safety.openFolder}>
        {t('folder.open')}
      </button>
      {!isOwn && folder !== null && (
        <button type="button" className="button-quiet" onClick={() => change('backup.folder', null)}>
          {t('folder.reset')}
        </button>
      )}
    </SettingRow>
  );
}

function KeepRow({ view, statuses, change }: SectionProps) {
  const t = useWords(settingsBackups);
  const bounds = keepBounds();
  const status = statuses['backup.keep'];
  const refused = status?.kind === 'refused' && status.error.kind === 'invalid-value';
  return (
    <SettingRow
      label={t('keep.label')}
      hint={t('keep.hint', { ...bounds, special: specialKept })}
      status={status}
      problem={refused && <Problem>{t('keep.invalid', bounds)}</Problem>}
    >
      {(ids) => (
        <span className="with-unit">
          <TextSetting
            {...ids}
            className="text-input text-input-number"
            inputMode="numeric"
            value={String(view.settings['backup.keep'])}
            commitOn="leave"
            onCommit={(value) => change('backup.keep', Number(value))}
          />
          {t('keep.unit')}
        </span>
      )}
    </SettingRow>
  );
}

/** The bounds of the number of backups, from the table of settings. */
function keepBounds(): { min: number; max: number } {
  const { minValue, maxValue } = settingsTable['backup.keep'].unwrap();
  return { min: minValue ?? 1, max: maxValue ?? 1 };
}
