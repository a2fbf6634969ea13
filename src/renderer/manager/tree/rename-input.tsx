import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';

type RenameInputProps = {
  name: string;
  /** What the field begins with: the name, or one that was refused. */
  text: string;
  label: string;
  onDone: (name: string | null) => void;
};

/** Edits a name in its line: Enter or leaving it takes the new one, Escape keeps the old. */
export function RenameInput({ name, text, label, onDone }: RenameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function finish(next: string | null) {
    if (done.current) return;
    done.current = true;
    const trimmed = next?.trim() ?? '';
    onDone(trimmed === '' || trimmed === name ? null : trimmed);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  }

  return (
    <input
      ref={input}
      className="tree-rename"
      defaultValue={text}
      maxLength={100}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
