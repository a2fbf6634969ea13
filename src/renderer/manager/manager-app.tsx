import type { ManagerView } from '../../shared/contract/library-calls.ts';
import { EditorPane } from './editor/editor-pane.tsx';

/** The manager: category tree, reply list, editor. */
export function ManagerApp({ view }: { view: ManagerView }) {
  return <EditorPane view={view} replyId={null} initial={null} onOpenReply={() => {}} />;
}
