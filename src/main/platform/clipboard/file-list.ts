import { pathToFileURL } from 'node:url';

/** Files as `text/uri-list` (RFC 2483): one address a line, each line ended by CR LF. */
export function fileUriList(paths: readonly string[]): Buffer {
  return Buffer.from(paths.map((path) => `${pathToFileURL(path).href}\r\n`).join(''), 'utf8');
}

/** Files as GNOME's and Xfce's file managers put them on the clipboard. */
export function gnomeCopiedFiles(paths: readonly string[]): Buffer {
  return Buffer.from(['copy', ...paths.map((path) => pathToFileURL(path).href)].join('\n'), 'utf8');
}
