import type { ManagerView } from '../../../shared/contract/library-calls.ts';
import type { Id, ReplyDraft } from '../../../shared/domain/reply.ts';

export type EditorPaneProps = {
  view: ManagerView;
  /** The reply being edited; null shows the pane's empty state. A new reply has an id of its own and no saved state. */
  replyId: Id | null;
  /** What a new reply starts from (its library and category, a searched text as its title); null for an existing one. */
  initial: ReplyDraft | null;
  /** Asks the list to show another reply: a successor, a next step, the owner of a shortcode. */
  onOpenReply: (id: Id) => void;
};

/** The editor of one reply. */
export function EditorPane(_props: EditorPaneProps) {
  return null;
}
