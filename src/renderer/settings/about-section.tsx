import logo from '../../../resources/icons/logo.svg?no-inline';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import type { SectionProps } from './settings-app.tsx';

/** The version, where the data lives, and what leaves this computer: nothing. */
export function AboutSection({ view, openDataFolder }: SectionProps) {
  const { t } = useLanguage();
  return (
    <div className="about">
      <div className="about-head">
        <img src={logo} width={56} height={56} alt="" />
        <div>
          <p className="about-name">
            {t('app.name')}{' '}
            <span className="about-version">{t('settings.version', { version: view.version })}</span>
          </p>
          <p>{t('settings.about.purpose')}</p>
        </div>
      </div>

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
