import { worstSeverity } from '../../shared/domain/lint/lint.ts';
import type { LintFinding } from '../../shared/domain/lint/lint-rule.ts';
import type { Id, Part } from '../../shared/domain/reply.ts';
import type { WritableDatabase } from './database.ts';

/** A reply as the lint reads it: its texts alone. */
export type LintableReply = {
  id: Id;
  revision: number;
  title: string;
  variants: Part[][];
};

/** One step through the replies. */
export type LintPage = {
  /** Those of the page that were not checked in this revision under this policy. */
  unchecked: Id[];
  /** How many replies the page has, and its last one; null when there are no more. */
  seen: number;
  last: Id | null;
};

/** What the lint found, by reply and rule. Derived from the replies: it may be lost and is made again. */
export type LintFindings = {
  /** The replies after the id `after`, at most `limit` of them; `''` begins. The trash is left out. */
  page: (after: Id | '', policy: string, limit: number) => LintPage;
  /** Null when the reply is gone or in the trash. */
  read: (id: Id) => LintableReply | null;
  /** Takes the place of what was found before. To be called within a transaction. */
  save: (
    reply: Pick<LintableReply, 'id' | 'revision'>,
    policy: string,
    findings: readonly Pick<LintFinding, 'ruleId' | 'severity'>[],
  ) => void;
  /** How many replies there are to check. */
  total: () => number;
};

type PageRow = { id: string; isChecked: 0 | 1 };
type ReplyRow = { revision: number; title: string };
type PartRow = { variant: number; kind: string; text: string };

/** Prepares the statements for reading replies and keeping findings. */
export function lintFindings(db: WritableDatabase): LintFindings {
  const page = db.prepare<{ after: string; policy: string; limit: number }, PageRow>(
    `SELECT reply.id, kept.reply_id IS NOT NULL AS isChecked
     FROM reply LEFT JOIN reply_lint AS kept
       ON kept.reply_id = reply.id AND kept.revision = reply.revision AND kept.policy = :policy
     WHERE reply.id > :after AND reply.deleted_at IS NULL
     ORDER BY reply.id LIMIT :limit`,
  );
  const reply = db.prepare<[string], ReplyRow>(
    'SELECT revision, title FROM reply WHERE id = ? AND deleted_at IS NULL',
  );
  const parts = db.prepare<[string], PartRow>(
    'SELECT variant, kind, text FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
  );
  const saveReply = db.prepare(
    `INSERT INTO reply_lint (reply_id, revision, policy, worst) VALUES (?, ?, ?, ?)
     ON CONFLICT (reply_id) DO UPDATE SET
       revision = excluded.revision, policy = excluded.policy, worst = excluded.worst`,
  );
  const forget = db.prepare('DELETE FROM lint_finding WHERE reply_id = ?');
  const saveFinding = db.prepare(
    'INSERT INTO lint_finding (reply_id, rule_id, severity, count) VALUES (?, ?, ?, ?)',
  );
  const total = db.prepare<[], number>('SELECT count(*) FROM reply WHERE deleted_at IS NULL').pluck();

  return {
    page(after, policy, limit) {
      const rows = page.all({ after, policy, limit });
      const unchecked = rows.filter((row) => row.isChecked === 0).map(({ id }) => id);
      return { unchecked, seen: rows.length, last: rows.at(-1)?.id ?? null };
    },

    read(id) {
      const row = reply.get(id);
      if (!row) return null;
      const variants: Part[][] = [];
      for (const { variant, kind, text } of parts.all(id)) {
        variants[variant] ??= [];
        if (kind === 'text') variants[variant]?.push({ kind: 'text', text });
      }
      return { id, ...row, variants };
    },

    save({ id, revision }, policy, findings) {
      saveReply.run(id, revision, policy, worstSeverity(findings));
      forget.run(id);
      const byRule = Map.groupBy(findings, ({ ruleId }) => ruleId);
      for (const [ruleId, found] of byRule) saveFinding.run(id, ruleId, worstSeverity(found), found.length);
    },

    total: () => total.get() ?? 0,
  };
}
