import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { instantWords } from '../ui/instant-words.ts';
import type { PaletteState, Preview } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';

type Props = { state: PaletteState; preview: Preview; dispatch: Dispatch };

/** What has to be known before the text is read: how it was reached, whether it is valid, that it is being edited. */
export function PreviewBanners({ state, preview, dispatch }: Props) {
  const { t } = useLanguage();
  const { wanted } = state;
  return (
    <>
      {wanted?.from && (
        <div className="banner" data-tone={wanted.via === 'successor' ? 'warning' : 'info'}>
          <Icon name="arrow" size={14} />
          <span>
            {t(wanted.via === 'successor' ? 'palette.preview.insteadOf' : 'palette.preview.nextAfter', {
              title: wanted.from,
            })}
          </span>
          <button
            type="button"
            className="link"
            onClick={() => dispatch({ kind: 'command', command: { kind: 'escape' } })}
          >
            {t('palette.preview.back')}
          </button>
        </div>
      )}
      <ValidityBanner preview={preview} dispatch={dispatch} />
      {preview.editedTexts !== null && (
        <div className="banner" data-tone="info">
          <Icon name="edit" size={14} />
          <span>{t('palette.edit.banner')}</span>
        </div>
      )}
    </>
  );
}

function ValidityBanner({ preview, dispatch }: Pick<Props, 'preview' | 'dispatch'>) {
  const { t, locale } = useLanguage();
  const { validity, validFrom, validUntil, successor } = preview.view;
  if (validity === 'expired') {
    return (
      <div className="banner" data-tone="danger">
        <Icon name="clock" size={14} />
        <span>
          {validUntil === null
            ? t('palette.row.expired')
            : t('palette.preview.expired', { date: instantWords(validUntil, locale) })}
          {successor !== null && (
            <>
              {` · ${t('palette.preview.successor')} `}
              <button
                type="button"
                className="link"
                onClick={() => dispatch({ kind: 'link-followed', id: successor.id })}
              >
                {successor.title}
              </button>
            </>
          )}
        </span>
      </div>
    );
  }
  if (validity === 'not-yet' && validFrom !== null) {
    return (
      <div className="banner" data-tone="warning">
        <Icon name="clock" size={14} />
        <span>{t('palette.preview.notYet', { date: instantWords(validFrom, locale) })}</span>
      </div>
    );
  }
  if (validUntil === null) return null;
  return (
    <p className="validity">
      <Icon name="clock" size={13} />
      {t('palette.preview.validUntil', { date: instantWords(validUntil, locale) })}
    </p>
  );
}
