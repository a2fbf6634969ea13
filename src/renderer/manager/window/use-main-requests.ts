import { useEffect, useRef } from 'react';
import type { ImportSource } from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { api, onManagerEvent } from '../api.ts';
import { flushDrafts } from '../editor/draft-keeper.ts';
import { handOverField } from './focus.ts';

export type MainRequests = {
  /** Null asks for a new reply. */
  showReply: (id: Id | null) => void;
  importSource: (source: ImportSource) => void;
};

/** Does what main asks of the window. Once it listens it says so, and what was asked while it was loading comes. */
export function useMainRequests(requests: MainRequests): void {
  const latest = useRef(requests);
  latest.current = requests;

  useEffect(() => {
    const stops = [
      onManagerEvent('showReply', (payload) => {
        latest.current.showReply((payload as { id: Id | null }).id);
      }),
      onManagerEvent('importRequested', (payload) => latest.current.importSource(payload as ImportSource)),
      onManagerEvent('closing', () => {
        handOverField(false);
        // Drafts that could not be written are in the editor's hands; the window closes all the same.
        void flushDrafts().finally(() => api.readyToClose());
      }),
    ];
    void api.managerReady();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
