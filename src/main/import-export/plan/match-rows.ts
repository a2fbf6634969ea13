import type { Id } from '../../../shared/domain/reply.ts';
import type { ReplyKeys } from '../../storage/reply-keys.ts';

/** What a row of a file is recognised by. */
export type RowKeys = {
  /** Known to an export of our own. */
  id: Id | null;
  shortcode: string | null;
  /** Null when the category is not there yet. */
  place: { categoryId: Id | null } | null;
  title: string;
  bodyHash: string;
};

/**
 * Finds the reply of the library that each row is: by id, by shortcode, by category and title, or by its body, in this
 * order. No reply is taken by two rows, and the surer match of a later row comes before the weaker one of an earlier: of
 * three answers under one title, each finds its own. Null keys are rows that take no part.
 */
export function matchRows(
  rows: readonly (RowKeys | null)[],
  library: readonly ReplyKeys[],
): (ReplyKeys | null)[] {
  const found: (ReplyKeys | null)[] = rows.map(() => null);
  const taken = new Set<ReplyKeys>();

  function pass(
    rowKey: (row: RowKeys) => string | null,
    replyKey: (reply: ReplyKeys) => string | null,
  ): void {
    const index = new Map<string, ReplyKeys[]>();
    for (const reply of library) {
      const key = taken.has(reply) ? null : replyKey(reply);
      if (key === null) continue;
      const same = index.get(key);
      if (same) same.push(reply);
      else index.set(key, [reply]);
    }
    rows.forEach((row, number) => {
      const key = row === null || found[number] ? null : rowKey(row);
      const reply = key === null ? undefined : index.get(key)?.shift();
      if (!reply) return;
      found[number] = reply;
      taken.add(reply);
    });
  }

  const rowPlace = ({ place, title }: RowKeys) => (place ? placeKey(place.categoryId, title) : null);
  const replyPlace = ({ categoryId, title }: ReplyKeys) => placeKey(categoryId, title);
  pass(
    (row) => row.id,
    (reply) => reply.id,
  );
  pass(
    (row) => row.shortcode,
    (reply) => reply.shortcode,
  );
  pass(
    (row) => (row.place ? `${rowPlace(row)}\n${row.bodyHash}` : null),
    (reply) => `${replyPlace(reply)}\n${reply.bodyHash}`,
  );
  pass(rowPlace, replyPlace);
  pass(
    (row) => row.bodyHash,
    (reply) => reply.bodyHash,
  );
  return found;
}

function placeKey(categoryId: Id | null, title: string): string {
  return `${categoryId ?? ''}\n${title}`;
}
