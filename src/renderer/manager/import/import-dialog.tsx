import type { LibraryTree, ManagerView } from '../../../shared/contract/library-calls.ts';
import type { ImportDone, ImportSource } from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

export type ImportDialogProps = {
  view: ManagerView;
  tree: LibraryTree;
  /** What to import; null while the dialog is to offer choosing or dropping files. */
  source: ImportSource | null;
  /** Library and category that were selected when it was opened. */
  target: { libraryId: Id; categoryId: Id | null };
  onClose: () => void;
  onDone: (done: ImportDone) => void;
};

/** Import: choose, map if unsure, preview, apply. */
export function ImportDialog(_props: ImportDialogProps) {
  return null;
}
