import type { libraryCalls } from '../shared/contract/library-calls.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { WritableDatabase } from './storage/database.ts';

export type LibrarySurroundings = { db: WritableDatabase; now: () => Date };

/** The calls for the tree, the list and the editor. */
export function libraryHandlers(_around: LibrarySurroundings): Handlers<typeof libraryCalls> {
  return {} as Handlers<typeof libraryCalls>;
}
