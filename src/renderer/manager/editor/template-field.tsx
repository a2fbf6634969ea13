import { type KeyboardEvent, memo, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { MatchRange } from '../../../shared/domain/search-result.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { maxKept } from './edit-form.ts';
import { insertText, rectOfOffset } from './insert-text.ts';
import { SuggestionList } from './suggestion-list.tsx';
import {
  insertionOf,
  matchingSuggestions,
  type OpenPlaceholder,
  openPlaceholder,
  type Suggestion,
  suggestionsFor,
} from './template-suggestions.ts';
import { type Mark, type Stretch, stretchesOf } from './template-tokens.ts';

type Props = {
  text: string;
  label: string;
  placeholder: string;
  /** Fields that are used already, offered first. */
  fields: readonly string[];
  marks: readonly Mark[];
  readOnly: boolean;
  invalid: boolean;
  describedBy: string;
  onChange: (text: string) => void;
  /** Where the placeholder starts that is being typed, null when there is none. */
  onTyping: (start: number | null) => void;
  handle: Ref<TemplateFieldHandle>;
};

/** What the surroundings of a field may ask of it. */
export type TemplateFieldHandle = {
  /** Opens the list of placeholders at the caret. */
  openList: () => void;
  /** Selects a stretch of the text and scrolls it into view. */
  select: (range: MatchRange) => void;
  /** Replaces a stretch, as if it had been typed. */
  replace: (range: MatchRange, text: string) => void;
};

type ListState = { at: OpenPlaceholder; items: Suggestion[]; active: number };

/**
 * A text field in which placeholders look like chips: a plain text area, so that input methods and undo are the browser's
 * own, over a layer that draws its text once more with marks behind it. Both break their lines alike, because the marks
 * take no room.
 */
export function TemplateField(props: Props) {
  const { text, readOnly, marks, onChange } = props;
  const t = useWords(editorMessages);
  const listId = useId();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const dismissed = useRef<number | null>(null);
  const [list, setListState] = useState<ListState | null>(null);
  const setList = (next: ListState | null) => {
    setListState(next);
    props.onTyping(next ? next.at.range[0] : null);
  };

  const all = () =>
    suggestionsFor(props.fields, {
      field: t('placeholder.sampleField'),
      choice: t('placeholder.sampleChoice'),
    });

  const show = (at: OpenPlaceholder) => {
    const items = matchingSuggestions(all(), at.typed);
    setList(items.length > 0 ? { at, items, active: 0 } : null);
  };

  const follow = () => {
    const element = field.current;
    if (!element || readOnly || element.selectionStart !== element.selectionEnd) {
      setList(null);
      return;
    }
    const at = openPlaceholder(element.value, element.selectionStart);
    if (at === null) dismissed.current = null;
    if (at === null || dismissed.current === at.range[0]) setList(null);
    // Moving within the same word leaves the choice where it is.
    else if (list === null || list.at.typed !== at.typed || list.at.range[0] !== at.range[0]) show(at);
  };

  const choose = (suggestion: Suggestion) => {
    const element = field.current;
    if (!element || !list) return;
    const { text: inserted, select } = insertionOf(suggestion);
    const { range } = list.at;
    setList(null);
    insertText(element, range, inserted, select);
    // What is selected now is inside of a placeholder, but a finished one.
    dismissed.current = range[0];
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!list || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { length } = list.items;
    const chosen = list.items[list.active];
    if (event.key === 'Escape') {
      dismissed.current = list.at.range[0];
      setList(null);
    } else if (event.key === 'ArrowDown') setList({ ...list, active: (list.active + 1) % length });
    else if (event.key === 'ArrowUp') setList({ ...list, active: (list.active + length - 1) % length });
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) choose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useImperativeHandle(props.handle, () => ({
    openList: () => {
      const place = field.current?.selectionEnd ?? 0;
      field.current?.focus();
      show({ range: [place, place], typed: '' });
    },
    select: (range) => {
      field.current?.focus();
      field.current?.setSelectionRange(range[0], range[1]);
    },
    replace: (range, words) => {
      if (field.current) insertText(field.current, range, words, [0, words.length]);
    },
  }));

  return (
    <div className="template-scroll" onScroll={() => setList(null)}>
      <div className="template-field" data-invalid={props.invalid}>
        <div className="template-mirror" ref={mirror} aria-hidden="true">
          <Mirror text={text} marks={marks} />
        </div>
        <textarea
          ref={field}
          className="template-input"
          value={text}
          readOnly={readOnly}
          maxLength={maxKept.text}
          placeholder={props.placeholder}
          spellCheck={false}
          autoComplete="off"
          aria-label={props.label}
          aria-invalid={props.invalid}
          aria-describedby={props.describedBy}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={list ? listId : undefined}
          aria-activedescendant={list ? `${listId}-${list.active}` : undefined}
          onChange={(event) => {
            onChange(event.target.value);
            if (!isComposing(event.nativeEvent)) follow();
          }}
          onKeyDown={onKeyDown}
          onSelect={(event) => {
            if (!isComposing(event.nativeEvent)) follow();
          }}
          onCompositionEnd={follow}
          onBlur={() => setList(null)}
        />
      </div>
      {list && (
        <SuggestionList
          id={listId}
          items={list.items}
          active={list.active}
          offset={list.at.range[0]}
          rectOf={(offset) => mirror.current && rectOfOffset(mirror.current, offset)}
          onChoose={choose}
        />
      )}
    </div>
  );
}

function isComposing(event: Event): boolean {
  return 'isComposing' in event && event.isComposing === true;
}

type MirrorProps = { text: string; marks: readonly Mark[] };

/** The layer behind a text field. A last line break needs something behind it to be drawn as a line. */
const Mirror = memo(function Mirror({ text, marks }: MirrorProps) {
  return (
    <>
      {stretchesOf(text, marks).map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity, and redrawing one costs nothing
        <StretchOf key={index} {...stretch} />
      ))}
      {'\u200b'}
    </>
  );
});

function StretchOf({ text, chip, lint }: Stretch) {
  if (chip === null && lint === null) return text;
  return (
    <span data-chip={chip ?? undefined} data-lint={lint ?? undefined}>
      {text}
    </span>
  );
}
