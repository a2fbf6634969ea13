import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { UndoState } from '../../../shared/library-action.ts';
import { keepOfferTrue } from '../actions/toasts.tsx';
import { api, onManagerEvent } from '../api.ts';

export type LibraryState = {
  /** Null until it has been read once. */
  tree: LibraryTree | null;
  /** The last reading failed; what is shown is older. */
  failed: boolean;
  undo: UndoState;
  /** Counts up with every change of the library. */
  version: number;
  retry: () => void;
};

/** Libraries, categories and the undo state, read anew after every change, here or elsewhere. */
export function useLibrary(initialUndo: UndoState): LibraryState {
  const [tree, setTree] = useState<LibraryTree | null>(null);
  const [failed, setFailed] = useState(false);
  const [undo, setUndo] = useState(initialUndo);
  const [version, setVersion] = useState(0);
  const reading = useRef(false);
  const stale = useRef(false);

  const read = useCallback(async () => {
    stale.current = true;
    if (reading.current) return;
    reading.current = true;
    try {
      while (stale.current) {
        stale.current = false;
        setTree(await api.readTree());
      }
      setFailed(false);
    } catch {
      // The cause is in main's log; the page offers to try again.
      setFailed(true);
    } finally {
      reading.current = false;
    }
  }, []);

  useEffect(() => {
    void read();
    return onManagerEvent('libraryChanged', (change) => {
      const { undo: next } = change as { undo: UndoState };
      setUndo(next);
      keepOfferTrue(next.undo, next.redo);
      setVersion((count) => count + 1);
      void read();
    });
  }, [read]);

  const retry = useCallback(() => {
    setVersion((count) => count + 1);
    void read();
  }, [read]);

  return { tree, failed, undo, version, retry };
}
