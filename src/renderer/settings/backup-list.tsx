import { useEffect, useRef, useState } from 'react';
import type { BackupView } from '../../shared/contract/safety-calls.ts';
import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { byteWords } from '../ui/number-words.ts';
import { useWords } from '../ui/words.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import type { SafetyModel } from './use-safety.ts';

/** Every backup, the newest first, with what can be done with it. */
export function BackupList({ safety }: { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const { locale } = useLanguage();
  const [restoring, setRestoring] = useState<BackupView | null>(null);
  const { backups, job } = safety;
  const { nowButton, removed } = useFocusAfterRemoval(backups);
  return (
    <>
      <div className="list-head">
        <p className="section-lead">{t('list.lead')}</p>
        <button
          type="button"
          className="button"
          ref={nowButton}
          aria-disabled={job !== null}
          onClick={safety.backUpNow}
        >
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
                    <td className="cell-number">{byteWords(backup.bytes)}</td>
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
                      <button
                        type="button"
                        className="button-quiet"
                        aria-label={t('list.deleteLabel', { date })}
                        aria-disabled={job !== null}
                        onKeyDown={(event) => {
                          // The focus goes on to the next backup, which a key that is held must not delete.
                          if (event.repeat) event.preventDefault();
                        }}
                        onClick={(event) => {
                          if (job !== null) return;
                          removed(event.currentTarget);
                          safety.remove(backup);
                        }}
                      >
                        {t('list.delete')}
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

/**
 * Once a row is gone whose button had the focus, the same button of the next row gets it, else of the row before, else the
 * button above the list.
 */
function useFocusAfterRemoval(backups: readonly BackupView[] | null) {
  const nowButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef<{ button: HTMLElement; others: (Element | null | undefined)[] } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows come and go with the backups
  useEffect(() => {
    const { button, others } = pressed.current ?? {};
    if (!button || button.isConnected) return;
    pressed.current = null;
    if (document.activeElement !== document.body) return;
    const next = others?.find((other) => other?.isConnected);
    (next instanceof HTMLElement ? next : nowButton.current)?.focus();
  }, [backups]);

  return {
    nowButton,
    removed(button: HTMLElement) {
      const row = button.closest('tr');
      const others = [row?.nextElementSibling, row?.previousElementSibling];
      pressed.current = { button, others: others.map((other) => other?.querySelector('button:last-child')) };
    },
  };
}
