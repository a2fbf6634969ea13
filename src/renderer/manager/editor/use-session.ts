import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Id, ReplyDraft } from '../../../shared/domain/reply.ts';
import { api, onManagerEvent } from '../api.ts';
import { EditorSession } from './editor-session.ts';

/** The editing of one reply, with its state; what is unsaved is written when the window loses the focus and at the end. */
export function useSession(id: Id, initial: ReplyDraft | null) {
  // What a new reply starts from is taken once: later it is what the form holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const session = useMemo(() => new EditorSession(id, initial, api), [id]);
  const state = useSyncExternalStore(session.subscribe, session.state);

  useEffect(() => {
    void session.load();
    const flush = () => void session.flush();
    const stop = onManagerEvent('libraryChanged', () => void session.refresh());
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      stop();
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [session]);

  return { session, state };
}
