import type { IntegrityFinding, IntegrityReport } from '../../shared/contract/safety-calls.ts';
import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { useWords } from '../ui/words.tsx';
import { findingWords } from './safety-words.ts';
import { SettingRow } from './setting-row.tsx';
import type { SafetyModel } from './use-safety.ts';

/** Unused files do no harm: they are told, but do not count as a problem. */
const harmless = new Set<IntegrityFinding['kind']>(['media-unused']);

/** The check on demand and its report. */
export function IntegrityRow({ safety }: { safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  return (
    <>
      <SettingRow label={t('check.label')} hint={t('check.hint')}>
        <button type="button" className="button" aria-disabled={safety.job !== null} onClick={safety.check}>
          {t('check.button')}
        </button>
      </SettingRow>
      {safety.report && <Report report={safety.report} safety={safety} />}
    </>
  );
}

function Report({ report, safety }: { report: IntegrityReport; safety: SafetyModel }) {
  const t = useWords(settingsBackups);
  const { locale } = useLanguage();
  const { findings, replies, media } = report;
  const problems = findings.filter(({ kind }) => !harmless.has(kind)).length;
  return (
    <section className="report" aria-label={t('check.title')}>
      <p className={problems === 0 ? 'report-sound' : 'report-found'}>
        <Icon name={problems === 0 ? 'check' : 'warning'} />
        <span>
          {problems === 0
            ? t('check.sound', { replies, media })
            : t('check.found', { count: problems, replies, media })}
        </span>
      </p>
      {findings.length > 0 && (
        <ul className="points">
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              {findingWords(finding, t)}{' '}
              {finding.kind === 'search-index' && (
                <button
                  type="button"
                  className="button-inline"
                  aria-disabled={safety.job !== null}
                  onClick={safety.rebuildSearch}
                >
                  {t('finding.search.rebuild')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="setting-hint">{t('check.at', { date: instantWords(report.checkedAt, locale) })}</p>
    </section>
  );
}
