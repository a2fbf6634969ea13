import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import { useWords } from '../ui/words.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { Switch } from './switch.tsx';

/** What the app remembers of its use. */
export function InsightSection({ view, statuses, change }: SectionProps) {
  const t = useWords(settingsMore);
  return (
    <>
      <p className="section-lead">{t('insight.lead')}</p>
      <SettingRow
        label={t('insight.keep')}
        hint={t('insight.keep.hint')}
        status={statuses['insight.keepFailedSearches']}
      >
        {(ids) => (
          <Switch
            {...ids}
            checked={view.settings['insight.keepFailedSearches']}
            onChange={(on) => change('insight.keepFailedSearches', on)}
          />
        )}
      </SettingRow>
    </>
  );
}
