import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDeviceFloppy, IconHistory, IconStar, IconStarFilled } from '@tabler/icons-react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import type { EditorWords } from './draft-problem-words.ts';
import { isDirty, type OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';

type Props = {
  state: OpenState;
  onSave: () => void;
  onHistory: () => void;
};

/** What state the reply is in, and what can be done with it. */
export function EditorHeader({ state, onSave, onHistory }: Props) {
  const t = useWords(editorMessages);
  const { locale } = useLanguage();
  const { session, readOnly, view } = useEditorTools();
  const dirty = isDirty(state);
  const isNew = state.saved === null;
  const { favourite } = state.form;
  const command = view.platform === 'mac' ? '⌘' : 'Ctrl';
  const favouriteLabel = favourite ? t('favourite.remove') : t('favourite.add');

  return (
    <header className="editor-header">
      <p className="editor-status" role="status" data-dirty={dirty}>
        {statusWords(state, dirty, t, (instant) => instantWords(instant, locale))}
      </p>
      {!readOnly && (
        <Tooltip label={favouriteLabel}>
          <ActionIcon
            variant="subtle"
            color={favourite ? 'yellow' : 'gray'}
            aria-label={favouriteLabel}
            aria-pressed={favourite}
            onClick={() => session.change({ kind: 'fields', fields: { favourite: !favourite } })}
          >
            {favourite ? <IconStarFilled size={16} /> : <IconStar size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
      {!isNew && (
        <Tooltip label={t('header.history')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('header.history')} onClick={onHistory}>
            <IconHistory size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      {!readOnly && dirty && (
        <Button size="compact-sm" variant="default" onClick={() => session.discard()}>
          {isNew ? t('header.discardNew') : t('header.discard')}
        </Button>
      )}
      {!readOnly && (
        <Tooltip label={`${command}+S`}>
          <Button
            size="compact-sm"
            leftSection={<IconDeviceFloppy size={14} />}
            data-unchanged={!dirty && !isNew}
            aria-keyshortcuts="Control+S"
            onClick={onSave}
          >
            {t('header.save')}
          </Button>
        </Tooltip>
      )}
    </header>
  );
}

function statusWords(
  state: OpenState,
  dirty: boolean,
  t: EditorWords,
  words: (instant: string) => string,
): string {
  if (state.deletedAt !== null) return t('status.trash', { at: words(state.deletedAt) });
  if (state.saving) return t('status.saving');
  if (dirty && state.keeping === 'failed') return t('status.notKept');
  if (dirty && state.keeping === 'kept') return t('status.kept');
  if (dirty) return t('status.unsaved');
  if (state.saved === null) return t('status.new');
  return t('status.saved', { at: words(state.saved.updatedAt) });
}
