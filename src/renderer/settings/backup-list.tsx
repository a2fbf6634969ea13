import { useState } from 'react';
import type { BackupView } from '../../shared/contract/safety-calls.ts';
import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { useWords } from '../ui/words.tsx';
import { bytesWords } from './format.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import type { SafetyModel } from './use-safety.ts';

/** Every backup, the newest first, with what can be done with it. */
export function BackupList({ safety }: { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const { locale } = useLanguage();
  const [restoring, setRestoring] = useState<BackupView | null>(null);
  const { backups, job } = safety;
  return (
    <>
      <div className="list-head">
        <p className="section-lead">{t('list.lead')}</p>
        <button type="button" className="button" aria-disabled={job !== null} onClick={safety.backUpNow}>
          {t('list.now')}
        </button>
      </div>
      {backups?.length === 0 && <p className="empty-line">{t('list.empty')}</p>}
      {backups !== null && backups.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
        <section className="table-box" tabIndex={0} aria-label={t('list.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('list.made')}</th>
                <th scope="col">{t('list.reason')}</th>
                <th scope="col" className="cell-number">
                  {t('list.size')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('list.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => {
                const date = instantWords(backup.madeAt, locale);
                return (
                  <tr key={backup.name}>
                    <td className="cell-date">{date}</td>
                    <td>
                      <span className="chip">{t(`reason.${backup.reason}`)}</span>
                    </td>
                    <td className="cell-number">{bytesWords(backup.bytes, locale)}</td>
                    <td className="cell-actions">
                      <button
                        type="button"
                        className="button-quiet"
                        aria-label={t('list.inspectLabel', { date })}
                        aria-disabled={job !== null}
                        onClick={() => safety.inspect(backup)}
                      >
                        {t('list.inspect')}
                      </button>
                      <button
                        type="button"
                        className="button-quiet"
                        aria-label={t('list.restoreLabel', { date })}
                        aria-disabled={job !== null}
                        onClick={() => job === null && setRestoring(backup)}
                      >
                        {t('list.restore')}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {restoring && (
        <RestoreDialog
          title={t('restore.title', { date: instantWords(restoring.madeAt, locale) })}
          confirm={t('restore.confirm')}
          onClose={() => setRestoring(null)}
          onConfirm={() => safety.restore(restoring)}
        />
      )}
    </>
  );
}
