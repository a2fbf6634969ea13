import type { Id } from '../../../shared/domain/reply.ts';

/**
 * Which rows of a list are selected. The ids are what actions get; the indices are where the keyboard is. A list may
 * hold 100,000 rows of which few are loaded, so that a range's ids are read from main and put in afterwards.
 */
export type Selection = {
  ids: ReadonlySet<Id>;
  /** Where the keyboard is; -1 while it is nowhere. */
  active: number;
  /** Where a range begins that Shift makes. */
  anchor: number;
  /** What was selected besides the range. */
  base: ReadonlySet<Id>;
};

/** Rows `[from, to)`. */
export type Range = { from: number; to: number };

export const noSelection: Selection = { ids: new Set(), active: -1, anchor: -1, base: new Set() };

/** One row alone. */
export function selectOne(index: number, id: Id): Selection {
  return { ids: new Set([id]), active: index, anchor: index, base: new Set() };
}

/** Takes a row in or out, as Ctrl and a click do. */
export function toggleRow(selection: Selection, index: number, id: Id): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, active: index, anchor: index, base: ids };
}

/** Moves the keyboard to a row without selecting it, as Ctrl and an arrow do. */
export function moveActive(selection: Selection, index: number): Selection {
  return { ...selection, active: index };
}

/** The rows from the anchor to `index`, as Shift and a click or an arrow select them. */
export function rangeTo(selection: Selection, index: number): Range {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  return { from: Math.min(anchor, index), to: Math.max(anchor, index) + 1 };
}

/** Moves the keyboard to the end of a range whose ids are being read. */
export function stretchTo(selection: Selection, index: number): Selection {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  return { ...selection, active: index, anchor };
}

/** Puts the ids of the range in place of the last range's. */
export function withRange(selection: Selection, ids: readonly Id[]): Selection {
  return { ...selection, ids: new Set([...selection.base, ...ids]) };
}

/** Takes replies out that the list does not show. */
export function without(selection: Selection, gone: ReadonlySet<Id>): Selection {
  const left = (ids: ReadonlySet<Id>) => new Set([...ids].filter((id) => !gone.has(id)));
  return { ...selection, ids: left(selection.ids), base: left(selection.base) };
}

/** Everything; the keyboard stays where it is. */
export function selectAll(selection: Selection, ids: readonly Id[]): Selection {
  return { ids: new Set(ids), active: Math.max(0, selection.active), anchor: 0, base: new Set() };
}

/**
 * The selection after the list was opened anew: ids that are not in it any more leave, the keyboard goes to where its
 * reply stands now.
 * @param remaining The selected ids that are in the new list.
 * @param active Where the active reply stands in it; -1 when it is gone.
 * @param total Rows of the new list.
 */
export function reopened(
  selection: Selection,
  remaining: ReadonlySet<Id>,
  active: number,
  total: number,
): Selection {
  const index = active >= 0 ? active : Math.min(selection.active, total - 1);
  const keep = (ids: ReadonlySet<Id>) => new Set([...ids].filter((id) => remaining.has(id)));
  return { ids: remaining, active: index, anchor: index, base: keep(selection.base) };
}

/** The only selected reply, or null when there are none or several. */
export function onlyId(selection: Selection): Id | null {
  if (selection.ids.size !== 1) return null;
  const [id] = selection.ids;
  return id ?? null;
}
