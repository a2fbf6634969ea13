/** What the rest of the module needs to know of a window. */
export type ListedWindow = {
  focus: () => void;
  close: () => void;
  isDestroyed: () => boolean;
};

const windows = new Set<ListedWindow>();

export function addWindow(window: ListedWindow): void {
  windows.add(window);
}

export function removeWindow(window: ListedWindow): void {
  windows.delete(window);
}

/** The app's windows in the order of their creation. */
export function openWindows(): ListedWindow[] {
  return [...windows];
}
