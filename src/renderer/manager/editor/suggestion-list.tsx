import { Portal } from '@mantine/core';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import type { Suggestion } from './template-suggestions.ts';

type Props = {
  id: string;
  items: readonly Suggestion[];
  active: number;
  /** Where the placeholder begins in the text, and where that is on the screen. */
  offset: number;
  rectOf: (offset: number) => DOMRect | null;
  onChoose: (suggestion: Suggestion) => void;
};

const width = 420;
const maxHeight = 352;

/** The placeholders that can be inserted, each with what it becomes. The text field keeps the focus. */
export function SuggestionList({ id, items, active, offset, rectOf, onChoose }: Props) {
  const t = useWords(editorMessages);
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  // The text that was just typed has to be drawn before its place is known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place moves with the offset only
  useLayoutEffect(() => {
    const anchor = rectOf(offset);
    if (anchor) setPlace(placeFor(anchor));
  }, [offset]);

  return (
    <Portal>
      <div
        ref={list}
        id={id}
        className="suggestions"
        role="listbox"
        aria-label={t('placeholder.list')}
        style={{ maxHeight, ...place }}
      >
        {items.map((item, index) => (
          // The keys are those of the text field, which names the active option.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={`${item.kind} ${item.name}`}
            id={`${id}-${index}`}
            className="suggestion"
            role="option"
            aria-selected={index === active}
            data-index={index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <code>{`{{${item.name}}}`}</code>
            <span>{t(`placeholder.${item.kind}`)}</span>
          </div>
        ))}
      </div>
    </Portal>
  );
}

/** Below the line if it fits there, else above. */
function placeFor(anchor: DOMRect): CSSProperties {
  const { innerWidth, innerHeight } = window;
  const room = Math.min(width, innerWidth - 16);
  const left = Math.max(8, Math.min(anchor.left, innerWidth - room - 8));
  const below = anchor.bottom + 4;
  const fits = below + maxHeight < innerHeight || anchor.top < maxHeight;
  return fits
    ? { left, width: room, top: below }
    : { left, width: room, bottom: innerHeight - anchor.top + 4 };
}
