/** What a key asks of the list. */
export type ListCommand =
  /** Selects the row; with `extend` the rows up to it, with `only-move` none. */
  | { kind: 'go'; index: number; how: 'select' | 'extend' | 'only-move' }
  | { kind: 'toggle'; index: number }
  | { kind: 'all' | 'one' | 'edit' | 'delete' | 'duplicate' | 'move' | 'menu' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the keyboard is in a list of `total` rows of which `pageRows` fit the pane. */
export type ListPosition = { active: number; total: number; pageRows: number };

/** Reads a key in the list as the ARIA listbox with several selected options has it. */
export function listCommand(pressed: Pressed, { active, total, pageRows }: ListPosition): ListCommand | null {
  if (total === 0 || pressed.altKey) return null;
  const command = pressed.ctrlKey || pressed.metaKey;
  const target = movedTo(pressed.key, Math.max(active, -1), total, pageRows);
  if (target !== null) {
    const how = pressed.shiftKey ? 'extend' : command ? 'only-move' : 'select';
    return { kind: 'go', index: target, how };
  }
  const letter = pressed.key.toLowerCase();
  if (command && !pressed.shiftKey) {
    if (letter === 'a') return { kind: 'all' };
    if (letter === 'd') return { kind: 'duplicate' };
    if (pressed.key === ' ' && active >= 0) return { kind: 'toggle', index: active };
    return null;
  }
  if (command) return letter === 'm' ? { kind: 'move' } : null;
  switch (pressed.key) {
    case ' ':
      if (active < 0) return null;
      return pressed.shiftKey
        ? { kind: 'go', index: active, how: 'extend' }
        : { kind: 'toggle', index: active };
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'delete' };
    case 'Escape':
      return { kind: 'one' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return pressed.shiftKey ? { kind: 'menu' } : null;
    default:
      return null;
  }
}

function movedTo(key: string, active: number, total: number, pageRows: number): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return active < 0 ? last : Math.max(active - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(active, 0) + pageRows, last);
    case 'PageUp':
      return Math.max(active - pageRows, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
