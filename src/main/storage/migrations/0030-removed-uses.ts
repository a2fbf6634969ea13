import type { Migration } from '../migrate.ts';

/** Uses of replies that were removed for good, so that the dashboard's days stay what they were. Frozen. */
export const removedUses: Migration = {
  version: 30,
  sql: `
    -- Characters are those of the default texts, each as often as it was pasted.
    CREATE TABLE usage_removed (
      day TEXT PRIMARY KEY NOT NULL,
      count INTEGER NOT NULL,
      characters INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
