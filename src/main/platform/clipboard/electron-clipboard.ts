import type { Clipboard, ClipboardItem } from 'electron';
import type { ClipboardContent } from './clipboard.ts';
import { fileUriList, gnomeCopiedFiles } from './file-list.ts';

/** The part of Electron that the drivers use; handed in so that nothing here imports Electron at run time. */
export type ElectronClipboard = {
  clipboard: Pick<Clipboard, 'read' | 'readText' | 'write' | 'clear'>;
  ClipboardItem: new (items: Record<string, string | Blob>) => ClipboardItem;
};

const RAW_PREFIX = 'electron application/osclipboard;format="';

/** Electron's name for a format that only the system knows by this name. */
export function rawFormat(name: string): string {
  return `${RAW_PREFIX}${name}"`;
}

/** Puts formats on the clipboard in one step, as Electron names them. No format at all empties it. */
export async function writeFormats(
  electron: ElectronClipboard,
  formats: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  if (formats.size === 0) {
    electron.clipboard.clear();
    return;
  }
  const entries = [...formats].map(([type, bytes]) => [type, blobOf(type, bytes)] as const);
  await electron.clipboard.write([new electron.ClipboardItem(Object.fromEntries(entries))]);
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
