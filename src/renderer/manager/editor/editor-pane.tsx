import { Button, Loader } from '@mantine/core';
import { useMemo } from 'react';
import type { ManagerView } from '../../../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { EditorForm } from './editor-form.tsx';
import { type EditorTools, EditorToolsProvider } from './editor-tools.tsx';
import { EmptyEditor } from './empty-editor.tsx';
import './styles/editor.css';
import './styles/fields.css';
import './styles/template-field.css';
import './styles/empty-editor.css';
import './styles/parts.css';
import './styles/preview.css';
import './styles/difference.css';
import { useSession } from './use-session.ts';
import { useTree } from './use-tree.ts';

export type EditorPaneProps = {
  view: ManagerView;
  /** The reply being edited; null shows the pane's empty state. A new reply has an id of its own and no saved state. */
  replyId: Id | null;
  /** What a new reply starts from (its library and category, a searched text as its title); null for an existing one. */
  initial: ReplyDraft | null;
  /** Asks the list to show another reply: a successor, a next step, the owner of a shortcode. */
  onOpenReply: (id: Id) => void;
  /** The reply was saved; `next` when the one after it is wanted (Ctrl+Enter). */
  onSaved?: (id: Id, next: boolean) => void;
  /** How many replies are selected in the list, for a word about it while none is open. */
  selectedCount?: number;
};

/** The editor of one reply. */
export function EditorPane({ replyId, ...props }: EditorPaneProps) {
  if (replyId === null) {
    return (
      <div className="editor">
        <EmptyEditor view={props.view} selectedCount={props.selectedCount ?? 0} />
      </div>
    );
  }
  return <OpenEditor key={replyId} replyId={replyId} {...props} />;
}

function OpenEditor({ view, replyId, initial, onOpenReply, onSaved }: EditorPaneProps & { replyId: Id }) {
  const t = useWords(editorMessages);
  const { session, state } = useSession(replyId, initial);
  const tree = useTree();
  const readOnly = state.stage === 'open' && state.deletedAt !== null;
  const tools = useMemo<EditorTools>(
    () => ({ session, view, tree, readOnly, onOpenReply }),
    [session, view, tree, readOnly, onOpenReply],
  );
  switch (state.stage) {
    case 'loading':
      return (
        <div className="editor editor-message">
          <Loader size="sm" role="status" aria-label={t('loading')} />
        </div>
      );
    case 'failed':
      return (
        <div className="editor editor-message">
          <p>{t('failed')}</p>
          <Button size="xs" variant="default" onClick={() => void session.load()}>
            {t('banner.retry')}
          </Button>
        </div>
      );
    case 'missing':
      return (
        <div className="editor editor-message">
          <p>{t('missing')}</p>
        </div>
      );
    case 'open':
      return (
        <EditorToolsProvider value={tools}>
          <EditorForm state={state} onSaved={(next) => onSaved?.(replyId, next)} />
        </EditorToolsProvider>
      );
  }
}
