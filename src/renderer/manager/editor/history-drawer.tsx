import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { historyMessages } from '../../../shared/i18n/areas/history.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import { DifferenceView } from './difference-view.tsx';
import { isDirty, type OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { replyDifference } from './reply-difference.ts';
import { useHistory } from './use-history.ts';

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
  const { history, readEarlier } = useHistory(state);
  const list = useRef<HTMLOListElement>(null);
  const focusFrom = useRef<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<'previous' | 'present'>('previous');
  const [restoring, setRestoring] = useState(false);
  const entries = history?.entries ?? [];
  const shown = history?.shown ?? 0;
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

  // The button of the next part may be gone with it: the keyboard goes on at the first state that came.
  useEffect(() => {
    const from = focusFrom.current;
    if (from === null || from >= shown) return;
    focusFrom.current = null;
    list.current?.querySelectorAll('button')[from]?.focus();
  }, [shown]);

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
      <div>
        <ol ref={list} className="history-list" aria-label={t('title')}>
          {entries.slice(0, shown).map((one, index) => (
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
        {entries.length > shown && (
          <Button
            className="history-earlier"
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              focusFrom.current = shown;
              readEarlier();
            }}
          >
            {t('earlier')}
          </Button>
        )}
      </div>
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
