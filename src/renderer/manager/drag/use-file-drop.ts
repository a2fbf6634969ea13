import { useEffect, useRef, useState } from 'react';
import { holdsFiles } from './dropped-files.ts';

/** A drag that left the window without a word is over after this time without a sign of it, in milliseconds. */
const forgottenAfterMs = 400;

/**
 * Tells whether files are held over the window, and gives what is dropped on it. What another part takes, such as a picture
 * by the editor, is left to it: it has then prevented the default.
 */
export function useFileDrop(enabled: boolean, onDrop: (transfer: DataTransfer) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;

  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function stop() {
      clearTimeout(timer);
      setDragging(false);
    }

    function onDragOver(event: DragEvent) {
      if (!holdsFiles(event.dataTransfer)) return;
      const taken = event.defaultPrevented;
      event.preventDefault();
      clearTimeout(timer);
      timer = setTimeout(stop, forgottenAfterMs);
      if (!taken && event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setDragging(!taken);
    }

    function onDropped(event: DragEvent) {
      stop();
      if (!holdsFiles(event.dataTransfer) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) latest.current(event.dataTransfer);
    }

    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDropped);
    return () => {
      stop();
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDropped);
    };
  }, [enabled]);

  return dragging;
}
