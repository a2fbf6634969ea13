import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { useWords } from '../ui/words.tsx';
import { HotkeyRow } from './hotkey-row.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';

/** The hotkeys of the palette, the holding line and the manager, and which reply the holding line is. */
export function HotkeysSection(props: SectionProps) {
  const { t } = useLanguage();
  const more = useWords(settingsMore);
  return (
    <>
      <HotkeyRow
        {...props}
        which="palette"
        name={t('settings.hotkey.palette')}
        hint={t('settings.hotkey.palette.hint')}
        canBeOff={false}
      />
      <HotkeyRow
        {...props}
        which="holding"
        name={t('settings.hotkey.holding')}
        hint={t('settings.hotkey.holding.hint')}
        canBeOff={true}
      />
      <HoldingReply {...props} />
      <HotkeyRow
        {...props}
        which="manager"
        name={more('hotkey.manager')}
        hint={more('hotkey.manager.hint')}
        canBeOff={true}
      />
    </>
  );
}

function HoldingReply({ view, statuses, change }: SectionProps) {
  const { t } = useLanguage();
  const chosen = view.settings['holding.replyId'];
  const gone = chosen !== null && !view.holdingChoices.some(({ id }) => id === chosen);
  return (
    <SettingRow
      label={t('settings.holding.reply')}
      hint={t('settings.holding.reply.hint')}
      status={statuses['holding.replyId']}
    >
      {(ids) => (
        <select
          {...ids}
          className="select"
          value={chosen ?? ''}
          onChange={(event) => change('holding.replyId', event.target.value || null)}
        >
          <option value="">{t('settings.holding.none')}</option>
          {gone && <option value={chosen}>{t('settings.holding.gone')}</option>}
          {view.holdingChoices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </SettingRow>
  );
}
