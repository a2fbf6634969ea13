import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { hintWords, noticeWords } from './notice-words.ts';
import type { PaletteState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { toneIcons, useNoticeContext } from './use-notice-context.ts';

/** The line above the footer: what the last key met with, else the newest notice. */
export function NoticeLine({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const context = useNoticeContext(state.platform);
  const [notice] = state.notices;
  const hint = state.hint && hintWords(state.hint, { ...context, editing: state.mode === 'edit' });
  const words = hint ?? (notice && noticeWords(notice, context));
  const more = state.notices.length - 1;

  return (
    // The region is always there: screen readers announce what changes inside one, not one that appears.
    <div className="notice-region" role="status" aria-live="polite">
      {words && (
        <div className="notice" data-tone={words.tone}>
          <span className="notice-icon">
            <Icon name={toneIcons[words.tone]} size={15} />
          </span>
          <span className="notice-text">
            {words.text}
            {words.detail !== '' && <span className="notice-detail"> {words.detail}</span>}
          </span>
          {hint === null && more > 0 && (
            <span className="notice-more">{t('palette.notice.more', { count: more })}</span>
          )}
          {hint === null && (
            <button
              type="button"
              className="notice-close"
              aria-label={t('palette.notice.dismiss')}
              onClick={() => dispatch({ kind: 'notice-dismissed' })}
            >
              <Icon name="close" size={13} />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
