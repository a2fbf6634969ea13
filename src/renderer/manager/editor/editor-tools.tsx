import { createContext, useContext } from 'react';
import type { LibraryTree, ManagerView } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import type { EditorSession } from './editor-session.ts';

/** What the fields of the editor share; it stays the same while a reply is being edited. */
export type EditorTools = {
  session: EditorSession;
  view: ManagerView;
  tree: LibraryTree | null;
  /** In the trash: everything can be read and copied, nothing changed. */
  readOnly: boolean;
  onOpenReply: (id: Id) => void;
};

const ToolsContext = createContext<EditorTools | null>(null);

export const EditorToolsProvider = ToolsContext.Provider;

/** What the fields of the editor share; throws outside of the editor. */
export function useEditorTools(): EditorTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('A field of the editor stands outside of it');
  return tools;
}
