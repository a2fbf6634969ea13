import { readCategories } from '../category-cell.ts';

const arrow = /\s*(?:-+>|=+>|→)\s*/g;
/** Longer is no path of categories; its search for arrows is not begun. */
const longestCell = 1_000;
const ownSign = /::|[>›»＞]/;
const slash = /[/／\\]/;

/** Shorter is half of a word, as in `退/换货`, and no category that others lie in. */
const shortestParent = 2;

/**
 * How the categories of a foreign sheet are written. Arrows part a path as our own sign does. A slash may as well be part of a name: it parts
 * a path only where the column shows a tree, that is, where two categories lie in the same one, and nothing else parts any.
 * @param cells All cells of the column.
 */
export function categoryPaths(cells: readonly string[]): (cell: string) => string[] {
  const distinct = [...new Set(cells.map(withOwnSign))];
  const bySlashes = !distinct.some((cell) => ownSign.test(cell)) && isTree(distinct);
  return bySlashes ? segmentsOf : (cell) => readCategories(withOwnSign(cell));
}

function withOwnSign(cell: string): string {
  return cell.length > longestCell ? cell : cell.replace(arrow, ' > ');
}

function segmentsOf(cell: string): string[] {
  return cell.split(slash).map((segment) => segment.trim());
}

function isTree(cells: readonly string[]): boolean {
  const children = new Map<string, string>();
  const alone = new Set(cells.map((cell) => cell.trim()));
  return cells.some((cell) => {
    const [parent = '', child] = segmentsOf(cell);
    if (child === undefined || child === '' || parent.length < shortestParent) return false;
    const sibling = children.get(parent) ?? child;
    children.set(parent, sibling);
    return sibling !== child || alone.has(parent);
  });
}
