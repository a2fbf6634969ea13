import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { PasteRules } from './paste-rules.tsx';
import { restoreDelayBounds } from './refusal-words.ts';
import { Problem, SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { TextSetting } from './text-setting.tsx';

/** How a reply gets into the chat window: the clipboard's return, rules per app, the permission on a Mac. */
export function PastingSection({ view, statuses, change, requestPastePermission }: SectionProps) {
  const { t } = useLanguage();
  return (
    <>
      {view.pastePermission !== null && (
        <SettingRow
          label={t('settings.permission')}
          hint={t('settings.permission.hint')}
          problem={
            view.pastePermission === 'missing' && <Problem>{t('settings.permission.missing')}</Problem>
          }
        >
          {view.pastePermission === 'granted' ? (
            <span className="granted">
              <Icon name="check" size={14} />
              {t('settings.permission.granted')}
            </span>
          ) : (
            <button type="button" className="button" onClick={requestPastePermission}>
              {t('settings.permission.request')}
            </button>
          )}
        </SettingRow>
      )}

      <SettingRow
        label={t('settings.restoreDelay')}
        hint={t('settings.restoreDelay.hint', restoreDelayBounds())}
        status={statuses['paste.restoreDelayMs']}
      >
        {(ids) => (
          <span className="with-unit">
            <TextSetting
              {...ids}
              className="text-input text-input-number"
              inputMode="numeric"
              value={String(view.settings['paste.restoreDelayMs'])}
              commitOn="leave"
              onCommit={(value) => change('paste.restoreDelayMs', Number(value))}
            />
            {t('settings.unit.milliseconds')}
          </span>
        )}
      </SettingRow>

      <PasteRules />
    </>
  );
}
