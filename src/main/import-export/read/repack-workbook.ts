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

/**
 * Unpacks the needed parts of a workbook under our own limits, refuses what XML can do harm with, and packs them again without
 * compression. So the reader behind sees plain bytes that have been counted, whatever the headers of the zip claim.
 */
export function repackWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): Result<{ bytes: Uint8Array; pictures: WorkbookPictures }, ImportProblem> {
  const entries = unzip(bytes, name, limits, (path) => neededPart.test(path) || picturePart.test(path));
  if (!entries.ok) return entries;
  if (entries.value.some(declaresEntities)) return err({ kind: 'too-complex', name });
  const parts = entries.value.filter(({ path }) => neededPart.test(path));
  const packed = zipSync(Object.fromEntries(parts.map((part) => [part.path, part.bytes])), { level: 0 });
  return ok({ bytes: packed, pictures: findPictures(entries.value) });
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
