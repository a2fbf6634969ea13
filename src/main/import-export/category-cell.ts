/** Longer is no path of categories; its search for separators is not begun. */
const longestCell = 10_000;

const separator = /::|[>›»＞]/;

/** A segment of a path: in quotes, so that it may hold what separates, or plain. */
const segment = /(?:^|::|[>›»＞])\s*(?:"((?:[^"]|"")*)"(?=\s*(?:$|::|[>›»＞]))|((?:(?!::)[^>›»＞])*))/g;

/** A path of categories as one cell: `售后 > 退货`. A name that would be taken for a path stands in quotes: `"价格>100"`. */
export function categoryCell(path: readonly string[]): string {
  return path.map((name) => (isAmbiguous(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(' > ');
}

/** The path in a category cell: names parted by `>`, `›` or `::`. Quotes count only where they are needed. */
export function readCategories(cell: string): string[] {
  if (cell.length > longestCell) return [cell];
  return [...cell.matchAll(segment)].map(([, quoted, plain = '']) => {
    const name = quoted?.replaceAll('""', '"');
    return name !== undefined && isAmbiguous(name)
      ? name
      : (quoted === undefined ? plain : `"${quoted}"`).trim();
  });
}

function isAmbiguous(name: string): boolean {
  return separator.test(name) || name.startsWith('"');
}
