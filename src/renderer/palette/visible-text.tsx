import { splitHidden } from '../../shared/domain/hidden-characters.ts';
import { useLanguage } from '../ui/i18n.tsx';

/** A text in which characters that nobody would see, and that change how it reads, stand as their names. */
export function VisibleText({ text }: { text: string }) {
  const { t } = useLanguage();
  return splitHidden(text).map((piece, position) =>
    piece.hidden ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
      <span key={position} className="unknown" title={t('palette.preview.hidden')}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
