import { fillBodyHashes } from '../body-hash.ts';
import type { Migration } from '../migrate.ts';

/** Editing with undo, history and drafts; findings of the lint; searches without an answer. Frozen. */
export const manager: Migration = {
  version: 20,
  sql: `
    -- SHA-256 over texts and media of all variants: equal bodies are duplicates. Null until it was computed.
    ALTER TABLE reply ADD COLUMN body_hash TEXT;
    -- Who saved the present revision, and by which way.
    ALTER TABLE reply ADD COLUMN saved_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE reply ADD COLUMN saved_from TEXT NOT NULL DEFAULT 'starter';
    -- The second condition keeps the planner from scanning this index for every query about living replies.
    CREATE INDEX reply_by_body ON reply (body_hash) WHERE deleted_at IS NULL AND body_hash IS NOT NULL;
    CREATE INDEX reply_deleted ON reply (deleted_at) WHERE deleted_at IS NOT NULL;
    CREATE INDEX reply_tag_by_tag ON reply_tag (tag);

    -- Superseded revisions of a reply; the present one is the reply itself. Content holds the values, as JSON, that the
    -- next revision replaced.
    CREATE TABLE reply_revision (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      at TEXT NOT NULL,
      saved_by TEXT NOT NULL,
      saved_from TEXT NOT NULL,
      content TEXT NOT NULL,
      category_path TEXT NOT NULL,
      PRIMARY KEY (reply_id, revision)
    ) STRICT, WITHOUT ROWID;

    -- Unsaved changes. A draft of a new reply has no reply yet, hence no foreign key.
    CREATE TABLE reply_draft (
      reply_id TEXT PRIMARY KEY NOT NULL,
      revision INTEGER,
      content TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Steps of undo, the newest last; undone ones can be redone until another step is made.
    CREATE TABLE edit_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      label TEXT NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1))
    ) STRICT;
    CREATE TABLE edit_change (
      step_id INTEGER NOT NULL REFERENCES edit_step (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      entity TEXT NOT NULL CHECK (entity IN ('reply', 'category')),
      entity_id TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (step_id, position)
    ) STRICT, WITHOUT ROWID;

    -- What the lint found in a revision under a policy; policy is a hash of the rules and settings in force.
    CREATE TABLE reply_lint (
      reply_id TEXT PRIMARY KEY NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      policy TEXT NOT NULL,
      worst TEXT CHECK (worst IN ('info', 'warn', 'block'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reply_lint_worst ON reply_lint (worst) WHERE worst IS NOT NULL;
    CREATE TABLE lint_finding (
      reply_id TEXT NOT NULL REFERENCES reply_lint (reply_id) ON DELETE CASCADE,
      rule_id TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('info', 'warn', 'block')),
      count INTEGER NOT NULL,
      PRIMARY KEY (reply_id, rule_id)
    ) STRICT, WITHOUT ROWID;

    -- Holds all that the dashboard asks of a range of days.
    CREATE INDEX usage_day_by_day ON usage_day (day, count);

    -- Searches that ended without a result and without a paste. Kept on this computer, cleared on demand.
    CREATE TABLE failed_search (
      query TEXT PRIMARY KEY NOT NULL,
      count INTEGER NOT NULL,
      last_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  fill: fillBodyHashes,
};
