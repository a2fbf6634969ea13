import type { LintNote } from '../../../../src/shared/domain/lint/lint-note.ts';
import type { SearchOutcome, SearchRow } from '../../../../src/shared/domain/search-result.ts';
import type { InsertOutcome } from '../../../../src/shared/insert.ts';
import type { CategoryChoice, NewReplyError, ReplyView } from '../../../../src/shared/ipc.ts';
import type { Result } from '../../../../src/shared/result.ts';

/** What the other side of the wire answers in a test. */
export type FakeLibrary = {
  rows: SearchRow[];
  views: Record<string, ReplyView>;
  categories: CategoryChoice[];
  insertOutcome: InsertOutcome;
  createResult: Result<{ id: string }, NewReplyError>;
  /** What the lint says of any text. */
  notes: LintNote[];
  searchFails: boolean;
  rebuilding: number | null;
};

export type FakeControls = {
  /** Every call the page made, in order. */
  calls: { name: string; args: unknown[] }[];
  emit: (name: string, payload: unknown) => void;
  /** Keeps the answers of these calls back until `release`. */
  hold: (name: string) => void;
  /** Lets the answers that were kept back go, newest first when `reversed`. */
  release: (name: string, reversed?: boolean) => void;
  library: FakeLibrary;
};

declare global {
  interface Window {
    fake: FakeControls;
  }
}

/** Runs in the page before its scripts: puts a wire in place that answers from `library`. Self-contained, as it is sent as text. */
export function installFakeWire(library: FakeLibrary): void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const held = new Map<string, (() => void)[]>();

  function rangesOf(text: string, query: string): [number, number][] {
    const at = query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
    return at < 0 ? [] : [[at, at + query.length]];
  }

  function search(query: string): SearchOutcome {
    const wanted = query.trim();
    const rows = library.rows.flatMap((row) => {
      const marked = {
        ...row,
        titleRanges: rangesOf(row.title, wanted),
        shortcodeRanges: rangesOf(row.shortcode ?? '', wanted),
        snippetRanges: rangesOf(row.snippet, wanted),
      };
      const found =
        marked.titleRanges.length + marked.shortcodeRanges.length + marked.snippetRanges.length > 0;
      return wanted === '' || found ? [marked] : [];
    });
    return { query, rows, rebuilding: library.rebuilding };
  }

  const answers: Record<string, (...args: never[]) => unknown> = {
    searchReplies: (query: string) => {
      if (library.searchFails) throw new Error('search failed');
      return search(query);
    },
    openReply: (id: string) => library.views[id] ?? null,
    insertReply: () => library.insertOutcome,
    listCategories: () => library.categories,
    createReply: () => library.createResult,
    checkTexts: () => library.notes,
    openingTaken: () => undefined,
    closePalette: () => undefined,
    openSettings: () => undefined,
    openManager: () => undefined,
  };

  window.fake = {
    calls: [],
    library,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    hold: (name) => {
      held.set(name, held.get(name) ?? []);
    },
    release: (name, reversed = false) => {
      const waiting = held.get(name) ?? [];
      held.delete(name);
      for (const go of reversed ? waiting.toReversed() : waiting) go();
    },
  };

  Object.defineProperty(window, 'repartee', {
    value: {
      call: (name: string, ...args: unknown[]) => {
        window.fake.calls.push({ name, args });
        return new Promise((resolve, reject) => {
          const answer = () => {
            try {
              resolve(answers[name]?.(...(args as never[])));
            } catch (error) {
              reject(error);
            }
          };
          const waiting = held.get(name);
          if (waiting) waiting.push(answer);
          else queueMicrotask(answer);
        });
      },
      on: (name: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all.add(listener));
        return () => all.delete(listener);
      },
    },
  });
}
