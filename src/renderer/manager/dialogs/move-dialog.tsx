import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { dialogMessages } from '../../../shared/i18n/areas/manager-dialogs.ts';
import { useWords } from '../../ui/words.tsx';
import { type CategoryChoice, choiceNames, matchingChoices } from '../library/category-choices.ts';
import './dialogs.css';

/** More are not drawn: typing narrows them down quicker than scrolling. */
const shownAtMost = 200;

type MoveDialogProps = {
  title: string;
  choices: readonly CategoryChoice[];
  /** The word for a library itself: no category for replies, the top level for categories. */
  topWord: 'move.top' | 'move.topLevel';
  onMove: (choice: CategoryChoice) => void;
  onClose: () => void;
};

/** Chooses a category by typing a part of its path: what dragging does, for the keyboard and for large trees. */
export function MoveDialog({ title, choices, topWord, onMove, onClose }: MoveDialogProps) {
  const t = useWords(dialogMessages);
  const tManager = useWords(managerMessages);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matchingChoices(choices, text), [choices, text]);
  const namesOf = useMemo(() => choiceNames(choices), [choices]);
  const shown = found.slice(0, shownAtMost);
  const chosen = shown[active];

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') {
      if (chosen) onMove(chosen);
    } else return;
    event.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={460}
      title={title}
      closeButtonProps={{ 'aria-label': tManager('close') }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="move-choices"
        aria-activedescendant={chosen ? `move-choice-${active}` : undefined}
        aria-label={t('move.search')}
        placeholder={t('move.search')}
        leftSection={<IconSearch size={15} stroke={1.8} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        className="move-choices"
        id="move-choices"
        role="listbox"
        aria-label={t('move.results')}
      >
        {shown.map((choice, index) => {
          const names = namesOf(choice);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the search box above, which names the active option
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={choice.categoryId ?? choice.libraryId}
              id={`move-choice-${index}`}
              className="move-choice"
              role="option"
              aria-selected={index === active}
              title={names.join(' › ')}
              onClick={() => setActive(index)}
              onDoubleClick={() => onMove(choice)}
            >
              <span
                className="row-dot"
                data-plain={choice.color === null}
                style={choice.color === null ? undefined : { background: choice.color }}
              />
              <span className="move-path">
                {names.slice(0, -1).map((name) => `${name} › `)}
                <strong>{names.at(-1)}</strong>
                {choice.categoryId === null && <span className="move-top"> · {t(topWord)}</span>}
              </span>
            </div>
          );
        })}
      </div>
      {shown.length === 0 && <p className="dialog-note">{t('move.none')}</p>}
      {found.length > shown.length && (
        <p className="dialog-note">{t('move.more', { count: found.length - shown.length })}</p>
      )}
      <div className="dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {tManager('cancel')}
        </Button>
        <Button disabled={chosen === undefined} onClick={() => chosen && onMove(chosen)}>
          {t('move.apply')}
        </Button>
      </div>
    </Modal>
  );
}
