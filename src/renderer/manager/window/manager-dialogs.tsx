import { lazy, Suspense } from 'react';
import type { LibraryTree, ListQuery, ManagerView } from '../../../shared/contract/library-calls.ts';
import type { ImportDone, ImportSource } from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { dialogMessages } from '../../../shared/i18n/areas/manager-dialogs.ts';
import { useWords } from '../../ui/words.tsx';
import type { Actions } from '../actions/use-actions.ts';
import { DeleteCategoryDialog } from '../dialogs/delete-category-dialog.tsx';
import { MoveDialog } from '../dialogs/move-dialog.tsx';
import { TagsDialog } from '../dialogs/tags-dialog.tsx';
import { ValidityDialog } from '../dialogs/validity-dialog.tsx';
import { type CategoryChoice, categoryChoices, categoryTargets } from '../library/category-choices.ts';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';

// Read when they are first opened: the window has no need of them to show a library.
const ImportDialog = lazy(async () => ({
  default: (await import('../import/import-dialog.tsx')).ImportDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../export/export-dialog.tsx')).ExportDialog,
}));

/** The dialog in front, one at a time. */
export type OpenDialog =
  | { kind: 'import'; source: ImportSource | null; target: { libraryId: Id; categoryId: Id | null } }
  | { kind: 'export' | 'help' }
  | { kind: 'move' | 'tags' | 'validity'; ids: readonly Id[] }
  | { kind: 'move-category' | 'delete-category'; categoryId: Id };

type ManagerDialogsProps = {
  dialog: OpenDialog | null;
  view: ManagerView;
  tree: LibraryTree;
  query: ListQuery;
  total: number;
  selected: readonly Id[];
  actions: Actions;
  onClose: () => void;
  onImported: (done: ImportDone) => void;
};

/** Draws the dialog that is open, if one is. */
export function ManagerDialogs(props: ManagerDialogsProps) {
  return (
    <ErrorBoundary key={props.dialog?.kind}>
      <Suspense fallback={null}>
        <CurrentDialog {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function CurrentDialog({ dialog, view, tree, query, total, selected, actions, ...on }: ManagerDialogsProps) {
  const t = useWords(dialogMessages);
  const { onClose } = on;
  if (dialog === null) return null;
  const category =
    'categoryId' in dialog ? tree.categories.find(({ id }) => id === dialog.categoryId) : undefined;

  switch (dialog.kind) {
    case 'import':
      return (
        <ImportDialog
          view={view}
          tree={tree}
          source={dialog.source}
          target={dialog.target}
          onClose={onClose}
          onDone={on.onImported}
        />
      );
    case 'export':
      return <ExportDialog tree={tree} query={query} total={total} selected={selected} onClose={onClose} />;
    case 'help':
      return <ShortcutsDialog platform={view.platform} onClose={onClose} />;
    case 'move':
      return (
        <MoveDialog
          title={
            dialog.ids.length === 1 ? t('move.title.one') : t('move.title', { count: dialog.ids.length })
          }
          choices={categoryChoices(tree)}
          topWord="move.top"
          onClose={onClose}
          onMove={({ libraryId, categoryId }) => {
            onClose();
            void actions.run({ kind: 'move-replies', ids: [...dialog.ids], libraryId, categoryId });
          }}
        />
      );
    case 'tags':
      return (
        <TagsDialog
          count={dialog.ids.length}
          tags={tree.tags}
          onClose={onClose}
          onApply={(add, remove) => {
            onClose();
            void actions.run({ kind: 'tag-replies', ids: [...dialog.ids], add, remove });
          }}
        />
      );
    case 'validity':
      return (
        <ValidityDialog
          count={dialog.ids.length}
          onClose={onClose}
          onApply={(change) => {
            onClose();
            void actions.run({ kind: 'set-validity', ids: [...dialog.ids], ...change });
          }}
        />
      );
    case 'move-category':
      if (category === undefined) return null;
      return (
        <MoveDialog
          title={t('move.categoryTitle', { name: category.name })}
          choices={categoryTargets(tree, category.id)}
          topWord="move.topLevel"
          onClose={onClose}
          onMove={(choice) => {
            onClose();
            moveCategory(actions, category.id, choice);
          }}
        />
      );
    case 'delete-category':
      if (category === undefined) return null;
      return (
        <DeleteCategoryDialog
          category={category}
          onClose={onClose}
          onDelete={() => {
            onClose();
            void actions.run({ kind: 'delete-category', id: category.id });
          }}
        />
      );
  }
}

/** As far down as the contract allows, which is the end. */
const atTheEnd = 100_000;

function moveCategory(actions: Actions, id: Id, { categoryId }: CategoryChoice): void {
  void actions.run({ kind: 'move-category', id, parentId: categoryId, position: atTheEnd });
}
