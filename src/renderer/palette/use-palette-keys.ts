import { type KeyboardEvent, useRef } from 'react';
import { commandFor, type KeyPlace } from './palette-keys.ts';
import type { PaletteStore } from './palette-store.ts';

/** Elements say by `data-place` what their keys mean; fields add `data-field`. */
function placeOf(element: Element): KeyPlace {
  const marked = element.closest<HTMLElement>('[data-place]');
  const place = marked?.dataset.place;
  switch (place) {
    case 'field':
      return { kind: 'field', name: marked?.dataset.field ?? '' };
    case 'search':
    case 'list':
    case 'edit':
    case 'choice':
    case 'new-reply':
      return { kind: place };
    default:
      return { kind: element.closest('button') ? 'button' : 'list' };
  }
}

function hasSelection(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    if (active.selectionStart !== active.selectionEnd) return true;
  }
  return (document.getSelection()?.toString() ?? '') !== '';
}

/** Handlers for the palette's outermost element: every key of the window passes here first. */
export function usePaletteKeys(store: PaletteStore) {
  const compositionEndedAt = useRef<number | null>(null);

  return {
    onKeyDownCapture(event: KeyboardEvent) {
      const { mode, platform } = store.getState();
      const command = commandFor(event.nativeEvent, {
        mode,
        platform,
        place: placeOf(event.target as Element),
        hasSelection: hasSelection(),
        compositionEndedAt: compositionEndedAt.current,
      });
      if (command === null) return;
      // A key that leaves pick mode then does in the search box, which has the focus by now, what it always does.
      if (command.kind !== 'leave-pick-mode') event.preventDefault();
      event.stopPropagation();
      store.dispatch({ kind: 'command', command });
    },
    onKeyUpCapture() {
      compositionEndedAt.current = null;
    },
    onCompositionEndCapture(event: { nativeEvent: Event }) {
      compositionEndedAt.current = event.nativeEvent.timeStamp;
    },
  };
}
