import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { type Token, unknownReason } from './template-tokens.ts';

type Props = { unknown: readonly Token[]; onShow: (token: Token) => void };

/** Placeholders that mean nothing, each with the reason. */
export function UnknownList({ unknown, onShow }: Props) {
  const t = useWords(editorMessages);
  if (unknown.length === 0) return null;
  return (
    <ul className="notes">
      {unknown.map((token) => {
        const source = token.piece.kind === 'unknown' ? token.piece.source : '';
        return (
          <li key={token.range[0]} className="note" data-severity="warn">
            <button type="button" className="note-match" onClick={() => onShow(token)}>
              {source}
            </button>
            <span>{t(`unknown.${unknownReason(source)}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
