import type { FilledPiece } from '../../shared/domain/fill.ts';
import { useLanguage } from '../ui/i18n.tsx';
import type { Dispatch } from './palette-store.ts';

/** As many options and characters as fit side by side on a line of the preview. */
const SEGMENTS = { options: 4, characters: 14 };

type Props = { piece: Extract<FilledPiece, { kind: 'choice' }>; chosen: number; dispatch: Dispatch };

/** A choice in the text: a few short options stand side by side, more go into a menu. */
export function ChoiceInput({ piece, chosen, dispatch }: Props) {
  const { t } = useLanguage();
  const { index, options } = piece;
  const label = t('palette.preview.choice', { number: index + 1 });
  const choose = (option: number) => dispatch({ kind: 'choice-changed', index, option });

  const short = options.length <= SEGMENTS.options && options.join('').length <= SEGMENTS.characters;
  if (!short) {
    return (
      <select
        className="choice-menu"
        data-place="choice"
        aria-label={label}
        value={chosen}
        onChange={(event) => choose(Number(event.target.value))}
      >
        {options.map((option, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the options of a revision never move
          <option key={position} value={position}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <span className="segments" role="radiogroup" aria-label={label} data-place="choice">
      {options.map((option, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the options of a revision never move
        <label key={position} className="segment" data-chosen={position === chosen}>
          <input
            type="radio"
            name={`choice-${index}`}
            checked={position === chosen}
            onChange={() => choose(position)}
          />
          {option}
        </label>
      ))}
    </span>
  );
}
