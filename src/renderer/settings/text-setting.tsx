import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** Long enough to go on typing, short enough that nobody closes the window before it. */
const PAUSE_MS = 300;

type TextSettingProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  /** The value in force. */
  value: string;
  onCommit: (value: string) => void;
  /** `pause` also saves while the agent types; `leave` saves on Enter and when the field is left. */
  commitOn: 'pause' | 'leave';
};

/** A text field that saves by itself. Escape goes back to the value in force. */
export function TextSetting({ value, onCommit, commitOn, ...input }: TextSettingProps) {
  const [draft, setDraft] = useState(value);
  const [composing, setComposing] = useState(false);
  const sent = useRef(value);

  // A change from elsewhere shows up; the agent's own comes back as what was sent.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setDraft(value);
  }, [value]);

  function commit(text: string) {
    if (text === sent.current) return;
    sent.current = text;
    onCommit(text);
  }

  useEffect(() => {
    if (commitOn === 'leave' || composing || draft === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = draft;
      onCommit(draft);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [commitOn, composing, draft, onCommit]);

  // A window that is closed within the pause takes its last words along.
  useEffect(() => {
    if (composing) return;
    const flush = () => {
      if (draft === sent.current) return;
      sent.current = draft;
      onCommit(draft);
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [composing, draft, onCommit]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') commit(draft);
    if (event.key === 'Escape') setDraft(value);
  }

  return (
    <input
      type="text"
      className="text-input"
      autoComplete="off"
      spellCheck={false}
      {...input}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onBlur={() => commit(draft)}
      onKeyDown={onKeyDown}
    />
  );
}
