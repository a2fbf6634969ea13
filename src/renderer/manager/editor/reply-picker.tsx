import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';

type Props = {
  label: string;
  /** Not offered: the reply itself, and what is chosen already. */
  except: readonly Id[];
  onPick: (choice: ReplyChoice) => void;
};

const pauseMs = 120;

/** Finds a reply by title, pinyin or shortcode. */
export function ReplyPicker({ label, except, onPick }: Props) {
  const t = useWords(editorMessages);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<ReplyChoice[] | null>(null);
  const question = useRef(0);
  const isOpen = combobox.dropdownOpened;

  useEffect(() => {
    if (!isOpen) return;
    question.current += 1;
    const asked = question.current;
    const timer = setTimeout(() => {
      void api.findReplies(typed.slice(0, 200)).then((choices) => {
        if (asked === question.current) setFound(choices);
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, isOpen]);

  const offered = (found ?? []).filter(({ id }) => !except.includes(id));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const choice = offered.find((candidate) => candidate.id === id);
        combobox.closeDropdown();
        setTyped('');
        if (choice) onPick(choice);
      }}
    >
      <Combobox.Target>
        <TextInput
          size="sm"
          aria-label={label}
          placeholder={t('picker.hint')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // The list closes before anything around it does.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.stopPropagation();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} className="picker-options">
          {offered.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id}>
              <ReplyChoiceWords choice={choice} />
            </Combobox.Option>
          ))}
          {found !== null && offered.length === 0 && <Combobox.Empty>{t('picker.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Title, place and, where it can't be pasted now, why. */
export function ReplyChoiceWords({ choice }: { choice: ReplyChoice }) {
  const t = useWords(editorMessages);
  return (
    <span className="reply-choice">
      <span className="reply-choice-title">{choice.title || t('untitled')}</span>
      {choice.validity !== 'valid' && (
        <span className="tag-warning">{t(`validity.state.${choice.validity}`)}</span>
      )}
      {choice.categoryPath.length > 0 && (
        <span className="faint reply-choice-path">{choice.categoryPath.join(' › ')}</span>
      )}
    </span>
  );
}
