import { useEffect, useState } from 'react';
import type { HistoryEntry, ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { api } from '../api.ts';
import { keyed, type OpenState } from './editor-state.ts';
import type { MediaKnown } from './preview-model.ts';

/** How many states are read and drawn at first, and how many more each time. */
const step = 100;

type HistoryRead = {
  /** One more than is shown, where there is one: the last one shown is compared with it. */
  entries: HistoryEntry[];
  shown: number;
  links: Record<Id, ReplyChoice>;
  media: MediaKnown;
};

/** The newest states of a reply with the titles of the replies that they mention; read again when the reply changes. */
export function useHistory({ id, revision }: OpenState): {
  history: HistoryRead | null;
  readEarlier: () => void;
} {
  const [history, setHistory] = useState<HistoryRead | null>(null);
  const [wantedCount, setWantedCount] = useState(step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision means another history
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const entries = await api.readHistory(id, wantedCount + 1);
      const ids = entries.flatMap(({ content }) => [
        ...content.nextIds,
        ...(content.successorId === null ? [] : [content.successorId]),
      ]);
      const linked = [...new Set(ids)].slice(0, 200);
      const choices = linked.length > 0 ? await api.replyChoices(linked) : [];
      const pictures = entries.flatMap(({ content }) =>
        content.variants.flat().flatMap((part) => (part.kind === 'image' ? [part.hash] : [])),
      );
      const hashes = [...new Set(pictures)].slice(0, 500);
      const infos = hashes.length > 0 ? await api.mediaInfo(hashes) : [];
      if (!wanted) return;
      setHistory({
        entries,
        shown: Math.min(entries.length, wantedCount),
        links: keyed(choices, (choice) => choice.id),
        media: keyed(infos, ({ hash }) => hash),
      });
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [id, revision, wantedCount]);
  return { history, readEarlier: () => setWantedCount((count) => count + step) };
}
