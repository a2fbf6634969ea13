import { useEffect, useRef } from 'react';
import { focusPane } from './focus.ts';

/** What had the focus in the window last, and what it stood in, from the inside. */
type Last = { element: HTMLElement; around: readonly HTMLElement[] };

/**
 * Gives the focus back when a dialog has closed, and when what had it is gone: a button of a toast, a list whose last row was
 * deleted. It goes to what had it in the window before. Where that is gone it goes to what is left beside it in the editor or the
 * dashboard, so that a Delete meant for the editor never reaches the list, and to the list from elsewhere. What has it inside a
 * menu or another layer does not count, since it goes with the layer.
 */
export function useFocusReturn(open: boolean): void {
  const last = useRef<Last | null>(null);
  const wasOpen = useRef(open);

  useEffect(() => {
    let focused: HTMLElement | null = null;

    function onFocusIn({ target }: FocusEvent) {
      if (!(target instanceof HTMLElement)) return;
      focused = target;
      if (target.closest('.manager')) last.current = { element: target, around: aroundInPane(target) };
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

const focusable =
  ':is(input, textarea, button):not([type="hidden"], [type="file"], [disabled], [tabindex="-1"])';

function giveBack(last: Last | null): void {
  if (last !== null && isShown(last.element)) {
    last.element.focus();
    return;
  }
  const beside = last?.around.filter(isShown).map((place) => place.querySelector<HTMLElement>(focusable));
  const next = beside?.find((element) => element !== null);
  if (next) next.focus();
  else focusPane('list');
}

/** Ancestors up to the pane of the editor, or of what stands in its place. */
function aroundInPane(element: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let place = element.parentElement; place?.closest('.pane-editor'); place = place.parentElement) {
    around.push(place);
  }
  return around;
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}
