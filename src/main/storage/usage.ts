import { localDay } from '../../shared/domain/local-day.ts';
import type { Id } from '../../shared/domain/reply.ts';
import { decayedScore } from '../../shared/domain/usage-score.ts';
import type { WritableDatabase } from './database.ts';

/** SQL for how many characters the default texts of the reply of a row of `usage_day` have; a surrogate pair counts as one. */
export const defaultTextLength = `(
  SELECT coalesce(sum(length(text)), 0) FROM reply_part
  WHERE reply_part.reply_id = usage_day.reply_id AND variant = 0 AND kind = 'text')`;

type ScoreRow = { score: number; scored_at: string };

/**
 * Counts one use of a reply in `app` (key of the app-quirks table): one more on the day, which is the calendar day where the
 * agent is, and one more on the decayed scores of all apps together and of this app.
 */
export function countUse(db: WritableDatabase, replyId: Id, app: string, now: Date): void {
  const at = now.toISOString();
  db.transaction(() => {
    db.prepare(
      `INSERT INTO usage_day (reply_id, day, count) VALUES (?, ?, 1)
       ON CONFLICT (reply_id, day) DO UPDATE SET count = count + 1`,
    ).run(replyId, localDay(now));
    const current = db.prepare<[string, string], ScoreRow>(
      'SELECT score, scored_at FROM usage_score WHERE reply_id = ? AND app = ?',
    );
    const save = db.prepare(
      `INSERT INTO usage_score (reply_id, app, score, scored_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (reply_id, app) DO UPDATE SET score = excluded.score, scored_at = excluded.scored_at`,
    );
    for (const key of new Set(['', app])) {
      const row = current.get(replyId, key);
      const before = row ? decayedScore(row.score, row.scored_at, at) : 0;
      save.run(replyId, key, before + 1, at);
    }
  }).immediate();
}
