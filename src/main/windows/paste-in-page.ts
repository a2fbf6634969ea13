import type { App, Input } from 'electron';

/**
 * Has the clipboard put where Chromium can reach it before a page of ours pastes by a key, and pastes then.
 * @param handOver Null when the clipboard can be reached already, see `ClipboardDriver.handOver`.
 */
export function preparePastes(app: App, handOver: () => Promise<void> | null): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const prepared = isPaste(input) ? handOver() : null;
      if (prepared === null) return;
      event.preventDefault();
      const paste = () => (input.shift && input.control ? contents.pasteAndMatchStyle() : contents.paste());
      // When it could not be handed over the page finds an empty clipboard, as it would have without this.
      void prepared.then(paste, paste);
    });
  });
}

/** Ctrl+V, with Shift for plain text, and Shift+Insert. */
function isPaste({ type, key, control, shift, alt, meta }: Input): boolean {
  if (type !== 'keyDown' || alt || meta) return false;
  return (control && key.toLowerCase() === 'v') || (shift && !control && key === 'Insert');
}
