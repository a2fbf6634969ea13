import { useLanguage } from '../ui/i18n.tsx';
import { partsInView } from './insert-request.ts';
import { LintNotes } from './lint-notes.tsx';
import type { PaletteState, Preview } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { PreviewBanners } from './preview-banners.tsx';
import { PreviewHeader } from './preview-header.tsx';
import { PreviewParts } from './preview-parts.tsx';
import { VisibleText } from './visible-text.tsx';

/** The right half: the selected reply as it will be pasted, and what the agent should know about it. */
export function PreviewPane({ state, dispatch }: { state: PaletteState; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const { preview, previewStatus, wanted } = state;
  const broken = previewStatus === 'gone' || previewStatus === 'failed';
  return (
    <section className="preview" aria-label={t('palette.preview.label')} data-place="preview">
      {preview !== null && wanted !== null && <PreviewBody {...{ state, preview, dispatch }} />}
      {wanted !== null && broken && <p className="preview-none">{t(`palette.preview.${previewStatus}`)}</p>}
    </section>
  );
}

type BodyProps = { state: PaletteState; preview: Preview; dispatch: Dispatch };

function PreviewBody({ state, preview, dispatch }: BodyProps) {
  const { t } = useLanguage();
  const { view } = preview;
  const color = state.rows.find((row) => row.id === view.id)?.categoryColor;
  return (
    <>
      <PreviewHeader preview={preview} color={color} dispatch={dispatch} />
      <div
        // A new reply begins at its top.
        key={`${view.id} ${preview.variant}`}
        className="preview-scroll"
        data-focus="preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the arrow keys
        tabIndex={0}
      >
        <PreviewBanners state={state} preview={preview} dispatch={dispatch} />
        {/* Above the text: it says when the reply may not be used, and a picture below would push it out of sight. */}
        {view.note !== '' && (
          <aside className="note">
            <strong>{t('palette.preview.note')}</strong>
            <p>
              <VisibleText text={view.note} />
            </p>
          </aside>
        )}
        <PreviewParts parts={partsInView(preview)} preview={preview} dispatch={dispatch} />
        {view.next.length > 0 && (
          <nav className="next" aria-label={t('palette.preview.next')}>
            <strong>{t('palette.preview.next')}</strong>
            {view.next.map(({ id, title }) => (
              <button
                key={id}
                type="button"
                className="link"
                onClick={() => dispatch({ kind: 'link-followed', id })}
              >
                {title}
              </button>
            ))}
          </nav>
        )}
        {view.tags.length > 0 && <p className="tags">{view.tags.map((tag) => `#${tag}`).join('  ')}</p>}
      </div>
      {/* Below what scrolls: a long text would push them out of sight. */}
      {preview.editedTexts !== null && <LintNotes id="edit-notes" notes={state.lint.notes} limit={1} />}
    </>
  );
}
