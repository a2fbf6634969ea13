import { useEffect, useRef } from 'react';
import { focusPane } from './focus.ts';

/**
 * Gives the focus back when a dialog has closed, and when what had it is gone: a button of a toast, a list whose last row was
 * deleted. It goes to what had it in the window before, or to the list where that is gone. What has it inside a menu or another
 * layer does not count, since it goes with the layer.
 */
export function useFocusReturn(open: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(open);

  useEffect(() => {
    let focused: HTMLElement | null = null;

    function onFocusIn({ target }: FocusEvent) {
      if (!(target instanceof HTMLElement)) return;
      focused = target;
      if (target.closest('.manager')) last.current = target;
    }

    // A frame later: whoever removed what had the focus may be about to put it somewhere else.
    function onGone() {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === document.body && focused !== null && !isShown(focused);
        if (isLost && document.querySelector('[aria-modal="true"]') === null) giveBack(last.current);
      });
    }

    function onFocusOut({ relatedTarget }: FocusEvent) {
      if (relatedTarget === null) onGone();
    }

    // What is hidden loses the focus with an event, what is removed without one.
    const removals = new MutationObserver(() => {
      if (document.activeElement === document.body && focused?.isConnected === false) onGone();
    });
    removals.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      removals.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);

  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (closed) giveBack(last.current);
  }, [open]);
}

function giveBack(last: HTMLElement | null): void {
  if (last !== null && isShown(last)) last.focus();
  else focusPane('list');
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}
