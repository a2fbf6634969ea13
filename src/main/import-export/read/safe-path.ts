/** More is no path of a real package, and costs memory for every entry. */
const maxPathLength = 1_000;

/**
 * A path out of an archive with forward slashes, or null for one that is absolute, climbs, names a drive or a folder.
 * Nothing is ever written under such a name; it only must not be mistaken for another file.
 */
export function safePath(path: string): string | null {
  const plain = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  if (plain === '' || plain.length > maxPathLength || plain.endsWith('/') || plain.startsWith('/'))
    return null;
  if (/^[a-z]:/i.test(plain) || plain.includes('\0')) return null;
  return plain.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')
    ? null
    : plain;
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path without its last segment; empty at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A file's name without its ending: `售后` of `售后.csv`, `.profile` of `.profile`. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
