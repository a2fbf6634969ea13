import { useLanguage } from '../ui/i18n.tsx';
import { HotkeyRow } from './hotkey-row.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';

/** The hotkeys of the palette and of the holding line, and which reply the holding line is. */
export function HotkeysSection(props: SectionProps) {
  const { t } = useLanguage();
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
