import { Portal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import type { Suggestion } from './template-suggestions.ts';

type Props = {
  id: string;
  items: readonly Suggestion[];
  active: number;
  /** Where the placeholder begins on the screen. */
  anchor: DOMRect;
  onChoose: (suggestion: Suggestion) => void;
};

const width = 340;
const maxHeight = 292;

/** The placeholders that can be inserted, each with what it becomes. The text field keeps the focus. */
export function SuggestionList({ id, items, active, anchor, onChoose }: Props) {
  const t = useWords(editorMessages);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const below = anchor.bottom + 4;
  const fitsBelow = below + maxHeight < window.innerHeight || anchor.top < maxHeight;
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8));
  const place = fitsBelow ? { top: below } : { bottom: window.innerHeight - anchor.top + 4 };
  return (
    <Portal>
      <div
        ref={list}
        id={id}
        className="suggestions"
        role="listbox"
        aria-label={t('placeholder.list')}
        style={{ left, width, maxHeight, ...place }}
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
