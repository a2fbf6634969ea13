import { memo } from 'react';
import type { SearchRow } from '../../shared/domain/search-result.ts';
import { Highlight } from '../ui/highlight.tsx';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { CategoryPath } from './category-path.tsx';
import { optionId } from './element-ids.ts';
import type { Dispatch } from './palette-store.ts';

type Props = {
  row: SearchRow;
  index: number;
  count: number;
  /** Distance from the top of the list, px. */
  top: number;
  selected: boolean;
  digit: string | null;
  dispatch: Dispatch;
};

/** One reply of the list, in two lines: what it is called, and where it belongs and what it says. */
export const ResultRow = memo(function ResultRow(props: Props) {
  const { row, index, count, top, selected, digit, dispatch } = props;
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are handled by the whole palette
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus and names the active row
    <div
      className="row"
      id={optionId(index)}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-validity={row.validity}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => dispatch({ kind: 'row-chosen', index, insert: false })}
      onDoubleClick={() => dispatch({ kind: 'row-chosen', index, insert: true })}
    >
      <div className="row-main">
        <div className="row-line">
          <span className="row-title">
            <Highlight text={row.title} ranges={row.titleRanges} />
          </span>
          {row.shortcode !== null && (
            <span className="shortcode">
              <span className="visually-hidden">{t('palette.row.shortcode', { code: '' })}</span>
              <Highlight text={row.shortcode} ranges={row.shortcodeRanges} />
            </span>
          )}
        </div>
        <div className="row-line row-second">
          {row.categoryPath.length > 0 && (
            <span className="row-category">
              <CategoryPath path={row.categoryPath} color={row.categoryColor} />
            </span>
          )}
          <span className="row-snippet">
            <Highlight text={row.snippet} ranges={row.snippetRanges} />
          </span>
        </div>
      </div>
      <RowBadges row={row} />
      <span className="digit" aria-hidden="true">
        {digit}
      </span>
    </div>
  );
});

function RowBadges({ row }: { row: SearchRow }) {
  const { t } = useLanguage();
  return (
    <span className="badges">
      {row.validity !== 'valid' && (
        <span className="badge-text" data-tone={row.validity === 'expired' ? 'danger' : 'warning'}>
          {t(row.validity === 'expired' ? 'palette.row.expired' : 'palette.row.notYet')}
        </span>
      )}
      {row.favourite && <Badge icon="star" label={t('palette.row.favourite')} />}
      {row.hasImage && <Badge icon="image" label={t('palette.row.image')} />}
      {row.hasFile && <Badge icon="file" label={t('palette.row.file')} />}
      {row.variantCount > 1 && (
        <Badge
          icon="layers"
          label={t('palette.row.variants', { count: row.variantCount })}
          text={row.variantCount}
        />
      )}
    </span>
  );
}

type BadgeProps = { icon: 'star' | 'image' | 'file' | 'layers'; label: string; text?: number };

function Badge({ icon, label, text }: BadgeProps) {
  return (
    <span className="badge" title={label} data-icon={icon}>
      <Icon name={icon} size={13} />
      {text !== undefined && <span aria-hidden="true">{text}</span>}
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
