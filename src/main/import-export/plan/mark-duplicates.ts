import type { Id } from '../../../shared/domain/reply.ts';
import { bodyHash } from '../../storage/body-hash.ts';
import type { Work } from './plan-import.ts';

/**
 * Marks the rows that say what an earlier one has said, to be left out; the same answer in another category is not the same.
 * A row of our own format is the same by its id alone.
 */
export function markDuplicates(works: readonly Work[]): void {
  const seen = new Map<string, (string | null)[]>();
  const ids = new Set<Id>();
  for (const { row, content, node } of works) {
    if (content.skip !== null) continue;
    const key = JSON.stringify([node.path, content.title, bodyHash(content)]);
    const shortcodes = seen.get(key);
    const isSame = row.exact
      ? row.id !== null && ids.has(row.id)
      : (shortcodes?.some((other) => content.shortcode === null || content.shortcode === other) ?? false);
    if (isSame) content.skip = 'duplicate-in-file';
    if (row.id !== null) ids.add(row.id);
    if (shortcodes) shortcodes.push(content.shortcode);
    else seen.set(key, [content.shortcode]);
  }
}
