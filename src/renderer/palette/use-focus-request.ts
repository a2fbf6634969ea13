import { useLayoutEffect } from 'react';
import type { FocusRequest } from './palette-state.ts';

function find(request: FocusRequest): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-focus="${request.place}"]`)];
  if (request.name === null || request.place === 'search') return all[0] ?? null;
  return all.find((element) => element.dataset.field === request.name) ?? null;
}

/** Moves the keyboard focus whenever the state asks for it anew. */
export function useFocusRequest(request: FocusRequest): void {
  useLayoutEffect(() => {
    const element = find(request);
    if (element === null) return;
    element.focus();
    const selects = request.place === 'field' || request.name === 'all';
    if (selects && element instanceof HTMLInputElement) element.select();
  }, [request]);
}
