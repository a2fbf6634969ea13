import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus inside a dialog whose steps replace each other: what had it is gone with the last step, and keys would
 * reach the page behind. It goes to what the step marks with `data-autofocus`, else to the step itself.
 */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is what moves the focus
  useEffect(() => {
    const held = document.activeElement;
    if (held !== null && held !== document.body && held !== frame.current) return;
    const wanted = frame.current?.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)');
    (wanted ?? frame.current)?.focus();
  }, [step]);
  return frame;
}
