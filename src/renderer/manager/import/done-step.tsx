import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportDone } from '../../../shared/contract/transfer-calls.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';

type UndoState =
  | { kind: 'possible' | 'running' | 'done' | 'too-late' | 'failed' }
  | { kind: 'partly'; skipped: number };

/** The last step: what was done, and the way back. */
export function DoneStep({
  done,
  onAgain,
  onShow,
  onClose,
}: {
  done: ImportDone;
  onAgain: () => void;
  /** Goes on to the replies. */
  onShow: () => void;
  onClose: () => void;
}) {
  const t = useWords(importMessages);
  const { locale } = useLanguage();
  const written = done.counts.new + done.counts.changed;
  const [undo, setUndo] = useState<UndoState>({ kind: 'possible' });

  async function takeBack(): Promise<void> {
    setUndo({ kind: 'running' });
    setUndo(await undoImport(done).catch((): UndoState => ({ kind: 'failed' })));
  }

  const figures = [
    ['done.new', done.counts.new],
    ['done.changed', done.counts.changed],
    ['done.unchanged', done.counts.unchanged],
    ['done.skipped', done.counts.skipped],
    ['done.categories', done.categories],
    ['done.pictures', done.pictures],
  ] as const;
  const undone = undo.kind === 'done' || undo.kind === 'partly';
  const nothingToShow = undone || written === 0;
  return (
    <>
      <div className="transfer-body import-done">
        <div className="import-done-head" data-undone={undone || undefined}>
          {undone ? <IconArrowBackUp size={40} aria-hidden /> : <IconCircleCheck size={40} aria-hidden />}
          <p role="status">{undoWords(undo, t) ?? (written === 0 ? t('done.nothing') : t('done.title'))}</p>
        </div>
        <dl className="import-figures" data-undone={undone || undefined}>
          {figures.map(([key, count]) => (
            <div key={key} data-none={count === 0 || undefined}>
              <dt>{t(key)}</dt>
              <dd>{numberWords(count, locale)}</dd>
            </div>
          ))}
        </dl>
        {written > 0 && !undone && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            loading={undo.kind === 'running'}
            disabled={undo.kind === 'too-late'}
            onClick={() => void takeBack()}
          >
            {t('done.undo')}
          </Button>
        )}
      </div>
      <footer className="transfer-foot">
        <Button variant="default" onClick={onAgain}>
          {t('done.again')}
        </Button>
        <span className="transfer-foot-words" />
        <Button data-autofocus onClick={() => (nothingToShow ? onClose() : onShow())}>
          {nothingToShow ? t('close') : t('done.show')}
        </Button>
      </footer>
    </>
  );
}

function undoWords(undo: UndoState, t: ReturnType<typeof useWords<keyof (typeof importMessages)['en']>>) {
  if (undo.kind === 'done') return t('done.undone');
  if (undo.kind === 'partly') return t('done.undonePartly', { count: undo.skipped });
  if (undo.kind === 'too-late') return t('done.undoTooLate');
  return undo.kind === 'failed' ? t('done.undoFailed') : null;
}

/** Undoes the import, and nothing else: a step that came after it is not this dialog's to take back. */
async function undoImport(done: ImportDone): Promise<UndoState> {
  const { undo } = await api.undoState();
  const own = undo?.kind === 'import' && undo.count === done.undo.undo?.count;
  if (!own) return { kind: 'too-late' };
  const result = await api.undo();
  if (!result.ok) return { kind: 'failed' };
  const { skipped } = result.value;
  return skipped > 0 ? { kind: 'partly', skipped } : { kind: 'done' };
}
