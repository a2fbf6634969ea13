import { useEffect, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { api, onManagerEvent } from '../api.ts';

/** Libraries and categories, read again when something changed. */
export function useTree(): LibraryTree | null {
  const [tree, setTree] = useState<LibraryTree | null>(null);
  useEffect(() => {
    let question = 0;
    const read = () => {
      question += 1;
      const asked = question;
      void api.readTree().then((answer) => {
        if (asked === question) setTree(answer);
      });
    };
    read();
    const stop = onManagerEvent('libraryChanged', read);
    return () => {
      question = -1;
      stop();
    };
  }, []);
  return tree;
}
