import type { ListQuery, ListView, ReplyRow } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

/** Rows that are read at once. Two or three fill the tallest window. */
export const PAGE_SIZE = 60;

type Page = readonly (ReplyRow | null)[];

/** A list as far as it has been read. */
export type ListSnapshot = {
  /** The query of these rows; null before the first list is open. */
  query: ListQuery | null;
  view: ListView;
  pages: ReadonlyMap<number, Page>;
  /** Another list is being opened; these rows are still the old one's. */
  opening: boolean;
  failed: boolean;
};

export type ListCalls = {
  openList: (query: ListQuery) => Promise<ListView>;
  readRows: (view: number, from: number, count: number) => Promise<(ReplyRow | null)[]>;
};

/** A list whose rows come page by page as they are needed. */
export type ListSource = {
  subscribe: (listener: () => void) => () => void;
  snapshot: () => ListSnapshot;
  /** Opens a list. One is opened at a time; of those asked for meanwhile only the last. */
  open: (query: ListQuery) => void;
  /** Tells which rows are in sight: what is missing of them is read. */
  show: (from: number, to: number) => void;
};

const nothing: ListSnapshot = {
  query: null,
  view: { number: -1, total: 0, checking: null },
  pages: new Map(),
  opening: true,
  failed: false,
};

/** Prepares a list without opening one. */
export function createListSource(calls: ListCalls): ListSource {
  const listeners = new Set<() => void>();
  let current = nothing;
  let wanted: ListQuery | null = null;
  let busy = false;
  let inSight = { from: 0, to: PAGE_SIZE };
  const underWay = new Set<string>();

  function change(next: Partial<ListSnapshot>): void {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  }

  async function openWanted(): Promise<void> {
    if (busy) return;
    busy = true;
    change({ opening: true });
    while (wanted !== null) {
      const query = wanted;
      wanted = null;
      try {
        const view = await calls.openList(query);
        const sameList = current.query !== null && isSameList(current.query, query);
        if (!sameList) inSight = { from: 0, to: Math.min(inSight.to - inSight.from, PAGE_SIZE) };
        const pages = await readPages(view, inSight.from, inSight.to);
        if (wanted === null) change({ query, view, pages, opening: false, failed: false });
      } catch {
        // The cause is in main's log; the list says that it could not be read.
        if (wanted === null) change({ opening: false, failed: true });
      }
    }
    busy = false;
  }

  async function readPages(view: ListView, from: number, to: number): Promise<Map<number, Page>> {
    const numbers = pagesOf(from, Math.min(to, view.total));
    const pages = await Promise.all(
      numbers.map((page) => calls.readRows(view.number, page * PAGE_SIZE, PAGE_SIZE)),
    );
    return new Map(numbers.map((page, index) => [page, pages[index] ?? []]));
  }

  async function fetchPage(page: number): Promise<void> {
    const { number } = current.view;
    const name = `${number}:${page}`;
    if (underWay.has(name)) return;
    underWay.add(name);
    try {
      const rows = await calls.readRows(number, page * PAGE_SIZE, PAGE_SIZE);
      if (current.view.number === number) change({ pages: new Map(current.pages).set(page, rows) });
    } catch {
      // Asked for again when it next comes in sight; the list says so when even opening fails.
    } finally {
      underWay.delete(name);
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    open(query) {
      wanted = query;
      void openWanted();
    },
    show(from, to) {
      inSight = { from, to };
      for (const page of pagesOf(from, Math.min(to, current.view.total))) {
        if (!current.pages.has(page)) void fetchPage(page);
      }
    },
  };
}

/** The row at `index`: null when its reply is gone, undefined while it is not read yet. */
export function rowAt(list: ListSnapshot, index: number): ReplyRow | null | undefined {
  return list.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** Where a reply stands among the rows that are read; -1 when it is not among them. */
export function loadedIndexOf(list: ListSnapshot, id: Id): number {
  for (const [page, rows] of list.pages) {
    const at = rows.findIndex((row) => row?.id === id);
    if (at >= 0) return page * PAGE_SIZE + at;
  }
  return -1;
}

/** True when both ask for the same rows in the same order. */
export function isSameList(one: ListQuery, other: ListQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function pagesOf(from: number, to: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(from / PAGE_SIZE); page * PAGE_SIZE < to; page += 1) pages.push(page);
  return pages;
}
