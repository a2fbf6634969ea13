import { useEffect, useRef } from 'react';
import { focusPane } from './focus.ts';

/**
 * Gives the focus back when a dialog has closed: to what had it in the window, or to the list where that is gone. What has it
 * inside a menu or another layer does not count, since it goes with the layer.
 */
export function useFocusReturn(open: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(open);

  useEffect(() => {
    function onFocusIn({ target }: FocusEvent) {
      if (target instanceof HTMLElement && target.closest('.manager')) last.current = target;
    }

    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);

  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed) return;
    if (last.current?.isConnected) last.current.focus();
    else focusPane('list');
  }, [open]);
}
