import { Parser } from 'htmlparser2';
import { isPicture } from './media-finder.ts';
import { folderOf } from './safe-path.ts';
import type { ZipEntry } from './zip-entries.ts';

/** A picture that lies on a sheet, by the cell that its top left corner is in; both counted from 0. */
export type PlacedPicture = { row: number; column: number; bytes: Uint8Array };

/** Pictures of a workbook: those lying on sheets by the sheet's name, and those that WPS keeps in cells by their ids. */
export type WorkbookPictures = {
  placed: ReadonlyMap<string, readonly PlacedPicture[]>;
  inCells: ReadonlyMap<string, Uint8Array>;
};

export const noPictures: WorkbookPictures = { placed: new Map(), inCells: new Map() };

/** Parts that pictures are found by; the pictures themselves are below `xl/media`. */
export const picturePart =
  /^xl\/(media\/[^/]+|drawings\/(_rels\/)?[^/]+\.(xml|rels)|worksheets\/_rels\/[^/]+|(_rels\/)?cellimages\.xml(\.rels)?|(_rels\/)?workbook\.xml(\.rels)?)$/i;

/**
 * Finds the pictures of an XLSX file: drawings anchored to cells (ECMA-376 part 1, 20.5), and the pictures that WPS puts into cells by
 * `DISPIMG("id", 1)`, which its part `cellimages.xml` lists.
 */
export function findPictures(entries: readonly ZipEntry[]): WorkbookPictures {
  const parts = new Map(entries.map((entry) => [entry.path, entry.bytes]));
  if (!entries.some(({ path }) => path.startsWith('xl/media/'))) return noPictures;
  const placed = new Map<string, PlacedPicture[]>();
  const sheetPaths = relationsOf(parts, 'xl/workbook.xml');
  for (const { name, relation } of sheetsOf(textAt(parts, 'xl/workbook.xml'))) {
    const sheetPath = sheetPaths.get(relation);
    if (sheetPath === undefined) continue;
    const drawings = [...relationsOf(parts, sheetPath).values()].filter((path) =>
      path.startsWith('xl/drawings/'),
    );
    const pictures = drawings.flatMap((path) => drawnPictures(parts, path));
    if (pictures.length > 0) placed.set(name, pictures);
  }
  return { placed, inCells: cellPictures(parts) };
}

function drawnPictures(parts: ReadonlyMap<string, Uint8Array>, path: string): PlacedPicture[] {
  const targets = relationsOf(parts, path);
  return anchorsOf(textAt(parts, path)).flatMap(({ row, column, relation }) => {
    const bytes = pictureAt(parts, targets.get(relation));
    return bytes === null ? [] : [{ row, column, bytes }];
  });
}

function cellPictures(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const targets = relationsOf(parts, 'xl/cellimages.xml');
  const pictures = new Map<string, Uint8Array>();
  for (const { name, relation } of anchorsOf(textAt(parts, 'xl/cellimages.xml'))) {
    const bytes = pictureAt(parts, targets.get(relation));
    if (name !== '' && bytes !== null) pictures.set(name, bytes);
  }
  return pictures;
}

function pictureAt(parts: ReadonlyMap<string, Uint8Array>, path: string | undefined): Uint8Array | null {
  const bytes = path === undefined ? undefined : parts.get(path);
  return bytes !== undefined && isPicture(bytes) ? bytes : null;
}

/** Sheets by name with the relation that leads to their part. */
function sheetsOf(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string }[] = [];
  parseXml(xml, (tag, attributes) => {
    if (tag === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' });
  });
  return sheets;
}

/** Each picture of a drawing: the cell it is anchored to, its name, and the relation that leads to its bytes. */
function anchorsOf(xml: string): { row: number; column: number; name: string; relation: string }[] {
  const anchors: { row: number; column: number; name: string; relation: string }[] = [];
  const at = { row: 0, column: 0, name: '' };
  let isFrom = false;
  let open = '';
  parseXml(
    xml,
    (tag, attributes) => {
      open = tag;
      if (tag === 'from') isFrom = true;
      else if (tag === 'to') isFrom = false;
      else if (tag === 'cNvPr') at.name = attributes.name ?? '';
      else if (tag === 'blip') anchors.push({ ...at, relation: attributes['r:embed'] ?? '' });
    },
    (text) => {
      const index = Number(text);
      if (!isFrom || !Number.isInteger(index)) return;
      if (open === 'row') at.row = index;
      else if (open === 'col') at.column = index;
    },
  );
  return anchors;
}

/** Where the relations of a part lead, as paths from the top of the file. */
function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Map<string, string> {
  const folder = folderOf(path);
  const xml = textAt(parts, `${folder}/_rels/${path.slice(folder.length + 1)}.rels`);
  const relations = new Map<string, string>();
  parseXml(xml, (tag, attributes) => {
    if (tag !== 'Relationship' || attributes.TargetMode === 'External') return;
    relations.set(attributes.Id ?? '', resolved(folder, attributes.Target ?? ''));
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = folder.split('/');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function textAt(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(parts.get(path));
}

/** Reads tags by their names without prefix. Entities of a document type are not known to this parser, so none is expanded. */
function parseXml(
  xml: string,
  onTag: (tag: string, attributes: Record<string, string>) => void,
  onText: (text: string) => void = () => {},
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => onTag(name.slice(name.indexOf(':') + 1), attributes),
      ontext: onText,
    },
    { xmlMode: true },
  );
  parser.end(xml);
}
