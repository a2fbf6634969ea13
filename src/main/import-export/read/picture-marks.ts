import type { RowReason } from '../../../shared/contract/transfer-calls.ts';
import type { ImportedPart } from './imported.ts';
import type { MediaFinder } from './media-finder.ts';
import { isPicture } from './media-finder.ts';
import { baseName, stemOf } from './safe-path.ts';

/*
 * Pictures of a table lie beside it, in a zip or folder, mostly below `media/`. A body shows where one goes by `[图片:name.png]`, `[image:name.png]`
 * or, as in Markdown, `![text](media/name.png)`; a file by `[文件:name.pdf]` or `[file:name.pdf]`. A column for pictures puts them
 * behind the text.
 */
const mark =
  /\[\s*(图片|圖片|配图|image|img|picture|文件|檔案|附件|file)\s*[:：]\s*([^[\]\n]{1,300}?)\s*\]|!\[([^\]\n]{0,200})\]\(\s*([^()\s]{1,300})\s*\)/gi;

/**
 * Cuts a body at its marks into texts, pictures and files. A mark whose file is not there is flagged, and stays in the text but for a sheet
 * of our own, `isOwn`: it is our mark then, and nothing that anybody wrote.
 */
export function partsOfBody(
  body: string,
  find: (name: string) => Uint8Array | null,
  reasons: Set<RowReason>,
  isOwn: boolean,
): ImportedPart[] {
  if (!body.includes('[')) return [{ kind: 'text', text: body }];
  const parts: ImportedPart[] = [];
  let text = '';
  let end = 0;
  for (const match of body.matchAll(mark)) {
    text += body.slice(end, match.index);
    end = match.index + match[0].length;
    const part = markedPart(match, find, reasons);
    if (part === null && !(isOwn && isOwnMark(match))) text += match[0];
    else {
      parts.push({ kind: 'text', text }, ...(part === null ? [] : [part]));
      text = '';
    }
  }
  parts.push({ kind: 'text', text: text + body.slice(end) });
  return parts.map((part) =>
    part.kind === 'text' && parts.length > 1 ? { ...part, text: part.text.trim() } : part,
  );
}

/** Our exports keep files in `media/`. */
function isOwnMark(match: RegExpMatchArray): boolean {
  return (match[2] ?? match[4] ?? '').startsWith('media/');
}

function markedPart(
  match: RegExpMatchArray,
  find: (name: string) => Uint8Array | null,
  reasons: Set<RowReason>,
): ImportedPart | null {
  const name = match[2] ?? match[4] ?? '';
  const isFile = /^(文件|檔案|附件|file)$/i.test(match[1] ?? '');
  if (!isFile) return namedPicture(name, match[3] ?? '', find, reasons);
  const bytes = find(name);
  if (bytes !== null) return { kind: 'file', bytes, name: baseName(name.replaceAll('\\', '/')) };
  reasons.add('image-missing');
  return null;
}

/** A picture by its name; null, and flagged, when it is not there or no picture. */
export function namedPicture(
  name: string,
  alt: string,
  find: (name: string) => Uint8Array | null,
  reasons: Set<RowReason>,
): ImportedPart | null {
  const bytes = find(name);
  if (bytes === null) reasons.add('image-missing');
  else if (!isPicture(bytes)) reasons.add('image-unreadable');
  else return { kind: 'image', bytes, alt: alt || textOfName(name) };
  return null;
}

/** A name that is only a hash, as in our own exports, says nothing. */
function textOfName(name: string): string {
  const stem = stemOf(baseName(name.replaceAll('\\', '/')));
  return /^[0-9a-f]{64}$/.test(stem) ? '' : stem;
}

/** Finds pictures by names that are meant from one folder on. */
export function finderIn(media: MediaFinder, folder: string): (name: string) => Uint8Array | null {
  return (name) => media(name, folder);
}
