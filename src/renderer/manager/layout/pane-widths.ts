/** Widths of the tree and the list in CSS pixels; the editor takes what is left. */
export type PaneWidths = { tree: number; list: number };

export const defaultWidths: PaneWidths = { tree: 232, list: 392 };

/** Narrowest and widest that a pane is useful at. */
export const paneLimits = {
  tree: { min: 176, max: 420 },
  list: { min: 280, max: 760 },
  editor: { min: 380 },
};

/**
 * The widths to draw in a window that is `total` wide. Where there is too little room the list gives way first, then the
 * tree; the editor keeps its least width as long as the other two can give any.
 */
export function fitPanes(wanted: PaneWidths, total: number): PaneWidths {
  const room = total - paneLimits.editor.min;
  const tree = clamp(wanted.tree, paneLimits.tree.min, paneLimits.tree.max);
  const list = clamp(wanted.list, paneLimits.list.min, paneLimits.list.max);
  if (tree + list <= room) return { tree, list };
  const narrowList = Math.max(paneLimits.list.min, room - tree);
  return { tree: clamp(room - narrowList, paneLimits.tree.min, tree), list: narrowList };
}

/** Reads widths that were kept as JSON; the defaults when there are none or they make no sense. */
export function readWidths(kept: string | null): PaneWidths {
  if (kept === null) return defaultWidths;
  try {
    const { tree, list } = JSON.parse(kept) as Partial<PaneWidths>;
    return Number.isFinite(tree) && Number.isFinite(list)
      ? { tree: tree ?? 0, list: list ?? 0 }
      : defaultWidths;
  } catch {
    // Somebody else's or a broken entry: the widths are a convenience and start over.
    return defaultWidths;
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
