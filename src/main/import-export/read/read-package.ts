import type { ImportLayout, ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { isReparteeJson, readReparteeJson } from '../repartee-json.ts';
import { isAlfred, readAlfred } from './alfred.ts';
import { autokeyDescriptions, readAutokey } from './autokey.ts';
import type { FileKind } from './classify.ts';
import { classify } from './classify.ts';
import { parseDelimited } from './delimited.ts';
import { readDitto } from './ditto.ts';
import { readEspanso } from './espanso.ts';
import type { Grid } from './grid.ts';
import { readHtmlTable } from './html-table.ts';
import type { ImportedReply, Reading, ReadOutcome } from './imported.ts';
import { gridOfJson, jsonLayoutOf } from './json-layouts.ts';
import type { Limits } from './limits.ts';
import { mediaFinder } from './media-finder.ts';
import { parseJson } from './parse-json.ts';
import { isWorkbookZip } from './repack-workbook.ts';
import { baseName, folderOf, stemOf } from './safe-path.ts';
import type { SourceFile } from './source-files.ts';
import { isAttachment } from './source-files.ts';
import type { ReadSheets } from './workbook.ts';
import { readWorkbook } from './workbook.ts';
import { zipPaths } from './zip-entries.ts';

/** Files that belong together: those chosen at once, a folder, or a zip. */
export type Package = {
  name: string;
  /** Chosen one by one, so that each of them is meant: a file that says nothing to us is a problem, not an extra. */
  isChosen: boolean;
  files: readonly SourceFile[];
};

/** What a package holds: tables, which are mapped later, and replies of layouts that need no mapping. */
export type PackageContent = {
  grids: Grid[];
  encoding: string | null;
  sections: { layout: ImportLayout; replies: ImportedReply[] }[];
  /** Exports of our own, each complete in itself. */
  own: Reading[];
};

type Found = { path: string; bytes: Uint8Array; kind: FileKind };

/** Reads all files of a package by what they are. */
export async function readPackage(
  source: Package,
  limits: Limits,
): Promise<Result<PackageContent, ImportProblem>> {
  const content: PackageContent = { grids: [], encoding: null, sections: [], own: [] };
  const media = mediaFinder(source.files);
  if (autokeyDescriptions(source.files).length > 0) {
    const replies = readAutokey(source.files, source.name);
    if (!replies.ok) return replies;
    content.sections.push({ layout: 'autokey', replies: replies.value });
    return ok(content);
  }
  const found = readable(source).map((file) => ({ ...file, kind: classify(file) }));
  const espanso = found.filter(({ kind, path }) => kind.kind === 'espanso' || isManifest(path));
  if (espanso.some(({ kind }) => kind.kind === 'espanso')) {
    const replies = readEspanso(espanso, media, limits);
    if (!replies.ok) return replies;
    content.sections.push({ layout: 'espanso', replies: replies.value });
  }
  const { unpackedBytes } = limits;
  const place: Place = { source, content, alfred: [], limits, unpackedBytes };
  for (const file of found) {
    if (espanso.includes(file)) continue;
    const problem = await readFound(file, place);
    if (problem !== null) return err(problem);
  }
  const { alfred } = place;
  if (alfred.length > 0) content.sections.push({ layout: 'alfred', replies: alfred });
  return ok(content);
}

/** What is read for replies; attachments only where there is nothing else. */
function readable({ files, isChosen }: Package): readonly SourceFile[] {
  const others = files.filter(({ path }) => !isAttachment(path));
  return isChosen || others.length === 0 ? files : others;
}

function isManifest(path: string): boolean {
  return /^_manifest\.ya?ml$/i.test(baseName(path));
}

/** Where what is read goes. `unpackedBytes` is what is left of that limit for workbooks within the package. */
type Place = {
  source: Package;
  content: PackageContent;
  alfred: ImportedReply[];
  limits: Limits;
  unpackedBytes: number;
};

/** Reads one file into the content; null when that went well, or when it is none of ours and need not be. */
async function readFound({ path, bytes, kind }: Found, place: Place): Promise<ImportProblem | null> {
  const { source, content } = place;
  const limits = { ...place.limits, unpackedBytes: place.unpackedBytes };
  const file = { name: path, folder: folderOf(path) };
  const notOurs = (problem: ImportProblem) => (source.isChosen ? problem : null);
  switch (kind.kind) {
    case 'picture':
      return null;
    case 'empty':
      return notOurs({ kind: 'empty', name: path });
    case 'unknown':
      return notOurs({ kind: 'unknown-format', name: path });
    case 'unsupported':
      return notOurs({ kind: 'unsupported', name: path, format: kind.format });
    case 'zip':
      if (!isWorkbookZip(zipPaths(bytes, limits) ?? []))
        return notOurs({ kind: 'unknown-format', name: path });
      return addSheets(await readWorkbook(bytes, file, limits), place);
    case 'workbook': {
      const sheets = await readWorkbook(bytes, file, limits);
      const isOther = !sheets.ok && sheets.error.kind === 'unknown-format';
      return isOther ? notOurs(sheets.error) : addSheets(sheets, place);
    }
    case 'xml-workbook':
      content.encoding ??= kind.encoding;
      return addSheets(await readXmlWorkbook(kind.text, file, limits), place);
    case 'html-table': {
      const grid = readHtmlTable(kind.text, file);
      if (grid === 'too-complex') return { kind: 'too-complex', name: path };
      if (grid === null) return notOurs({ kind: 'unknown-format', name: path });
      content.encoding ??= kind.encoding;
      content.grids.push(grid);
      return null;
    }
    case 'sqlite': {
      const replies = readDitto(bytes, path, limits);
      if (replies.ok) content.sections.push({ layout: 'ditto', replies: replies.value });
      return replies.ok ? null : notOurs(replies.error);
    }
    case 'json':
      content.encoding ??= kind.encoding;
      return readJson(kind.text, path, place);
    case 'espanso':
    case 'delimited': {
      content.encoding ??= kind.encoding;
      const grid = parseDelimited(kind.text, file, limits);
      if (grid.ok) content.grids.push(grid.value);
      return grid.ok ? null : grid.error;
    }
  }
}

function addSheets(sheets: Result<ReadSheets, ImportProblem>, place: Place): ImportProblem | null {
  if (!sheets.ok) return sheets.error;
  place.content.grids.push(...sheets.value.grids);
  place.unpackedBytes -= sheets.value.unpackedBytes;
  return null;
}

async function readXmlWorkbook(
  text: string,
  file: { name: string; folder: string },
  limits: Limits,
): Promise<Result<ReadSheets, ImportProblem>> {
  if (/<!(entity|doctype)/i.test(text)) return err({ kind: 'too-complex', name: file.name });
  if (text.split('<', limits.tags + 1).length > limits.tags) {
    return err({ kind: 'too-complex', name: file.name });
  }
  return readWorkbook(text, file, limits);
}

function readJson(text: string, path: string, { source, content, alfred }: Place): ImportProblem | null {
  const value = parseJson(text, path);
  if (!value.ok) return value.error;
  if (isReparteeJson(value.value)) {
    const own: ReadOutcome = readReparteeJson(value.value, path);
    if (own.ok) content.own.push(own.value);
    return own.ok ? null : own.error;
  }
  if (isAlfred(value.value)) {
    const collection = source.isChosen ? '' : stemOf(baseName(source.name));
    alfred.push(readAlfred(value.value, alfred.length + 1, path, collection));
    return null;
  }
  const layout = jsonLayoutOf(value.value);
  if (layout !== null) {
    content.sections.push({ layout: layout.layout, replies: layout.read(value.value, path) });
    return null;
  }
  const grid = gridOfJson(value.value, { name: path, folder: folderOf(path) });
  if (grid !== null) content.grids.push(grid);
  if (grid !== null || !source.isChosen) return null;
  return { kind: 'unknown-format', name: path };
}
