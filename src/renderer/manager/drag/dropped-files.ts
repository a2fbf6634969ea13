import { maxFileBytes, maxFiles } from '../import/dropped-files.ts';
import type { DialogProblem } from '../import/problem-words.ts';

/** A file as main takes it; `name` is its path below what was dropped. */
export type DroppedFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** Pictures alone are no import: they belong into a reply. */
export type DropProblem = DialogProblem | { kind: 'only-pictures' };

type Found = { name: string; file: File };

/** True when what is dragged comes from outside and holds files. */
export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * Begins to read what was dropped; folders are gone through. It must be called while the drop is handled, since the browser
 * forgets the files afterwards.
 */
export async function readDropped(
  transfer: DataTransfer,
): Promise<{ ok: true; value: DroppedFile[] } | { ok: false; error: DropProblem }> {
  const entries = [...transfer.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found: Found[] = [];
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) await collect(entry as FileSystemDirectoryEntry, `${entry.name}/`, found);
    else if (file) found.push({ name: file.name, file });
    if (found.length > maxFiles) return { ok: false, error: { kind: 'too-many-files' } };
  }
  if (found.length > 0 && found.every(({ file }) => file.type.startsWith('image/'))) {
    return { ok: false, error: { kind: 'only-pictures' } };
  }
  return readAll(found);
}

async function readAll(
  found: readonly Found[],
): Promise<{ ok: true; value: DroppedFile[] } | { ok: false; error: DropProblem }> {
  const files: DroppedFile[] = [];
  for (const { name, file } of found) {
    if (file.size > maxFileBytes) {
      return { ok: false, error: { kind: 'too-large', name, limit: maxFileBytes } };
    }
    try {
      files.push({ name: name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // The file vanished or another program holds it: the person is told which one.
      return { ok: false, error: { kind: 'unreadable', name, code: null } };
    }
  }
  return { ok: true, value: files };
}

async function collect(folder: FileSystemDirectoryEntry, path: string, found: Found[]): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader gives at most a hundred entries at a time and an empty list at its end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (found.length > maxFiles) return;
      if (entry.isDirectory) {
        await collect(entry as FileSystemDirectoryEntry, `${path}${entry.name}/`, found);
      } else {
        const file = await new Promise<File>((resolve, reject) =>
          (entry as FileSystemFileEntry).file(resolve, reject),
        );
        found.push({ name: `${path}${entry.name}`, file });
      }
    }
  }
}
