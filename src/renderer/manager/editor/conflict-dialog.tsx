import { Button, Modal } from '@mantine/core';
import { useMemo } from 'react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import { categoryPathOf } from '../library/category-choices.ts';
import { DifferenceView } from './difference-view.tsx';
import { draftOf, toDraft } from './edit-form.ts';
import { mergedWith, type OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { replyDifference } from './reply-difference.ts';

type Props = { state: OpenState; opened: boolean; onClose: () => void; onKeepMine: () => void };

/** The reply was changed here and elsewhere: shows both, and asks which one counts. */
export function ConflictDialog({ state, opened, onClose, onKeepMine }: Props) {
  const t = useWords(editorMessages);
  const { locale } = useLanguage();
  const { session, tree } = useEditorTools();
  const { conflict } = state;
  const differences = useMemo(() => {
    if (!conflict) return [];
    const comparable = (content: ReturnType<typeof toDraft>) => ({
      content,
      categoryPath: tree ? categoryPathOf(tree, content.categoryId) : [],
    });
    return replyDifference(comparable(draftOf(conflict)), comparable(toDraft(mergedWith(state, conflict))));
  }, [conflict, state, tree]);

  return (
    <Modal
      opened={opened && conflict !== null}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('conflict.title')}
      size="lg"
    >
      <p>{conflict && t('conflict.words', { at: instantWords(conflict.updatedAt, locale) })}</p>
      <p className="legend">
        <del>{t('conflict.stored')}</del> <ins>{t('conflict.mine')}</ins>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
      <section className="conflict-differences" aria-label={t('conflict.title')} tabIndex={0}>
        <DifferenceView differences={differences} links={state.links} media={state.media} />
      </section>
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('conflict.later')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            session.resolve('theirs');
            onClose();
          }}
        >
          {t('conflict.takeTheirs')}
        </Button>
        <Button
          onClick={() => {
            session.resolve('mine');
            onClose();
            onKeepMine();
          }}
        >
          {t('conflict.keepMine')}
        </Button>
      </div>
    </Modal>
  );
}
