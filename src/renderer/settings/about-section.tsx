import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import type { SectionProps } from './settings-app.tsx';

/** The version, where the data lives, and what leaves this computer: nothing. */
export function AboutSection({ view, openDataFolder }: SectionProps) {
  const { t } = useLanguage();
  return (
    <div className="about">
      <p className="about-name">
        {t('app.name')}{' '}
        <span className="about-version">{t('settings.version', { version: view.version })}</span>
      </p>
      <p className="about-purpose">{t('settings.about.purpose')}</p>

      <h2>{t('settings.privacy')}</h2>
      <p className="about-promise">
        <Icon name="check" />
        {t('settings.privacy.nothingLeaves')}
      </p>
      <p>{t('settings.privacy.detail')}</p>

      <h2>{t('settings.dataFolder')}</h2>
      <p>{t('settings.dataFolder.hint')}</p>
      <div className="data-folder">
        <code className="code data-folder-path">{view.dataFolder}</code>
        <button type="button" className="button" onClick={openDataFolder}>
          <Icon name="folder" />
          {t('settings.openFolder')}
        </button>
      </div>
    </div>
  );
}
