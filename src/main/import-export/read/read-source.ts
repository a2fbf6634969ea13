import type { ImportProblem, TableMapping } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Reading, ReadOutcome } from './imported.ts';
import type { Limits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import { mediaFinder } from './media-finder.ts';
import type { Package, PackageContent } from './read-package.ts';
import { readPackage } from './read-package.ts';
import type { ReadTables } from './read-tables.ts';
import { readTables } from './read-tables.ts';
import { isWorkbookZip } from './repack-workbook.ts';
import type { SourceFile } from './source-files.ts';
import { isUseful, readChosen } from './source-files.ts';
import { looksLikeZip, unzip, zipPaths } from './zip-entries.ts';

export type ReadOptions = {
  /** How a table is to be read; null lets the reader decide. Means nothing for what is no table. */
  mapping: TableMapping | null;
  /** Told the share that is done, 0 to 1. */
  onProgress: (share: number) => void;
  limits?: Limits;
};

/* Shares of the work, roughly as measured with a large workbook. */
const sharePacked = 0.2;
const shareParsed = 0.8;

/**
 * Reads files, or one folder, as replies. What they are is decided by their content, never by their names.
 * Bad input gives a problem, a bad row a reply with `skip`; it throws for nothing that a file can hold.
 */
export async function readSource(
  files: readonly { path: string; name: string }[],
  options: ReadOptions,
): Promise<ReadOutcome> {
  const limits = options.limits ?? defaultLimits;
  options.onProgress(0);
  const packages = await openPackages(files, limits);
  if (!packages.ok) return packages;
  const contents: PackageContent[] = [];
  for (const [index, source] of packages.value.entries()) {
    options.onProgress(sharePacked + ((shareParsed - sharePacked) * index) / packages.value.length);
    const content = await readPackage(source, limits);
    if (!content.ok) return content;
    contents.push(content.value);
  }
  options.onProgress(shareParsed);
  const outcome = joinContents(files[0]?.name ?? '', packages.value, contents, options);
  options.onProgress(1);
  if (outcome.ok && outcome.value.replies.length > limits.rows) {
    return err({ kind: 'too-many-rows', name: files[0]?.name ?? '', limit: limits.rows });
  }
  return outcome;
}

/**
 * Files that were chosen one by one belong together; each folder and each zip is a package of its own. Of a folder that was dropped on the
 * window every file comes by itself, with its path from that folder on as its name.
 */
async function openPackages(
  files: readonly { path: string; name: string }[],
  limits: Limits,
): Promise<Result<Package[], ImportProblem>> {
  const loose: SourceFile[] = [];
  const packages: Package[] = [];
  const dropped = new Map<string, SourceFile[]>();
  let left = limits.unpackedBytes;
  for (const { path, name } of files) {
    const chosen = await readChosen(path, name, limits);
    if (!chosen.ok) return chosen;
    left -= chosen.value.files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (left < 0) return err({ kind: 'unpacks-too-large', name, limit: limits.unpackedBytes });
    const file = chosen.value.files[0];
    const slash = name.indexOf('/');
    if (slash >= 0 && file !== undefined) {
      const top = name.slice(0, slash);
      const inside = dropped.get(top) ?? [];
      dropped.set(top, inside);
      if (isUseful(name)) inside.push({ ...file, path: name.slice(slash + 1) });
    } else if (chosen.value.folder) packages.push({ name, isChosen: false, files: chosen.value.files });
    else if (file !== undefined && isPackageZip(file.bytes, limits)) {
      const entries = unzip(file.bytes, name, { ...limits, unpackedBytes: left }, isUseful);
      if (!entries.ok) return entries;
      if (entries.value.length === 0) return err({ kind: 'unknown-format', name });
      const large = entries.value.find(({ bytes }) => bytes.length > limits.fileBytes);
      if (large) return err({ kind: 'too-large', name: large.path, limit: limits.fileBytes });
      packages.push({ name, isChosen: false, files: entries.value });
    } else loose.push(...chosen.value.files);
  }
  for (const [name, inside] of dropped) {
    if (inside.length === 0) return err({ kind: 'folder-empty', name, code: null });
    packages.push({ name, isChosen: false, files: inside });
  }
  if (loose.length > 0) packages.unshift({ name: loose[0]?.path ?? '', isChosen: true, files: loose });
  return ok(packages);
}

/** Any zip but a workbook; a broken one too, so that it is named as such. */
function isPackageZip(bytes: Uint8Array, limits: Limits): boolean {
  return looksLikeZip(bytes) && !isWorkbookZip(zipPaths(bytes, limits) ?? []);
}

/** Exports of our own are complete in themselves: what lies beside one in a folder or zip is not read, what was chosen with it is. */
function joinContents(
  name: string,
  packages: readonly Package[],
  contents: readonly PackageContent[],
  options: ReadOptions,
): ReadOutcome {
  const own = contents.flatMap((content) => content.own);
  const [first] = own;
  if (first === undefined) return joinOthers(name, packages, contents, options);
  const replies = own.flatMap((reading) => reading.replies);
  const categories = own.flatMap((reading) => reading.categories ?? []);
  const joined: Reading = { ...first, replies, categories };
  const chosen = contents.filter(
    (content, index) => content.own.length === 0 || packages[index]?.isChosen === true,
  );
  if (chosen.every(({ grids, sections }) => grids.length === 0 && sections.length === 0)) return ok(joined);
  const others = joinOthers(name, packages, chosen, options);
  if (!others.ok) return others;
  return ok({
    ...others.value,
    ...joined,
    table: others.value.table,
    replies: [...replies, ...others.value.replies],
  });
}

function joinOthers(
  name: string,
  packages: readonly Package[],
  contents: readonly PackageContent[],
  options: ReadOptions,
): ReadOutcome {
  const encoding = contents.find((content) => content.encoding !== null)?.encoding ?? null;
  const sections = contents.flatMap((content) => content.sections);
  const grids = contents.flatMap((content) => content.grids).filter((grid) => grid.rows.length > 0);
  const tables =
    grids.length === 0
      ? null
      : readTables(grids, options.mapping, mediaFinder(packages.flatMap((source) => source.files)), (share) =>
          options.onProgress(shareParsed + share * (1 - shareParsed)),
        );
  // A read-me beside a package of another tool is a table that nobody meant.
  if (tables !== null && (sections.length === 0 || !tables.table.unsure)) {
    return joinTables(name, tables, sections, encoding);
  }
  const replies = sections.flatMap((section) => section.replies);
  if (replies.length > 0) return ok({ layout: largest(sections), encoding, table: null, replies });
  const hadSomething = sections.length > 0 || contents.some((content) => content.grids.length > 0);
  if (hadSomething) return err({ kind: 'empty', name });
  const isFolder = packages.every((source) => !source.isChosen) && !name.includes('.');
  return err(isFolder ? { kind: 'folder-empty', name, code: null } : { kind: 'unknown-format', name });
}

function joinTables(
  name: string,
  tables: ReadTables,
  sections: PackageContent['sections'],
  encoding: string | null,
): ReadOutcome {
  const { layout, table } = tables;
  if (!tables.hasBodies) return err({ kind: 'no-body-column', name, preview: table });
  const replies = [...tables.replies, ...sections.flatMap((section) => section.replies)];
  if (replies.length === 0) return err({ kind: 'empty', name });
  return ok({ layout, encoding, table, replies } satisfies Reading);
}

function largest(sections: PackageContent['sections']): Reading['layout'] {
  const [first, ...rest] = sections;
  const most = rest.reduce(
    (chosen, section) => (section.replies.length > (chosen?.replies.length ?? 0) ? section : chosen),
    first,
  );
  return most?.layout ?? 'table';
}
