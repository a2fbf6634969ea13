CREATE TABLE category (
      id TEXT PRIMARY KEY NOT NULL,
      library_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
      parent_id TEXT REFERENCES category (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      color TEXT,
      position INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

CREATE INDEX category_by_parent ON category (library_id, parent_id, position);

CREATE INDEX category_by_parent_only ON category (parent_id);

CREATE TABLE edit_change (
      step_id INTEGER NOT NULL REFERENCES edit_step (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      entity TEXT NOT NULL CHECK (entity IN ('reply', 'category')),
      entity_id TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (step_id, position)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE edit_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      label TEXT NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1))
    ) STRICT;

CREATE TABLE failed_search (
      query TEXT PRIMARY KEY NOT NULL,
      count INTEGER NOT NULL,
      last_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE library (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      tier TEXT NOT NULL CHECK (tier IN ('personal', 'team')),
      origin TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

CREATE TABLE lint_finding (
      reply_id TEXT NOT NULL REFERENCES reply_lint (reply_id) ON DELETE CASCADE,
      rule_id TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('info', 'warn', 'block')),
      count INTEGER NOT NULL,
      PRIMARY KEY (reply_id, rule_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE media (
      hash TEXT PRIMARY KEY NOT NULL,
      mime TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER,
      height INTEGER,
      created_at TEXT NOT NULL
    ) STRICT;

CREATE TABLE paste_log (
      id INTEGER PRIMARY KEY,
      reply_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      at TEXT NOT NULL,
      app TEXT NOT NULL,
      outcome TEXT NOT NULL
    ) STRICT;

CREATE INDEX paste_log_by_time ON paste_log (at);

CREATE TABLE reply (
      id TEXT PRIMARY KEY NOT NULL,
      library_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
      category_id TEXT REFERENCES category (id) ON DELETE SET NULL,
      title TEXT NOT NULL,
      shortcode TEXT,
      note TEXT NOT NULL,
      valid_from TEXT,
      valid_until TEXT,
      successor_id TEXT,
      favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
      revision INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    , body_hash TEXT, saved_by TEXT NOT NULL DEFAULT '', saved_from TEXT NOT NULL DEFAULT 'starter') STRICT;

CREATE INDEX reply_by_body ON reply (body_hash) WHERE deleted_at IS NULL AND body_hash IS NOT NULL;

CREATE INDEX reply_by_category ON reply (category_id);

CREATE TABLE reply_change (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      reply_id TEXT NOT NULL UNIQUE
    ) STRICT;

CREATE INDEX reply_deleted ON reply (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE reply_draft (
      reply_id TEXT PRIMARY KEY NOT NULL,
      revision INTEGER,
      content TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX reply_favourite ON reply (favourite) WHERE favourite = 1 AND deleted_at IS NULL;

CREATE TABLE reply_lint (
      reply_id TEXT PRIMARY KEY NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      policy TEXT NOT NULL,
      worst TEXT CHECK (worst IN ('info', 'warn', 'block'))
    ) STRICT, WITHOUT ROWID;

CREATE INDEX reply_lint_worst ON reply_lint (worst) WHERE worst IS NOT NULL;

CREATE TABLE reply_next (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      next_id TEXT NOT NULL,
      PRIMARY KEY (reply_id, position)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE reply_part (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      variant INTEGER NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'image', 'file')),
      text TEXT NOT NULL,
      media_hash TEXT REFERENCES media (hash),
      CHECK ((kind = 'text') = (media_hash IS NULL)),
      PRIMARY KEY (reply_id, variant, position)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX reply_part_media ON reply_part (media_hash) WHERE media_hash IS NOT NULL;

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

CREATE UNIQUE INDEX reply_shortcode ON reply (library_id, shortcode)
      WHERE shortcode IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE reply_tag (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      tag TEXT NOT NULL,
      PRIMARY KEY (reply_id, position)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX reply_tag_by_tag ON reply_tag (tag);

CREATE TABLE setting (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE usage_day (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      day TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (reply_id, day)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX usage_day_by_day ON usage_day (day, count);

CREATE TABLE usage_removed (
      day TEXT PRIMARY KEY NOT NULL,
      count INTEGER NOT NULL,
      characters INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE usage_score (
      reply_id TEXT NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
      app TEXT NOT NULL,
      score REAL NOT NULL,
      scored_at TEXT NOT NULL,
      PRIMARY KEY (reply_id, app)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX usage_score_by_app ON usage_score (app, scored_at);
