import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { useWords } from '../../ui/words.tsx';

/** A search begins this long after the last key, in milliseconds: a fast typist's next key comes sooner. */
const pauseMs = 120;

type SearchBoxProps = {
  input: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onDown: () => void;
};

/** The search box. While an input method composes nothing is searched. */
export function SearchBox({ input, text, onText, onDown }: SearchBoxProps) {
  const t = useWords(managerMessages);
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(text);

  // What clears or sets the search elsewhere shows here; the own search comes back unchanged.
  useEffect(() => {
    if (text === asked.current) return;
    asked.current = text;
    clearTimeout(timer.current);
    setTyped(text);
  }, [text]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(next: string, wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current = next;
      onText(next);
    }, wait);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onDown();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (typed === '') onDown();
      else clear();
    }
  }

  function clear() {
    setTyped('');
    ask('', 0);
    input.current?.focus();
  }

  return (
    <TextInput
      ref={input}
      className="search-box"
      type="text"
      role="searchbox"
      maxLength={1_000}
      aria-label={t('toolbar.search')}
      placeholder={t('toolbar.search.placeholder')}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
      rightSection={
        typed === '' ? (
          <span className="search-key" aria-hidden="true">
            /
          </span>
        ) : (
          <ActionIcon size="sm" aria-label={t('toolbar.search.clear')} onClick={clear}>
            <IconX size={14} stroke={1.8} />
          </ActionIcon>
        )
      }
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (!(event.nativeEvent as InputEvent).isComposing) ask(next, pauseMs);
      }}
      onCompositionEnd={(event) => ask(event.currentTarget.value, 0)}
      onKeyDown={onKeyDown}
    />
  );
}
