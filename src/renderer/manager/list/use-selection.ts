import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/domain/reply.ts';
import { api } from '../api.ts';
import { isInEditor } from '../window/focus.ts';
import { isSameList, type ListSnapshot, rowAt } from './list-source.ts';
import {
  moveActive,
  noSelection,
  rangeTo,
  reopened,
  type Selection,
  selectAll,
  selectOne,
  stretchTo,
  toggleRow,
  without,
  withRange,
} from './selection.ts';

/** Up to this many selected replies are looked up one by one in a new list; of more the whole list is read. */
const FEW = 40;

export type SelectionControl = {
  selection: Selection;
  /** Counts up when the active row is to be brought into sight. */
  reveal: number;
  select: (index: number) => void;
  toggle: (index: number) => void;
  moveTo: (index: number) => void;
  extendTo: (index: number) => void;
  all: () => void;
  clear: () => void;
  /** Selects this reply as soon as it is in the list. */
  selectId: (id: Id) => void;
};

/** The selection of a list, kept over reloads; what needs ids that are not loaded reads them. */
export function useSelection(list: ListSnapshot): SelectionControl {
  const [selection, setSelection] = useState(noSelection);
  const [reveal, setReveal] = useState(0);
  const latest = useRef({ list, selection });
  latest.current = { list, selection };
  const serial = useRef(0);
  const wantedId = useRef<Id | null>(null);
  const seen = useRef(list.view.number);
  // The list that the indices of the selection belong to.
  const basis = useRef(list);

  const change = useCallback((next: Selection, follow: boolean) => {
    serial.current += 1;
    basis.current = latest.current.list;
    latest.current.selection = next;
    setSelection(next);
    if (follow) setReveal((count) => count + 1);
  }, []);

  const idAt = useCallback(async (index: number): Promise<Id | undefined> => {
    const row = rowAt(latest.current.list, index);
    if (row) return row.id;
    return (await api.readIds(latest.current.list.view.number, index, index + 1))[0];
  }, []);

  /** Does something with the id of a row unless something newer happened while it was read. */
  const withId = useCallback(
    async (index: number, next: (id: Id) => Selection, meanwhile: Selection) => {
      const row = rowAt(latest.current.list, index);
      if (row) {
        change(next(row.id), true);
        return;
      }
      change(meanwhile, true);
      const asked = serial.current;
      const id = await idAt(index);
      if (id !== undefined && serial.current === asked) change(next(id), true);
    },
    [change, idAt],
  );

  // Whoever picks something no longer waits for the reply that was asked for.
  const forget = useCallback(() => {
    wantedId.current = null;
  }, []);

  const select = useCallback(
    (index: number) => {
      forget();
      // Meanwhile nothing is selected: a key would be meant for this row, not for the one before.
      void withId(index, (id) => selectOne(index, id), moveActive(noSelection, index));
    },
    [forget, withId],
  );
  const toggle = useCallback(
    (index: number) => {
      forget();
      const toggled = (id: Id) => toggleRow(latest.current.selection, index, id);
      void withId(index, toggled, moveActive(latest.current.selection, index));
    },
    [forget, withId],
  );
  const moveTo = useCallback(
    (index: number) => change(moveActive(latest.current.selection, index), true),
    [change],
  );
  const clear = useCallback(() => change(noSelection, false), [change]);

  const extendTo = useCallback(
    async (index: number) => {
      forget();
      const { from, to } = rangeTo(latest.current.selection, index);
      change(stretchTo(latest.current.selection, index), true);
      const asked = serial.current;
      const { number } = latest.current.list.view;
      const ids = await api.readIds(number, from, to);
      if (serial.current === asked && isCurrent(latest.current.list, number))
        change(withRange(latest.current.selection, ids), false);
    },
    [change, forget],
  );

  const all = useCallback(async () => {
    const { view } = latest.current.list;
    const asked = serial.current;
    const ids = await api.readIds(view.number, 0, view.total);
    if (serial.current !== asked || !isCurrent(latest.current.list, view.number)) return;
    change(selectAll(latest.current.selection, ids), false);
  }, [change]);

  const seek = useCallback(async () => {
    const id = wantedId.current;
    const { view } = latest.current.list;
    if (id === null || view.number < 0) return;
    const asked = serial.current;
    const index = await api.indexInView(view.number, id);
    if (index < 0 || serial.current !== asked || wantedId.current !== id) return;
    wantedId.current = null;
    change(selectOne(index, id), true);
  }, [change]);

  const selectId = useCallback(
    (id: Id) => {
      wantedId.current = id;
      void seek();
    },
    [seek],
  );

  useEffect(() => {
    if (seen.current === list.view.number) return;
    seen.current = list.view.number;
    void (async () => {
      await keepSelection();
      await seek();
    })();

    async function keepSelection(): Promise<void> {
      const { selection: kept } = latest.current;
      if (kept.ids.size === 0) return;
      const before = basis.current;
      const asked = serial.current;
      const activeId = rowAt(before, kept.active)?.id ?? null;
      const found = await lookUp(list, kept.ids, activeId);
      // Main answers for its newest list only, and the selection is kept over that one.
      if (!isCurrent(latest.current.list, list.view.number)) return;
      if (serial.current !== asked) {
        const gone = new Set([...kept.ids].filter((id) => !found.remaining.has(id)));
        change(without(latest.current.selection, gone), false);
        return;
      }
      const same = before.query !== null && list.query !== null && isSameList(before.query, list.query);
      const next = reopened(kept, found.remaining, found.active, list.view.total);
      const row = same && next.ids.size === 0 ? rowAt(list, next.active) : null;
      // Whoever is writing in the editor stays with the reply.
      if (row && isInEditor(document.activeElement)) change(moveActive(noSelection, next.active), false);
      else if (row) change(selectOne(next.active, row.id), false);
      else change(next.ids.size === 0 ? noSelection : next, false);
    }
  }, [list, change, seek]);

  return {
    selection,
    reveal,
    select,
    toggle,
    moveTo,
    extendTo: (i) => void extendTo(i),
    all: () => void all(),
    clear,
    selectId,
  };
}

/** Whether the list of this number is open, and no newer one about to be. */
function isCurrent({ view, opening }: ListSnapshot, number: number): boolean {
  return view.number === number && !opening;
}

/** Which of `ids` a list still has, and where the active reply stands in it now (-1: nowhere). */
async function lookUp(
  list: ListSnapshot,
  ids: ReadonlySet<Id>,
  activeId: Id | null,
): Promise<{ remaining: ReadonlySet<Id>; active: number }> {
  const { number, total } = list.view;
  if (ids.size > FEW) {
    const all = await api.readIds(number, 0, total);
    return {
      remaining: new Set(all.filter((id) => ids.has(id))),
      active: activeId === null ? -1 : all.indexOf(activeId),
    };
  }
  const wanted = [...ids];
  const indices = await Promise.all(wanted.map((id) => api.indexInView(number, id)));
  const remaining = new Set(wanted.filter((_, at) => (indices[at] ?? -1) >= 0));
  const active = activeId === null ? -1 : await api.indexInView(number, activeId);
  return { remaining, active };
}
