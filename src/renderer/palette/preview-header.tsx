import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { CategoryPath } from './category-path.tsx';
import type { Preview } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { VisibleText } from './visible-text.tsx';

type Props = {
  preview: Preview /** Undefined when it is not known. */;
  color: string | null | undefined;
  dispatch: Dispatch;
};

/** Where the reply belongs, what it is called, and which of its variants is in view. */
export function PreviewHeader({ preview, color, dispatch }: Props) {
  const { view, editedTexts } = preview;
  return (
    <header className="preview-header">
      <div className="preview-heading">
        <h2>
          <VisibleText text={view.title} />
        </h2>
        {view.categoryPath.length > 0 && (
          <p className="preview-category">
            <CategoryPath path={view.categoryPath} color={color} />
          </p>
        )}
      </div>
      {view.variants.length > 1 && editedTexts === null && (
        <VariantPager preview={preview} dispatch={dispatch} />
      )}
    </header>
  );
}

function VariantPager({ preview, dispatch }: { preview: Preview; dispatch: Dispatch }) {
  const { t } = useLanguage();
  const number = preview.variant + 1;
  const count = preview.view.variants.length;
  const step = (by: -1 | 1) => dispatch({ kind: 'command', command: { kind: 'variant', by } });
  return (
    <div className="pager">
      <button type="button" aria-label={t('palette.preview.previousVariant')} onClick={() => step(-1)}>
        <Icon name="left" size={13} />
      </button>
      <span aria-live="polite">{t('palette.preview.variant', { number, count })}</span>
      <button type="button" aria-label={t('palette.preview.nextVariant')} onClick={() => step(1)}>
        <Icon name="right" size={13} />
      </button>
    </div>
  );
}
