import { zipSync } from 'fflate';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Limits } from './limits.ts';
import type { WorkbookPictures } from './workbook-pictures.ts';
import { findPictures, picturePart } from './workbook-pictures.ts';
import type { ZipEntry } from './zip-entries.ts';
import { unzip } from './zip-entries.ts';

/** Whether a zip with these paths is a workbook: the parts that XLSX, XLSB and ODS cannot be without. */
export function isWorkbookZip(paths: readonly string[]): boolean {
  const has = (path: string) => paths.some((candidate) => candidate.toLowerCase() === path);
  return has('[content_types].xml')
    ? paths.some((path) => /^xl\//i.test(path))
    : has('content.xml') && has('mimetype');
}

/** Parts that hold cells, and those that lead to them; charts, macros and the like are not even unpacked. */
const neededPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|mimetype|META-INF\/manifest\.xml|content\.xml|styles\.xml|docProps\/[^/]+|xl\/(_rels\/)?workbook\.(xml|bin)(\.rels)?|xl\/(sharedStrings|styles|metadata)\.(xml|bin)|xl\/(worksheets|chartsheets|dialogsheets|macrosheets)\/(_rels\/)?[^/]+)$/i;

/** A workbook made harmless, its pictures, and what it took to unpack them. */
export type RepackedWorkbook = { bytes: Uint8Array; pictures: WorkbookPictures; unpackedBytes: number };

/**
 * Unpacks the needed parts of a workbook under our own limits, refuses what XML can do harm with, and packs them again without
 * compression. So the reader behind sees plain bytes that have been counted, whatever the headers of the zip claim.
 */
export function repackWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): Result<RepackedWorkbook, ImportProblem> {
  const entries = unzip(bytes, name, limits, (path) => neededPart.test(path) || picturePart.test(path));
  if (!entries.ok) return entries;
  if (entries.value.some(declaresEntities)) return err({ kind: 'too-complex', name });
  if (isInflated(bytes, entries.value, limits)) return err({ kind: 'too-complex', name });
  const parts = entries.value.filter(({ path }) => neededPart.test(path));
  const packed = zipSync(Object.fromEntries(parts.map((part) => [part.path, part.bytes])), { level: 0 });
  return ok({ bytes: packed, pictures: findPictures(entries.value), unpackedBytes: bytesOf(entries.value) });
}

/** Real sheets of replies pack to a tenth or twentieth; what packs to less than a hundredth says nothing in many tags. */
const maxRatio = 100;
const ratioMattersFrom = 16 * 1024 * 1024;

/** Whether a workbook is far more markup than content, within the limits of bytes though it be. */
function isInflated(packed: Uint8Array, entries: readonly ZipEntry[], limits: Limits): boolean {
  const unpacked = bytesOf(entries);
  if (unpacked > ratioMattersFrom && unpacked > packed.length * maxRatio) return true;
  let tags = 0;
  for (const { path, bytes } of entries) {
    if (!path.endsWith('.xml')) continue;
    for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0x3c) tags += 1;
    if (tags > limits.tags) return true;
  }
  return false;
}

function bytesOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** A document type, with or without entities, has no place in a workbook; nor has XML in another encoding than UTF-8. */
function declaresEntities({ path, bytes }: ZipEntry): boolean {
  if (!/\.(xml|rels)$/i.test(path)) return false;
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[1] === 0;
  if (isUtf16) return true;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    /<!(doctype|entity)/i.test(buffer.subarray(0, 64 * 1024).toString('latin1')) ||
    buffer.includes('<!ENTITY')
  );
}
