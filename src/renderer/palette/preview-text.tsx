import type { FilledPiece } from '../../shared/domain/fill.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { ChoiceInput } from './choice-input.tsx';
import type { Preview } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { VisibleText } from './visible-text.tsx';

type Props = { pieces: FilledPiece[]; preview: Preview; dispatch: Dispatch };

/** A text as it will be pasted: line breaks kept, what was filled marked, what is open to be filled in place. */
export function PreviewText({ pieces, preview, dispatch }: Props) {
  return (
    <div className="text">
      {pieces.map((piece, position) => (
        <Piece
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a revision never move
          key={position}
          piece={piece}
          repeats={piece.kind === 'field' && firstPosition(pieces, piece.name) !== position}
          preview={preview}
          dispatch={dispatch}
        />
      ))}
    </div>
  );
}

function firstPosition(pieces: FilledPiece[], name: string): number {
  return pieces.findIndex((piece) => piece.kind === 'field' && piece.name === name);
}

type PieceProps = { piece: FilledPiece; repeats: boolean; preview: Preview; dispatch: Dispatch };

function Piece({ piece, repeats, preview, dispatch }: PieceProps) {
  const { t } = useLanguage();
  switch (piece.kind) {
    case 'text':
      return <VisibleText text={piece.text} />;
    case 'filled':
      return (
        <span className="filled" title={t('palette.preview.filled', { name: piece.name })}>
          <VisibleText text={piece.text} />
        </span>
      );
    case 'field': {
      const value = preview.fields[piece.name] ?? '';
      // One input per name: where the name comes again, it shows what was filled in before.
      if (repeats) {
        const isEmpty = value.trim() === '';
        return <span className={isEmpty ? 'awaiting' : 'filled'}>{isEmpty ? piece.name : value}</span>;
      }
      return (
        <input
          className="field"
          data-place="field"
          data-focus="field"
          data-field={piece.name}
          data-empty={value.trim() === ''}
          aria-label={piece.name}
          placeholder={piece.name}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) =>
            dispatch({ kind: 'field-changed', name: piece.name, value: event.target.value })
          }
        />
      );
    }
    case 'choice':
      return <ChoiceInput piece={piece} chosen={preview.choices[piece.index] ?? 0} dispatch={dispatch} />;
    case 'cursor':
      return <span className="caret" title={t('palette.preview.cursor')} />;
    case 'unknown':
      return (
        <span className="unknown" title={t('palette.preview.unknown')}>
          {piece.source}
        </span>
      );
  }
}
