import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { ReplyChoiceWords, ReplyPicker } from './reply-picker.tsx';
import { leadsBack } from './successor-chain.ts';

/** The reply that takes this one's place once it has expired. */
export function SuccessorField({ state }: { state: OpenState }) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const { successorId } = state.form;
  const isCircle = useIsCircle(state.id, successorId);
  const choose = (id: Id | null) => session.change({ kind: 'fields', fields: { successorId: id } });
  const choice = successorId === null ? null : (state.links[successorId] ?? null);

  return (
    <fieldset className="links">
      <legend className="field-label">{t('successor.label')}</legend>
      {successorId === null ? (
        readOnly ? (
          <p className="faint">{t('links.none')}</p>
        ) : (
          <ReplyPicker
            label={t('successor.pick')}
            except={[state.id]}
            onPick={(picked) => {
              session.learnLinks([picked]);
              choose(picked.id);
            }}
          />
        )
      ) : (
        <ul className="link-list">
          <LinkRow id={successorId} choice={choice} onRemove={() => choose(null)} />
        </ul>
      )}
      {isCircle && (
        <p className="field-warning" role="status">
          {t('successor.circle')}
        </p>
      )}
      {choice?.validity === 'expired' && <p className="field-warning">{t('successor.expired')}</p>}
      {successorId !== null && state.form.validUntil === null && (
        <p className="faint">{t('successor.noEnd')}</p>
      )}
    </fieldset>
  );
}

function useIsCircle(self: Id, successorId: Id | null): boolean {
  const [circle, setCircle] = useState<{ of: Id; found: boolean } | null>(null);
  useEffect(() => {
    if (successorId === null) return;
    let wanted = true;
    const successorOf = async (id: Id) => {
      const read = await api.readReply(id);
      return read?.saved?.successorId ?? null;
    };
    void leadsBack(self, successorId, successorOf).then((found) => {
      if (wanted) setCircle({ of: successorId, found });
    });
    return () => {
      wanted = false;
    };
  }, [self, successorId]);
  return circle !== null && circle.of === successorId && circle.found;
}

/** Replies that are offered after this one, in their order. */
export function NextField({ state }: { state: OpenState }) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const { nextIds } = state.form;
  const change = (next: Id[]) => session.change({ kind: 'fields', fields: { nextIds: next } });
  const move = (index: number, by: number) => {
    const id = nextIds[index];
    const to = index + by;
    if (id === undefined || to < 0 || to >= nextIds.length) return;
    change(nextIds.toSpliced(index, 1).toSpliced(to, 0, id));
  };

  return (
    <fieldset className="links">
      <legend className="field-label">{t('next.label')}</legend>
      {nextIds.length > 0 && (
        <ol className="link-list">
          {nextIds.map((id, index) => (
            <LinkRow
              key={id}
              id={id}
              choice={state.links[id] ?? null}
              onRemove={() => change(nextIds.filter((other) => other !== id))}
              move={{
                up: index > 0 ? () => move(index, -1) : null,
                down: index < nextIds.length - 1 ? () => move(index, 1) : null,
              }}
            />
          ))}
        </ol>
      )}
      {!readOnly && nextIds.length < 100 && (
        <ReplyPicker
          label={t('next.pick')}
          except={[state.id, ...nextIds]}
          onPick={(picked) => {
            session.learnLinks([picked]);
            change([...nextIds, picked.id]);
          }}
        />
      )}
      {nextIds.length === 0 && <p className="faint">{readOnly ? t('links.none') : t('next.help')}</p>}
    </fieldset>
  );
}

type RowProps = {
  id: Id;
  choice: ReplyChoice | null;
  onRemove: () => void;
  move?: { up: (() => void) | null; down: (() => void) | null };
};

function LinkRow({ id, choice, onRemove, move }: RowProps) {
  const t = useWords(editorMessages);
  const { readOnly, onOpenReply } = useEditorTools();
  const name = choice === null ? t('links.gone') : choice.title || t('untitled');
  const onKeyDown = (event: KeyboardEvent) => {
    const go = event.key === 'ArrowUp' ? move?.up : event.key === 'ArrowDown' ? move?.down : null;
    if (!event.altKey || !go || readOnly) return;
    event.preventDefault();
    go();
  };
  return (
    <li className="link-row" onKeyDown={onKeyDown}>
      {choice ? (
        <button type="button" className="link-open" title={t('links.open')} onClick={() => onOpenReply(id)}>
          <ReplyChoiceWords choice={choice} />
        </button>
      ) : (
        <span className="link-open faint">{t('links.gone')}</span>
      )}
      {!readOnly && (
        <>
          {move && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('links.up', { name })}
                disabled={move.up === null}
                onClick={() => move.up?.()}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('links.down', { name })}
                disabled={move.down === null}
                onClick={() => move.down?.()}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('links.remove', { name })}
            onClick={onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
