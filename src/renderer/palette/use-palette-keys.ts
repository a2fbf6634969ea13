import { useEffect } from 'react';
import { createHeldKeys } from './held-keys.ts';
import { commandFor, type KeyLike, type KeyPlace } from './palette-keys.ts';
import type { PaletteStore } from './palette-store.ts';

/** Elements say by `data-place` what their keys mean; fields add `data-field`. Anywhere else the keys work the list. */
function placeOf(element: Element): KeyPlace {
  if (element.closest('button') !== null) return { kind: 'button' };
  const marked = element.closest<HTMLElement>('[data-place]');
  const place = marked?.dataset.place;
  switch (place) {
    case 'field':
      return { kind: 'field', name: marked?.dataset.field ?? '' };
    case 'search':
    case 'edit':
    case 'choice':
    case 'preview':
    case 'new-reply':
      return { kind: place };
    default:
      return { kind: 'list' };
  }
}

/** They are still held from the hotkey, or begin a chord. */
const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta']);

function hasSelection(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    if (active.selectionStart !== active.selectionEnd) return true;
  }
  return (document.getSelection()?.toString() ?? '') !== '';
}

function keyLike(event: KeyboardEvent, repeat: boolean): KeyLike {
  const { key, code, keyCode, isComposing, ctrlKey, metaKey, altKey, shiftKey, timeStamp } = event;
  return { key, code, keyCode, isComposing, repeat, ctrlKey, metaKey, altKey, shiftKey, timeStamp };
}

/**
 * Turns the keys of the whole window into commands. It listens on the document, since the focus is on the body when what had
 * it went away, and a key must not be lost then.
 */
export function usePaletteKeys(store: PaletteStore): void {
  useEffect(() => {
    let compositionEndedAt: number | null = null;
    let wasOpen = store.getState().open;
    const heldKeys = createHeldKeys(() => store.getState().platform === 'linux');
    const unsubscribe = store.subscribe(() => {
      const { open } = store.getState();
      if (open && !wasOpen) heldKeys.opened();
      wasOpen = open;
    });

    function onKeyDown(event: KeyboardEvent): void {
      const { mode, platform, open } = store.getState();
      if (!open && !modifiers.has(event.key)) {
        store.dispatch({ kind: 'early-key', at: Date.now() - (performance.now() - event.timeStamp) });
      }
      const place = placeOf(event.target as Element);
      const context = { mode, platform, place, hasSelection: hasSelection(), compositionEndedAt };
      const command = commandFor(keyLike(event, heldKeys.isRepeat(event)), context);
      if (command === null) return;
      // The search box has the focus by the time the key does there what it always does.
      if (command.kind !== 'to-search') event.preventDefault();
      store.dispatch({ kind: 'command', command });
    }
    function onKeyUp(event: KeyboardEvent): void {
      heldKeys.released(event.code);
      compositionEndedAt = null;
    }
    function onCompositionEnd(event: CompositionEvent): void {
      compositionEndedAt = event.timeStamp;
    }

    const options = { capture: true };
    document.addEventListener('keydown', onKeyDown, options);
    document.addEventListener('keyup', onKeyUp, options);
    document.addEventListener('compositionend', onCompositionEnd, options);
    return () => {
      unsubscribe();
      document.removeEventListener('keydown', onKeyDown, options);
      document.removeEventListener('keyup', onKeyUp, options);
      document.removeEventListener('compositionend', onCompositionEnd, options);
    };
  }, [store]);
}
