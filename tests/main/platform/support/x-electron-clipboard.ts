import type { ClipboardItem } from 'electron';
import type { ElectronClipboard } from '../../../../src/main/platform/clipboard/electron-clipboard.ts';
import { createSelectionServer } from '../../../../src/main/platform/clipboard/x11-selection-server.ts';
import { X, XConnection } from '../../../../src/main/platform/native/x-connection.ts';
import { listenToEvents } from '../../../../src/main/platform/native/x-events.ts';

/**
 * Electron's clipboard as far as the drivers use it, on a real X server: another client that owns the selection and
 * serves what was written.
 */
export function createXElectronClipboard(display: string): ElectronClipboard & { close(): void } {
  const x = new XConnection(display);
  const selection = x.atom('CLIPBOARD');
  const window = x.createMessageWindow(0);
  const server = createSelectionServer(x);
  let formats: Map<string, Uint8Array> | null = null;
  const events = listenToEvents(x, (event) => {
    const type = event.readUInt8(0) & 0x7f;
    if (type === X.event.selectionRequest) {
      server.answer(event, formats && { formats, since: X.currentTime }, () => {});
    } else {
      server.handle(event);
    }
  });

  class Item {
    readonly types: string[];
    readonly entries: Record<string, string | Blob>;

    constructor(entries: Record<string, string | Blob>) {
      this.entries = entries;
      this.types = Object.keys(entries);
    }
  }

  const clipboard = {
    async write(items: ClipboardItem[]) {
      const written = new Map<string, Uint8Array>();
      for (const [type, value] of Object.entries((items[0] as unknown as Item).entries)) {
        const bytes = new Uint8Array(await new Blob([value]).arrayBuffer());
        const raw = /^electron application\/osclipboard;format="(.*)"$/.exec(type)?.[1];
        for (const target of type === 'text/plain' ? ['UTF8_STRING', 'text/plain'] : [raw ?? type]) {
          written.set(target, bytes);
        }
      }
      formats = written;
      x.setSelectionOwner(window, selection, X.currentTime);
      x.sync();
    },
    clear() {
      formats = new Map();
      x.setSelectionOwner(window, selection, X.currentTime);
      x.sync();
    },
    read: () => Promise.reject(new Error('The X11 driver reads by itself')),
    readText: () => Promise.reject(new Error('The X11 driver reads by itself')),
  };

  return {
    clipboard,
    nativeImage: {
      createFromBuffer() {
        throw new Error('The X11 driver decodes no pictures');
      },
    },
    ClipboardItem: Item as unknown as ElectronClipboard['ClipboardItem'],
    close() {
      events.close();
      x.close();
    },
  };
}
