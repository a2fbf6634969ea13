import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../../shared/domain/reply.ts';
import { uuidV7 } from '../../../shared/uuid-v7.ts';
import { onlyId } from '../list/selection.ts';
import type { SelectionControl } from '../list/use-selection.ts';
import { type Place, placeTarget } from '../tree/place.ts';
import { focusEditor, handOverField } from './focus.ts';
import { newDraft } from './new-draft.ts';

/** The reply in the editor; `initial` is what a new one starts from. */
export type Editing = { id: Id; initial: ReplyDraft | null };

/**
 * What the editor shows: the only selected reply, or a new one until something is selected. Several selected replies take it
 * away; none leave it, so that typing a search does not close what is being written.
 */
export function useEditing(control: SelectionControl): {
  editing: Editing | null;
  edit: (id: Id) => void;
  /** Opens a reply to go on writing there. */
  goOnTo: (id: Id) => void;
  /** False when there is no library that a reply could go to. */
  startNew: (place: Place, tree: LibraryTree, title: string) => boolean;
} {
  const [editing, setEditing] = useState<Editing | null>(null);
  const { selection, clear, selectId } = control;
  const only = onlyId(selection);
  const several = selection.ids.size > 1;

  useEffect(() => {
    if (several) setEditing(null);
    if (only !== null) setEditing((before) => (before?.id === only ? before : { id: only, initial: null }));
  }, [only, several]);

  const edit = useCallback((id: Id) => setEditing({ id, initial: null }), []);

  const goOnTo = useCallback(
    (id: Id) => {
      flushSync(() => setEditing({ id, initial: null }));
      selectId(id);
      focusEditor();
    },
    [selectId],
  );

  const startNew = useCallback(
    (place: Place, tree: LibraryTree, title: string) => {
      const target = placeTarget(place, tree);
      if (target === null) return false;
      const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      handOverField(false);
      clear();
      setEditing({ id, initial: newDraft(target, title) });
      // Once it is saved it is in the list, and selected there.
      selectId(id);
      requestAnimationFrame(() => focusEditor());
      return true;
    },
    [clear, selectId],
  );

  return { editing, edit, goOnTo, startNew };
}
