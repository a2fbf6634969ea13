import { useEffect, useRef } from 'react';
import { type GlobalCommand, globalCommand, takesText } from '../shortcuts/global-command.ts';

/** Listens to the keys of the whole window. A dialog in front keeps them for itself. */
export function useShortcuts(onCommand: (command: GlobalCommand) => void): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const command = globalCommand(event, takesText(document.activeElement));
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    }

    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
