import { type KeyboardEvent, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DraftFinding } from '../../../shared/domain/lint/lint-draft.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import type { EditPart, EditVariant } from './edit-form.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { FilePart } from './file-part.tsx';
import { ImagePart } from './image-part.tsx';
import { PartFrame } from './part-frame.tsx';
import { TextPart } from './text-part.tsx';
import { useDragOrder } from './use-drag-order.ts';

type Props = {
  variant: EditVariant;
  media: OpenState['media'];
  fields: readonly string[];
  /** Of this variant. */
  findings: readonly DraftFinding[];
  invalid: boolean;
  onFocusPart: (key: string) => void;
};

const none: readonly DraftFinding[] = [];

/** The parts of a variant in the order in which they are pasted. */
export function PartList({ variant, media, fields, findings, invalid, onFocusPart }: Props) {
  const t = useWords(editorMessages);
  const { session } = useEditorTools();
  const list = useRef<HTMLOListElement>(null);
  const byPart = useStableFindings(variant, findings);

  /** Moving takes an element out of the page for a moment: the focus is given back to it. */
  const move = (part: string, to: number) => {
    const focused = document.activeElement;
    flushSync(() => session.change({ kind: 'move-part', part, to }));
    if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
  };

  /** Its menu goes with it: the keyboard goes to the part that takes its place. */
  const remove = (index: number) => {
    const next = variant.parts[index + 1] ?? variant.parts[index - 1];
    session.change({ kind: 'remove-part', part: variant.parts[index]?.key ?? '' });
    if (next) requestAnimationFrame(() => focusPart(next.key));
  };
  const { dragging, handleProps, cancel } = useDragOrder(list, move);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, part: EditPart, index: number) => {
    if (event.key === 'Escape' && dragging) cancel();
    if (!event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(part.key, index + (event.key === 'ArrowUp' ? -1 : 1));
  };

  let texts = 0;
  return (
    <ol ref={list} className="parts" aria-label={t('parts.label')}>
      {variant.parts.map((edit, index) => {
        const { key, part } = edit;
        if (part.kind === 'text') texts += 1;
        const drop = dragging && dropMark(dragging.to, index, variant.parts.length);
        return (
          <li
            key={key}
            className="part"
            data-order-key={key}
            data-kind={part.kind}
            data-dragged={dragging?.key === key}
            data-drop={drop ?? undefined}
            onFocus={() => onFocusPart(key)}
            onKeyDown={(event) => onKeyDown(event, edit, index)}
          >
            <PartFrame
              edit={edit}
              index={index}
              count={variant.parts.length}
              handleProps={handleProps(key)}
              onMove={(to) => move(key, to)}
              onRemove={() => remove(index)}
            >
              {part.kind === 'text' && (
                <TextPart
                  partKey={key}
                  text={part.text}
                  number={texts}
                  fields={fields}
                  findings={byPart.get(key) ?? none}
                  invalid={invalid}
                />
              )}
              {part.kind === 'image' && (
                <ImagePart partKey={key} part={part} info={media[part.hash] ?? null} number={index + 1} />
              )}
              {part.kind === 'file' && <FilePart partKey={key} part={part} info={media[part.hash] ?? null} />}
            </PartFrame>
          </li>
        );
      })}
    </ol>
  );
}

/** Puts the focus into the field of a part that is in the page. */
export function focusPart(key: string): void {
  document.querySelector<HTMLElement>(`[data-order-key="${key}"] :is(textarea, input)`)?.focus();
}

function dropMark(to: number, index: number, count: number): 'before' | 'after' | null {
  if (to === index) return 'before';
  return to === count && index === count - 1 ? 'after' : null;
}

/** Findings by part; a part whose findings stayed the same gets the same list, so that it is not drawn again. */
function useStableFindings(variant: EditVariant, findings: readonly DraftFinding[]) {
  const before = useRef(new Map<string, readonly DraftFinding[]>());
  return useMemo(() => {
    const next = new Map<string, readonly DraftFinding[]>();
    variant.parts.forEach(({ key }, index) => {
      const own = findings.filter(({ place }) => place.field === 'text' && place.part === index);
      const old = before.current.get(key);
      next.set(key, old && JSON.stringify(old) === JSON.stringify(own) ? old : own);
    });
    before.current = next;
    return next;
  }, [variant, findings]);
}
