import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Limits } from './limits.ts';

/** A file with its path inside the folder or zip that it is from, with forward slashes; its bare name if it was chosen itself. */
export type SourceFile = { path: string; bytes: Uint8Array };

/** Deeper is no folder of replies, but somebody's whole disk. */
const maxDepth = 16;

/** What a folder or zip may hold of use; the rest of it is not even read. Zips inside are not opened. */
const usefulEnding =
  /\.(csv|tsv|txt|xls|xlsx|xlsm|xlsb|et|ods|json|ya?ml|db|sqlite|png|jpe?g|gif|webp|bmp|pdf|docx?)$/i;

/** Left out of a walk: what programs keep for themselves. */
const skippedFolder = /^(\.git|\.svn|node_modules|__MACOSX)$/;

/** Whether a file lies in a folder `media`, whose files belong to the sheet beside it: a workbook there is sent to customers, not read. */
export function isAttachment(path: string): boolean {
  return /(^|\/)media\//i.test(path);
}

/** Whether a file in a folder or zip may be of use, by its path there. macOS writes a second file `._name` where a disk cannot hold its notes. */
export function isUseful(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  if (name.startsWith('._') || segments.some((one) => skippedFolder.test(one))) return false;
  return usefulEnding.test(name) || isAttachment(path);
}

/** Reads what was chosen: one file by its own name, or every useful file below a folder. */
export async function readChosen(
  path: string,
  name: string,
  limits: Limits,
): Promise<Result<{ folder: boolean; files: SourceFile[] }, ImportProblem>> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (isFolder) {
      const files = await readFolder(path, name, limits);
      return files.ok ? ok({ folder: true, files: files.value }) : files;
    }
    const bytes = await readRegularFile(path, name, limits.fileBytes);
    return bytes.ok ? ok({ folder: false, files: [{ path: name, bytes: bytes.value }] }) : bytes;
  } catch (error) {
    return err(fileProblem(error, name));
  }
}

async function readFolder(
  top: string,
  name: string,
  limits: Limits,
): Promise<Result<SourceFile[], ImportProblem>> {
  const files: SourceFile[] = [];
  const folders = [{ path: '', depth: 0 }];
  let seen = 0;
  let left = limits.unpackedBytes;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(top, folder.path), { withFileTypes: true });
    seen += entries.length;
    if (seen > limits.entries) return err({ kind: 'too-complex', name });
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      // Links are not followed: they may lead out of the folder, or round in a circle.
      if (entry.isDirectory() && !skippedFolder.test(entry.name)) {
        if (folder.depth >= maxDepth) return err({ kind: 'too-complex', name });
        folders.push({ path, depth: folder.depth + 1 });
      }
      if (!entry.isFile() || !isUseful(path)) continue;
      const bytes = await readRegularFile(join(top, path), path, limits.fileBytes);
      if (!bytes.ok) return bytes;
      left -= bytes.value.length;
      if (left < 0) return err({ kind: 'unpacks-too-large', name, limit: limits.unpackedBytes });
      files.push({ path, bytes: bytes.value });
    }
  }
  return files.length === 0 ? err({ kind: 'folder-empty', name, code: null }) : ok(files);
}

/**
 * Reads a regular file of at most `maxBytes`. Pipes, sockets and devices are refused without waiting for them, and what
 * grows while it is read is refused as too large.
 */
async function readRegularFile(
  path: string,
  name: string,
  maxBytes: number,
): Promise<Result<Uint8Array, ImportProblem>> {
  let handle: FileHandle | null = null;
  try {
    if (!(await stat(path)).isFile()) return err({ kind: 'unreadable', name, code: null });
    // Not to wait for the other end if the file was swapped for a pipe just now; Windows has no such flag.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await handle.stat();
    if (!status.isFile()) return err({ kind: 'unreadable', name, code: null });
    if (status.size > maxBytes) return err({ kind: 'too-large', name, limit: maxBytes });
    const bytes = await readUpTo(handle, maxBytes, status.size);
    return bytes === null ? err({ kind: 'too-large', name, limit: maxBytes }) : ok(bytes);
  } catch (error) {
    return err(fileProblem(error, name));
  } finally {
    await handle?.close();
  }
}

/** Null when there is more than `maxBytes`. One byte more than the size is asked for, to notice growth. */
async function readUpTo(handle: FileHandle, maxBytes: number, size: number): Promise<Uint8Array | null> {
  let buffer = Buffer.alloc(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > maxBytes) return null;
    if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
  }
}

function fileProblem(error: unknown, name: string): ImportProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  return { kind: isMissing ? 'not-found' : 'unreadable', name, code };
}
