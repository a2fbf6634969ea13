import type { ManagerView } from '../../shared/contract/library-calls.ts';
import { EditorPane } from './editor/editor-pane.tsx';
import { Panes } from './layout/panes.tsx';

/** The manager: category tree, reply list, editor. */
export function ManagerApp({ view }: { view: ManagerView }) {
  return (
    <div className="manager">
      <Panes
        tree={null}
        list={null}
        editor={<EditorPane view={view} replyId={null} initial={null} onOpenReply={() => {}} />}
        labels={{ tree: '', list: '', editor: '', treeWidth: '', listWidth: '' }}
      />
    </div>
  );
}
