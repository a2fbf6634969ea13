import type { ClipboardItem } from 'electron';
import type { ElectronClipboard } from '../../src/main/platform/clipboard/electron-clipboard.ts';

/** Electron's clipboard in memory, with the number that macOS raises at every change. */
export function createFakeElectronClipboard(): ElectronClipboard & {
  changeCount(): number;
  /** The formats of each entry, as text. */
  entries(): Record<string, string>[];
  copyByUser(text: string): void;
} {
  let entries: Map<string, string>[] = [];
  let count = 0;

  class Item {
    readonly types: string[];
    readonly content: Record<string, string | Blob>;

    constructor(content: Record<string, string | Blob>) {
      this.content = content;
      this.types = Object.keys(content);
    }
  }

  const put = (changed: Map<string, string>[]) => {
    entries = changed;
    count += 1;
  };

  return {
    clipboard: {
      async read() {
        return entries.map((formats) => ({
          types: [...formats.keys()],
          getType: async (type: string) => new Blob([formats.get(type) ?? '']),
        })) as unknown as ClipboardItem[];
      },
      readText: async () => entries[0]?.get('text/plain') ?? '',
      async write(items) {
        const written: Map<string, string>[] = [];
        for (const item of items as unknown as Item[]) {
          const formats = new Map<string, string>();
          for (const [type, value] of Object.entries(item.content)) {
            formats.set(type, await new Blob([value]).text());
          }
          written.push(formats);
        }
        put(written);
      },
      clear: () => put([]),
    },
    ClipboardItem: Item as unknown as ElectronClipboard['ClipboardItem'],
    nativeImage: {
      createFromBuffer: () => ({
        getSize: () => ({ width: 0, height: 0 }),
        toBitmap: () => Buffer.alloc(0),
      }),
    },
    changeCount: () => count,
    entries: () => entries.map((formats) => Object.fromEntries(formats)),
    copyByUser: (text) => put([new Map([['text/plain', text]])]),
  };
}
