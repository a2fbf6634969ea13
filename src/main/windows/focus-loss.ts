import type { EventEmitter } from 'node:events';

/** The part of a window that tells of its focus. */
export type FocusedWindow = Pick<EventEmitter, 'on'> & { isVisible: () => boolean };

/**
 * Calls `onLoss` when a window that was given the focus loses it while it is on the screen. X11 tells of the loss some time after a
 * window was hidden: by then it may be shown again, and must not be taken for one that somebody has left.
 * @returns To be called when the window is hidden.
 */
export function watchFocusLoss(window: FocusedWindow, onLoss: () => void): () => void {
  let hasFocus = false;
  window.on('focus', () => {
    hasFocus = true;
  });
  window.on('blur', () => {
    const isLost = hasFocus && window.isVisible();
    hasFocus = false;
    if (isLost) onLoss();
  });
  return () => {
    hasFocus = false;
  };
}
