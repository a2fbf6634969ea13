import type { Settings } from '../../shared/settings.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { Switch } from './switch.tsx';

const languages: Settings['language'][] = ['system', 'zh-CN', 'zh-TW', 'en'];
const themes: Settings['theme'][] = ['system', 'light', 'dark'];

/** Language, theme and start with the system. */
export function GeneralSection({ view, statuses, change }: SectionProps) {
  const { t } = useLanguage();
  const { settings } = view;
  return (
    <>
      <SettingRow label={t('settings.language')} status={statuses.language}>
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={settings.language}
            onChange={(event) => change('language', event.target.value as Settings['language'])}
          >
            {languages.map((language) => (
              <option key={language} value={language}>
                {t(`settings.language.${language}`)}
              </option>
            ))}
          </select>
        )}
      </SettingRow>

      <SettingRow label={t('settings.theme')} status={statuses.theme}>
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={settings.theme}
            onChange={(event) => change('theme', event.target.value as Settings['theme'])}
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {t(`settings.theme.${theme}`)}
              </option>
            ))}
          </select>
        )}
      </SettingRow>

      <SettingRow
        label={t('settings.autostart')}
        hint={t('settings.autostart.hint')}
        status={statuses.autostart}
      >
        {(ids) => (
          <Switch
            {...ids}
            checked={settings.autostart}
            onChange={(checked) => change('autostart', checked)}
          />
        )}
      </SettingRow>
    </>
  );
}
