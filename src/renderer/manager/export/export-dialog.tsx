import type { LibraryTree, ListQuery } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

export type ExportDialogProps = {
  tree: LibraryTree;
  /** The list as it is filtered, and how many rows it has. */
  query: ListQuery;
  total: number;
  /** Replies that are selected; empty offers no export of a selection. */
  selected: readonly Id[];
  onClose: () => void;
};

/** Export: what, which format, where to. */
export function ExportDialog(_props: ExportDialogProps) {
  return null;
}
