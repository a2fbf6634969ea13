/** What a key asks of the window, wherever the focus is. */
export type GlobalCommand =
  | 'search'
  | 'new-reply'
  | 'new-category'
  | 'import'
  | 'export'
  | 'undo'
  | 'redo'
  | 'insight'
  | 'settings'
  | 'help'
  | 'next-pane'
  | 'previous-pane';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const withControl: Record<string, GlobalCommand> = {
  f: 'search',
  n: 'new-reply',
  i: 'import',
  ',': 'settings',
};

const withControlAndShift: Record<string, GlobalCommand> = { n: 'new-category', e: 'export', i: 'insight' };

/**
 * Reads a key for the whole window. In a text field the keys that write or that undo writing belong to the field: undo
 * there takes back what was typed and not yet saved, undo elsewhere takes back the last saved action.
 * @param inText The focus is in something that takes text.
 */
export function globalCommand(pressed: Pressed, inText: boolean): GlobalCommand | null {
  if (pressed.altKey) return null;
  if (pressed.key === 'F6') return pressed.shiftKey ? 'previous-pane' : 'next-pane';
  if (pressed.key === 'F1') return 'help';
  const letter = pressed.key.toLowerCase();
  if (pressed.ctrlKey || pressed.metaKey) {
    if (letter === 'z' && !inText) return pressed.shiftKey ? 'redo' : 'undo';
    if (letter === 'y' && !inText && !pressed.shiftKey) return 'redo';
    return (pressed.shiftKey ? withControlAndShift[letter] : withControl[letter]) ?? null;
  }
  if (inText) return null;
  if (pressed.key === '?') return 'help';
  return pressed.key === '/' ? 'search' : null;
}

/** True for an element that takes text. */
export function takesText(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable)
  );
}
