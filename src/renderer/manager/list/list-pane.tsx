import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { useWords } from '../../ui/words.tsx';
import type { Place } from '../tree/place.ts';
import type { MenuPoint } from '../ui/context-menu.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type EmptyActions, EmptyList } from './empty-list.tsx';
import './list.css';
import { ListHead } from './list-head.tsx';
import type { ListCommand } from './list-keys.ts';
import { ListMenu } from './list-menu.tsx';
import type { ListSnapshot, ListSource } from './list-source.ts';
import type { ListChoice } from './list-view-state.ts';
import type { ReplyCommands } from './reply-commands.ts';
import { ReplyList } from './reply-list.tsx';
import type { SelectionControl } from './use-selection.ts';

type ListPaneProps = {
  title: string;
  tree: LibraryTree;
  place: Place;
  choice: ListChoice;
  onChoice: (choice: ListChoice) => void;
  list: ListSnapshot;
  source: ListSource;
  control: SelectionControl;
  commands: ReplyCommands;
  emptyActions: EmptyActions;
  onRetry: () => void;
};

/** The list pane: head, rows or why there are none, and the bar for several selected replies. */
export function ListPane(props: ListPaneProps) {
  const { title, tree, place, choice, list, source, control, commands } = props;
  const t = useWords(managerMessages);
  const [menu, setMenu] = useState<MenuPoint | null>(null);
  const { ids } = control.selection;
  const inTrash = place.kind === 'trash';
  const isOpen = list.view.number >= 0;

  function onCommand(command: ListCommand) {
    const selected = [...ids];
    if (command.kind === 'edit') commands.edit();
    if (inTrash) return;
    if (command.kind === 'delete') commands.delete(selected);
    if (command.kind === 'duplicate') commands.duplicate(selected);
    if (command.kind === 'move') commands.move(selected);
  }

  return (
    <>
      <ListHead
        title={title}
        total={isOpen ? list.view.total : null}
        selectedCount={ids.size}
        checking={list.view.checking}
        tags={tree.tags}
        choice={choice}
        onChoice={props.onChoice}
      />
      {list.failed && (
        <div className="empty" role="alert">
          <p>{t('error.load')}</p>
          <Button size="xs" variant="default" onClick={props.onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      )}
      {!list.failed && isOpen && list.view.total === 0 && (
        <EmptyList
          place={place}
          choice={choice}
          hasLibrary={tree.libraries.length > 0}
          actions={props.emptyActions}
        />
      )}
      {!list.failed && (
        <ReplyList list={list} source={source} control={control} onCommand={onCommand} onMenu={setMenu} />
      )}
      {ids.size > 1 && <BulkBar ids={[...ids]} inTrash={inTrash} commands={commands} />}
      <ListMenu
        at={menu}
        ids={[...ids]}
        inTrash={inTrash}
        commands={commands}
        onSelectAll={control.all}
        onClose={() => {
          setMenu(null);
          document.querySelector<HTMLElement>('[data-pane="list"]')?.focus();
        }}
      />
    </>
  );
}
