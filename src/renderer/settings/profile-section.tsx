import type { SettingKey } from '../../shared/settings.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { TextSetting } from './text-setting.tsx';

const fields = ['name', 'number', 'shop'] as const;

/** Who the agent is: values that replies take up by placeholder. */
export function ProfileSection({ view, statuses, change }: SectionProps) {
  const { t } = useLanguage();
  return (
    <>
      <p className="section-lead">{t('settings.profile.lead')}</p>
      {fields.map((field) => {
        const key = `profile.${field}` satisfies SettingKey;
        return (
          <SettingRow
            key={field}
            label={t(`settings.profile.${field}`)}
            hint={
              <>
                {t('settings.profile.usedAs')} <code className="code">{`{{agent.${field}}}`}</code>
              </>
            }
            status={statuses[key]}
          >
            {(ids) => (
              <TextSetting
                {...ids}
                value={view.settings[key]}
                placeholder={t(`settings.profile.${field}.example`)}
                commitOn="pause"
                onCommit={(value) => change(key, value.trim())}
              />
            )}
          </SettingRow>
        );
      })}
    </>
  );
}
