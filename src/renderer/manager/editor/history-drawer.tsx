import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { HistoryEntry, ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { historyMessages } from '../../../shared/i18n/areas/history.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { DifferenceView } from './difference-view.tsx';
import { isDirty, keyed, type OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import type { MediaKnown } from './preview-model.ts';
import { replyDifference } from './reply-difference.ts';

type Props = { state: OpenState; opened: boolean; onClose: () => void };

/** Earlier states of the reply: who changed what and when, and the way back. */
export function HistoryDrawer({ state, opened, onClose }: Props) {
  const t = useWords(historyMessages);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('title')}
    >
      {opened && <History state={state} onClose={onClose} />}
    </Drawer>
  );
}

function History({ state, onClose }: { state: OpenState; onClose: () => void }) {
  const t = useWords(historyMessages);
  const { locale } = useLanguage();
  const { session, readOnly } = useEditorTools();
  const history = useHistory(state);
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<'previous' | 'present'>('previous');
  const [restoring, setRestoring] = useState(false);
  const entries = history?.entries ?? [];
  const at = Math.max(
    0,
    entries.findIndex(({ revision }) => revision === chosen),
  );
  const entry = entries[at];
  const [present] = entries;
  const other = against === 'present' ? present : entries[at + 1];
  const differences = useMemo(() => {
    if (!entry || !other) return [];
    return against === 'present' ? replyDifference(entry, other) : replyDifference(other, entry);
  }, [entry, other, against]);

  if (history === null) return <p className="faint">{t('loading')}</p>;
  if (!entry) return <p className="faint">{t('none')}</p>;

  const restore = async () => {
    setRestoring(true);
    // Unsaved changes would meet what is restored; they can be taken back afterwards.
    if (isDirty(state)) session.discard();
    await session.flush();
    const problem = await session.act({
      kind: 'restore-revision',
      id: state.id,
      revision: entry.revision,
    });
    setRestoring(false);
    if (problem === null) onClose();
  };

  return (
    <div className="history">
      <ol className="history-list" aria-label={t('title')}>
        {entries.map((one, index) => (
          <li key={one.revision}>
            <button
              type="button"
              className="history-entry"
              aria-pressed={one === entry}
              onClick={() => setChosen(one.revision)}
            >
              <span className="history-when">{instantWords(one.at, locale)}</span>
              <span className="faint">
                {[one.by || t('someone'), t(`source.${one.source}`), index === 0 ? t('present') : '']
                  .filter((words) => words !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="history-detail" aria-live="polite">
        {at > 0 && (
          <SegmentedControl
            size="xs"
            value={against}
            onChange={(value) => setAgainst(value === 'present' ? 'present' : 'previous')}
            data={[
              { value: 'previous', label: t('againstPrevious') },
              { value: 'present', label: t('againstPresent') },
            ]}
          />
        )}
        {other ? (
          <DifferenceView differences={differences} links={history.links} media={history.media} />
        ) : (
          <p className="faint">{t('first')}</p>
        )}
        {at > 0 && !readOnly && (
          <div className="history-actions">
            <Button size="xs" loading={restoring} onClick={() => void restore()}>
              {t('restore')}
            </Button>
            <span className="faint">{isDirty(state) ? t('restoreDirty') : t('restoreHelp')}</span>
          </div>
        )}
      </div>
    </div>
  );
}

type HistoryRead = { entries: HistoryEntry[]; links: Record<Id, ReplyChoice>; media: MediaKnown };

/** The history with the titles of the replies that it mentions; read again when the reply changes. */
function useHistory(state: OpenState): HistoryRead | null {
  const [history, setHistory] = useState<HistoryRead | null>(null);
  const { id, revision } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision means another history
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const entries = await api.readHistory(id);
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
        links: keyed(choices, (choice) => choice.id),
        media: keyed(infos, ({ hash }) => hash),
      });
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [id, revision]);
  return history;
}
