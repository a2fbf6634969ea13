import type { Clipboard, ClipboardItem, NativeImage } from 'electron';
import type { ClipboardContent } from './clipboard.ts';
import { fileUriList, gnomeCopiedFiles } from './file-list.ts';

/** The part of Electron that the drivers use; handed in so that nothing here imports Electron at run time. */
export type ElectronClipboard = {
  clipboard: Pick<Clipboard, 'read' | 'readText' | 'write' | 'clear'>;
  ClipboardItem: new (items: Record<string, string | Blob>) => ClipboardItem;
  nativeImage: { createFromBuffer(png: Buffer): Pick<NativeImage, 'getSize' | 'toBitmap'> };
};

const RAW_PREFIX = 'electron application/osclipboard;format="';

/** Electron's name for a format that only the system knows by this name. */
export function rawFormat(name: string): string {
  return `${RAW_PREFIX}${name}"`;
}

/** Puts formats on the clipboard in one step, as Electron names them. No format at all empties it. */
export function writeFormats(
  electron: ElectronClipboard,
  formats: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  return writeEntries(electron, formats.size === 0 ? [] : [formats]);
}

/** Puts several entries on the clipboard, each with its formats; none empties it. */
export async function writeEntries(
  electron: ElectronClipboard,
  entries: readonly ReadonlyMap<string, Uint8Array>[],
): Promise<void> {
  if (entries.length === 0) {
    electron.clipboard.clear();
    return;
  }
  const items = entries.map((formats) => {
    const blobs = [...formats].map(([type, bytes]) => [type, blobOf(type, bytes)] as const);
    return new electron.ClipboardItem(Object.fromEntries(blobs));
  });
  await electron.clipboard.write(items);
}

/** Reads every entry of the clipboard with all formats that are plain bytes. */
export async function readEntries(electron: ElectronClipboard): Promise<Map<string, Uint8Array>[]> {
  const entries: Map<string, Uint8Array>[] = [];
  for (const item of await electron.clipboard.read()) {
    const formats = new Map<string, Uint8Array>();
    for (const type of item.types) {
      const value = await item.getType(type);
      // A bookmark is an object; its address is there as text as well.
      if ('arrayBuffer' in value) {
        formats.set(type, new Uint8Array(await value.arrayBuffer()));
      }
    }
    entries.push(formats);
  }
  return entries;
}

/** A part of a reply under Electron's names for the formats of Linux. */
export function linuxFormatsOf(content: ClipboardContent): Map<string, Uint8Array> {
  switch (content.kind) {
    case 'text':
      return new Map([['text/plain', Buffer.from(content.text, 'utf8')]]);
    case 'image':
      return new Map([['image/png', content.png]]);
    case 'files':
      return new Map([
        [rawFormat('text/uri-list'), fileUriList(content.paths)],
        [rawFormat('x-special/gnome-copied-files'), gnomeCopiedFiles(content.paths)],
      ]);
  }
}

function blobOf(type: string, bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: type.startsWith(RAW_PREFIX) ? '' : type });
}
