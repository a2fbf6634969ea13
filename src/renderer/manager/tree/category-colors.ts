import type { TreeKey } from '../../../shared/i18n/areas/manager-tree.ts';

/** Colours that categories can have, readable as a dot of 8 px on both themes (3:1 and more). */
export const categoryColors: readonly { color: string; word: TreeKey }[] = [
  { color: '#e5484d', word: 'color.red' },
  { color: '#e2691b', word: 'color.orange' },
  { color: '#b7850b', word: 'color.yellow' },
  { color: '#2f9e4f', word: 'color.green' },
  { color: '#0f9488', word: 'color.teal' },
  { color: '#3b82f6', word: 'color.blue' },
  { color: '#8b5cf6', word: 'color.violet' },
  { color: '#d6409f', word: 'color.pink' },
  { color: '#7d828a', word: 'color.gray' },
];

/** A name that no sibling has: the wanted one, or it with the first free number behind it. */
export function freeName(wanted: string, siblings: readonly string[]): string {
  const taken = new Set(siblings.map((name) => name.trim().toLocaleLowerCase()));
  if (!taken.has(wanted.toLocaleLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} ${number}`;
    if (!taken.has(name.toLocaleLowerCase())) return name;
  }
}
