import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import type { Settings } from '../../shared/settings.ts';
import { useWords } from '../ui/words.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';

const scales: Settings['palette.scale'][] = [90, 100, 115, 130];

/** How the palette looks. */
export function PaletteSection({ view, statuses, change }: SectionProps) {
  const t = useWords(settingsMore);
  return (
    <>
      <SettingRow
        label={t('palette.scale')}
        hint={t('palette.scale.hint')}
        status={statuses['palette.scale']}
      >
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={view.settings['palette.scale']}
            onChange={(event) =>
              change('palette.scale', Number(event.target.value) as Settings['palette.scale'])
            }
          >
            {scales.map((scale) => (
              <option key={scale} value={scale}>
                {t(`palette.scale.${scale}`)}
              </option>
            ))}
          </select>
        )}
      </SettingRow>
      <p className="setting-hint">{t('palette.where')}</p>
    </>
  );
}
