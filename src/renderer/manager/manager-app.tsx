import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { LibraryTree, ManagerView } from '../../shared/contract/library-calls.ts';
import type { ImportSource } from '../../shared/contract/transfer-calls.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { managerMessages } from '../../shared/i18n/areas/manager.ts';
import { treeMessages } from '../../shared/i18n/areas/manager-tree.ts';
import { useWords } from '../ui/words.tsx';
import { type Actions, useActions } from './actions/use-actions.ts';
import { api } from './api.ts';
import { useFileDrop } from './drag/use-file-drop.ts';
import { EditorPane } from './editor/editor-pane.tsx';
import { Panes } from './layout/panes.tsx';
import { type LibraryState, useLibrary } from './library/use-library.ts';
import { ListPane } from './list/list-pane.tsx';
import { createListSource, loadedIndexOf, rowAt } from './list/list-source.ts';
import { emptyChoice, queryOf } from './list/list-view-state.ts';
import { useReplyCommands } from './list/reply-commands.ts';
import { useSelection } from './list/use-selection.ts';
import type { GlobalCommand } from './shortcuts/global-command.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import { Tour } from './tour/tour.tsx';
import { CategoryTree } from './tree/category-tree.tsx';
import { existingPlace, type Place, placeName, placeTarget } from './tree/place.ts';
import { useTreeCommands } from './tree/use-tree-commands.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { DropOverlay } from './window/drop-overlay.tsx';
import { cyclePane, focusEditor, focusPane } from './window/focus.ts';
import { LoadFailure } from './window/load-failure.tsx';
import { ManagerDialogs, type OpenDialog } from './window/manager-dialogs.tsx';
import { useEditing } from './window/use-editing.ts';
import { useFocusReturn } from './window/use-focus-return.ts';
import { useMainRequests } from './window/use-main-requests.ts';
import { useRecheck } from './window/use-recheck.ts';
import { useShortcuts } from './window/use-shortcuts.ts';
import { useStableFunctions } from './window/use-stable-functions.ts';
import { useTakeFiles } from './window/use-take-files.ts';

// The charts are heavy, and most openings of the window never show them.
const InsightPage = lazy(async () => ({
  default: (await import('./insight/insight-page.tsx')).InsightPage,
}));

/** The manager: category tree, reply list, editor. */
export function ManagerApp({ view }: { view: ManagerView }) {
  const library = useLibrary(view.undo);
  const actions = useActions();
  if (library.tree !== null) {
    return <LoadedManager view={view} library={library} tree={library.tree} actions={actions} />;
  }
  return library.failed ? <LoadFailure onRetry={library.retry} /> : null;
}

type LoadedManagerProps = {
  view: ManagerView;
  library: LibraryState;
  tree: LibraryTree;
  actions: Actions;
};

function LoadedManager({ view, library, tree, actions }: LoadedManagerProps) {
  const t = useWords(managerMessages);
  const tTree = useWords(treeMessages);
  const searchInput = useRef<HTMLInputElement>(null);
  const [wantedPlace, setPlace] = useState<Place>({ kind: 'all' });
  const [choice, setChoice] = useState(emptyChoice);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [insight, setInsight] = useState(false);
  const [tour, setTour] = useState(view.tour);

  const place = useMemo(() => existingPlace(wantedPlace, tree), [wantedPlace, tree]);
  const query = useMemo(() => queryOf(place, choice), [place, choice]);
  const source = useMemo(() => createListSource(api), []);
  const list = useSyncExternalStore(source.subscribe, source.snapshot);
  const control = useSelection(list);
  const { editing, edit, goOnTo, startNew } = useEditing(control);
  const selectedIds = useMemo(() => [...control.selection.ids], [control.selection.ids]);

  useEffect(() => {
    document.title = t('title');
  }, [t]);

  useFocusReturn(dialog !== null || tour);

  const { version } = library;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the library opens the list anew
  useEffect(() => source.open(query), [source, query, version]);
  useRecheck(list.view.checking, () => source.open(query));

  function showPlace(next: Place) {
    setInsight(false);
    setPlace(next);
  }

  async function openReply(id: Id) {
    setInsight(false);
    edit(id);
    const { number } = source.snapshot().view;
    if (number < 0 || (await api.indexInView(number, id)) < 0) {
      setPlace({ kind: 'all' });
      setChoice(emptyChoice);
    }
    control.selectId(id);
  }

  /** Goes to the reply that stood below the one that was saved: saving may have moved that, or taken it out of the list. */
  function goOnFrom(id: Id) {
    const { active, ids } = control.selection;
    const index = loadedIndexOf(list, id);
    // A reply that left the list before leaves the keyboard on the one that stood below it.
    const below = index >= 0 ? index + 1 : ids.size === 0 ? active : active + 1;
    const row = active < 0 ? null : rowAt(list, below);
    if (row) goOnTo(row.id);
  }

  function newReply(at: Place, title: string) {
    setInsight(false);
    if (!startNew(at, tree, title)) openImport(at, null);
  }

  function openImport(at: Place, imported: ImportSource | null) {
    const target = placeTarget(at, tree) ?? { libraryId: '', categoryId: null };
    setDialog({ kind: 'import', source: imported, target });
  }

  const around = useStableFunctions({
    askDelete: (categoryId: Id) => setDialog({ kind: 'delete-category', categoryId }),
    askMove: (categoryId: Id) => setDialog({ kind: 'move-category', categoryId }),
    newReply: (at: Place) => newReply(at, ''),
    importInto: (at: Place) => openImport(at, null),
    // Once a menu that it was chosen from has closed.
    edit: () => requestAnimationFrame(() => focusEditor()),
    move: (ids: readonly Id[]) => setDialog({ kind: 'move', ids }),
    tag: (ids: readonly Id[]) => setDialog({ kind: 'tags', ids }),
    setValidity: (ids: readonly Id[]) => setDialog({ kind: 'validity', ids }),
    export: () => setDialog({ kind: 'export' }),
    showMade: (id: Id) => control.selectId(id),
  });
  const treeCommands = useTreeCommands(tree, actions, around);
  const replyCommands = useReplyCommands(actions, around);
  const takeFiles = useTakeFiles((taken) => openImport(place, taken));
  const dropping = useFileDrop(dialog === null && !tour, takeFiles);

  useMainRequests({
    showReply: (id) => (id === null ? newReply(place, '') : void openReply(id)),
    importSource: (imported) => openImport(place, imported),
  });

  const byCommand: Record<GlobalCommand, () => void> = {
    search: () => searchInput.current?.select(),
    'new-reply': () => newReply(place, choice.text),
    'new-category': () => treeCommands.newCategory(place, 'inside', tTree('new.name')),
    import: () => openImport(place, null),
    export: () => setDialog({ kind: 'export' }),
    undo: () => void actions.undo(),
    redo: () => void actions.redo(),
    insight: () => setInsight(!insight),
    settings: () => void api.openSettings(),
    help: () => setDialog({ kind: 'help' }),
    'next-pane': () => cyclePane(1),
    'previous-pane': () => cyclePane(-1),
  };
  useShortcuts((command) => byCommand[command]());

  return (
    <div className="manager">
      <Toolbar
        platform={view.platform}
        undo={library.undo}
        insightShown={insight}
        search={{
          input: searchInput,
          text: choice.text,
          onText: (text) => {
            setInsight(false);
            setChoice((before) => ({ ...before, text }));
          },
          onDown: () => {
            if (control.selection.active < 0 && list.view.total > 0) control.select(0);
            focusPane('list');
          },
        }}
        actions={{
          newReply: byCommand['new-reply'],
          undo: byCommand.undo,
          redo: byCommand.redo,
          import: byCommand.import,
          export: byCommand.export,
          insight: byCommand.insight,
          settings: byCommand.settings,
          help: byCommand.help,
        }}
      />
      <Panes
        labels={{
          tree: t('pane.tree'),
          list: t('pane.list'),
          editor: t('pane.editor'),
          treeWidth: t('pane.tree.width'),
          listWidth: t('pane.list.width'),
        }}
        tree={
          <ErrorBoundary>
            <CategoryTree
              tree={tree}
              place={place}
              commands={treeCommands}
              onPlace={showPlace}
              onOpenList={() => focusPane('list')}
            />
          </ErrorBoundary>
        }
        list={
          <ErrorBoundary>
            <ListPane
              title={placeName(place, tree, (kind) => tTree(kind))}
              tree={tree}
              place={place}
              choice={choice}
              onChoice={setChoice}
              list={list}
              source={source}
              control={control}
              commands={replyCommands}
              emptyActions={{
                newReply: (title) => newReply(place, title),
                openImport: () => openImport(place, null),
                searchEverywhere: () => {
                  setPlace({ kind: 'all' });
                  setChoice({ ...emptyChoice, text: choice.text });
                },
                clearFilters: () => setChoice({ ...choice, filters: [], tags: [] }),
              }}
              onRetry={library.retry}
            />
          </ErrorBoundary>
        }
        editor={
          <ErrorBoundary key={editing?.id}>
            <EditorPane
              view={view}
              replyId={editing?.id ?? null}
              initial={editing?.initial ?? null}
              selectedCount={selectedIds.length}
              onOpenReply={(id) => void openReply(id)}
              onSaved={(id, next) => {
                if (next) goOnFrom(id);
              }}
            />
          </ErrorBoundary>
        }
        instead={
          insight ? (
            <ErrorBoundary>
              <Suspense fallback={null}>
                <InsightPage
                  view={view}
                  onOpenReply={(id) => void openReply(id)}
                  onNewReply={(title) => newReply(place, title)}
                  onClose={() => setInsight(false)}
                />
              </Suspense>
            </ErrorBoundary>
          ) : null
        }
      />
      {dropping && <DropOverlay />}
      <ManagerDialogs
        dialog={dialog}
        view={view}
        tree={tree}
        query={query}
        total={list.view.total}
        selected={selectedIds}
        actions={actions}
        onClose={() => setDialog(null)}
        onImported={() => setDialog(null)}
      />
      {tour && dialog === null && (
        <Tour
          hotkey={view.hotkey}
          platform={view.platform}
          onClose={() => {
            setTour(false);
            void api.finishTour();
          }}
          onImport={() => {
            setTour(false);
            void api.finishTour();
            openImport(place, null);
          }}
        />
      )}
    </div>
  );
}
