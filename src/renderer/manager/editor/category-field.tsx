import { Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { type CategoryChoice, categoryChoices, matchingChoices } from '../library/category-choices.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';

/** Where the reply is kept: a field that is searched by typing, over the whole tree. */
export function CategoryField({ state }: { state: OpenState }) {
  const t = useWords(editorMessages);
  const { session, tree, readOnly } = useEditorTools();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { libraryId, categoryId } = state.form;
  const onlyLibrary = state.saved === null ? null : libraryId;
  const choices = useMemo(() => (tree ? categoryChoices(tree, onlyLibrary) : []), [tree, onlyLibrary]);
  const shown = useMemo(() => matchingChoices(choices, typed ?? ''), [choices, typed]);
  const isCurrent = (choice: CategoryChoice) =>
    choice.categoryId === categoryId && choice.libraryId === libraryId;
  const current = choices.find(isCurrent);
  const isOpen = typed !== null;

  const wordsOf = (choice: CategoryChoice | undefined) => {
    if (!choice) return '';
    const path = choice.path.length > 0 ? choice.path.join(' › ') : t('category.none');
    return onlyLibrary === null ? `${choice.libraryName} › ${path}` : path;
  };

  const open = () => {
    if (readOnly || isOpen) return;
    setTyped('');
    setActive(Math.max(0, choices.findIndex(isCurrent)));
  };

  const choose = (choice: CategoryChoice) => {
    setTyped(null);
    session.change({
      kind: 'fields',
      fields: { libraryId: choice.libraryId, categoryId: choice.categoryId },
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
      event.preventDefault();
      open();
      return;
    }
    const chosen = shown[active];
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) setActive(Math.min(Math.max(active + step, 0), Math.max(shown.length - 1, 0)));
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape') setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Popover
      withRoles={false}
      opened={isOpen}
      width="target"
      position="bottom-start"
      onChange={() => setTyped(null)}
      shadow="md"
    >
      <Popover.Target>
        <TextInput
          label={t('category.label')}
          size="sm"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-activedescendant={isOpen && shown.length > 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          rightSectionPointerEvents="none"
          placeholder={isOpen ? wordsOf(current) || t('category.search') : t('category.search')}
          value={typed ?? wordsOf(current)}
          onClick={open}
          onBlur={() => setTyped(null)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ChoiceList
          id={listId}
          choices={shown}
          active={active}
          indented={(typed ?? '') === ''}
          isCurrent={isCurrent}
          onChoose={choose}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type ListProps = {
  id: string;
  choices: readonly CategoryChoice[];
  active: number;
  /** The whole tree; else the found ones with their paths. */
  indented: boolean;
  isCurrent: (choice: CategoryChoice) => boolean;
  onChoose: (choice: CategoryChoice) => void;
};

const rowHeight = 30;

function ChoiceList({ id, choices, active, indented, isCurrent, onChoose }: ListProps) {
  const t = useWords(editorMessages);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: choices.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset: Math.max(0, (active - 3) * rowHeight),
  });
  const shownActive = useRef(active);
  if (shownActive.current !== active) {
    shownActive.current = active;
    rows.scrollToIndex(active);
  }
  if (choices.length === 0) return <p className="choices-none">{t('category.notFound')}</p>;
  return (
    <div ref={scroll} id={id} className="choices" role="listbox" aria-label={t('category.label')}>
      <div className="choices-all" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const choice = choices[index];
          if (!choice) return null;
          const name = choice.path.at(-1) ?? choice.libraryName;
          const indent = indented ? choice.path.length * 14 : 0;
          return (
            // The keys are those of the input, which names the active option.
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={`${choice.libraryId} ${choice.categoryId}`}
              id={`${id}-${index}`}
              className="choice"
              role="option"
              aria-selected={index === active}
              data-current={isCurrent(choice)}
              style={{ top: start, height: rowHeight, paddingLeft: 8 + indent }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
            >
              {choice.color !== null && <span className="dot" style={{ background: choice.color }} />}
              <span className="choice-name">
                {choice.path.length === 0 ? `${name} · ${t('category.none')}` : name}
              </span>
              {!indented && choice.path.length > 1 && (
                <span className="faint choice-path">{choice.path.slice(0, -1).join(' › ')}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
