import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { byteWords } from '../ui/number-words.ts';
import { useWords } from '../ui/words.tsx';
import { type BackupWords, problemWords } from './safety-words.ts';
import { Problem } from './setting-row.tsx';
import type { SafetyModel, SafetyNews } from './use-safety.ts';

/** What is under way, with its progress and a way to stop it, or what became of it. It stays in sight while one scrolls. */
export function JobBar({ safety }: { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const { job, news } = safety;
  return (
    <div className="job-bar" aria-live="polite">
      {job && (
        <div className="job">
          <span>{t(`job.${job.job}`)}</span>
          <progress
            aria-label={t(`job.${job.job}`)}
            {...(job.share === null ? {} : { value: job.share, max: 1 })}
          />
          {job.job !== 'folder' && job.job !== 'delete' && (
            <button type="button" className="button-quiet" onClick={safety.cancel}>
              {t('cancel')}
            </button>
          )}
        </div>
      )}
      {!job && news && <News news={news} safety={safety} t={t} />}
    </div>
  );
}

function News({ news, safety, t }: { news: SafetyNews; safety: SafetyModel; t: BackupWords }) {
  const { locale } = useLanguage();
  switch (news.kind) {
    case 'problem':
      return <Problem>{problemWords(news.problem, t)}</Problem>;
    case 'backed-up':
      return <Done>{t('list.made.done', { size: byteWords(news.bytes) })}</Done>;
    case 'deleted':
      return <Done>{t('list.deleted', { date: instantWords(news.madeAt, locale) })}</Done>;
    case 'search-rebuilt':
      return <Done>{t('finding.search.rebuilt')}</Done>;
    case 'restarting':
      return <Done>{t('restore.restarting')}</Done>;
    case 'exported':
      return (
        <Done>
          {t('archive.exported', { size: byteWords(news.bytes), path: news.path })}{' '}
          <button type="button" className="button-inline" onClick={safety.showArchive}>
            {t('archive.show')}
          </button>
        </Done>
      );
  }
}

function Done({ children }: { children: React.ReactNode }) {
  return (
    <p className="done-line">
      <Icon name="check" size={14} />
      <span>{children}</span>
    </p>
  );
}
