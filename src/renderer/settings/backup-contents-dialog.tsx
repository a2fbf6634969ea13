import { useState } from 'react';
import type { BackupContents, BackupView } from '../../shared/contract/safety-calls.ts';
import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { useWords } from '../ui/words.tsx';
import { Dialog } from './dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { Problem } from './setting-row.tsx';
import type { SafetyModel } from './use-safety.ts';

type BackupContentsDialogProps = { safety: SafetyModel; backup: BackupView; contents: BackupContents };

/** What is in a backup and how it differs from the library. */
export function BackupContentsDialog({ safety, backup, contents }: BackupContentsDialogProps) {
  const t = useWords(settingsBackups);
  const { locale } = useLanguage();
  const [restoring, setRestoring] = useState(false);
  const date = instantWords(backup.madeAt, locale);
  const { onlyThere, onlyHere, different } = contents;
  const isSame = onlyThere + onlyHere + different === 0;
  const close = safety.closeContents;

  if (restoring) {
    return (
      <RestoreDialog
        title={t('restore.title', { date })}
        confirm={t('restore.confirm')}
        onClose={close}
        onConfirm={() => safety.restore(backup)}
      />
    );
  }
  return (
    <Dialog
      title={t('inspect.title', { date })}
      onClose={close}
      onlyText={true}
      actions={
        <>
          <button type="button" className="button" onClick={() => setRestoring(true)}>
            {t('list.restore')}
          </button>
          <button type="button" className="button button-primary" onClick={close}>
            {t('close')}
          </button>
        </>
      }
    >
      <p className="section-lead">{t('inspect.lead')}</p>
      <dl className="facts">
        <Fact name={t('inspect.replies')} value={contents.replies} />
        <Fact name={t('inspect.categories')} value={contents.categories} />
        <Fact
          name={t('inspect.libraries')}
          value={contents.libraries.join(t('inspect.listSeparator')) || '–'}
        />
        <Fact
          name={t('inspect.lastChange')}
          value={contents.lastChangeAt === null ? '–' : instantWords(contents.lastChangeAt, locale)}
        />
      </dl>
      <h3>{t('inspect.compared')}</h3>
      {isSame ? (
        <p>{t('inspect.same')}</p>
      ) : (
        <dl className="facts">
          <Fact name={t('inspect.onlyThere')} value={onlyThere} />
          <Fact name={t('inspect.different')} value={different} />
          <Fact name={t('inspect.onlyHere')} value={onlyHere} />
        </dl>
      )}
      {contents.missingMedia > 0 && (
        <Problem>{t('inspect.missingMedia', { count: contents.missingMedia })}</Problem>
      )}
      {contents.sample.length > 0 && <Sample contents={contents} />}
    </Dialog>
  );
}

function Fact({ name, value }: { name: string; value: string | number }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The replies that differ; each opens to its whole text. */
function Sample({ contents }: { contents: BackupContents }) {
  const t = useWords(settingsBackups);
  const { sample, onlyThere, different } = contents;
  return (
    <>
      <h3>{t('inspect.sample')}</h3>
      <ul className="sample">
        {sample.map(({ title, texts, state }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: replies may have the same title; the list never changes.
          <li key={index}>
            <details>
              <summary>
                <span className="sample-title">{title}</span>{' '}
                <span className="chip">{t(`inspect.state.${state}`)}</span>
                <span className="sample-snippet">{texts[0]}</span>
              </summary>
              {texts.map((text, variant) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: variants have no name but their number
                <p key={variant} className="sample-text">
                  {text}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
      {sample.length < onlyThere + different && (
        <p className="setting-hint">{t('inspect.sampleMore', { count: sample.length })}</p>
      )}
    </>
  );
}
