import type { InsightReply } from '../../../shared/contract/insight-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useWords } from '../../ui/words.tsx';

/** A reply in a table: its title opens it, its category stands below. */
export function ReplyName({ reply, onOpen }: { reply: InsightReply; onOpen: (id: Id) => void }) {
  const t = useWords(insightMessages);
  return (
    <>
      <button
        type="button"
        className="insight-link"
        title={reply.title}
        aria-label={t('open', { title: reply.title })}
        onClick={() => onOpen(reply.id)}
      >
        {reply.title}
      </button>
      <span className="insight-path">{reply.categoryPath.join(' › ') || t('uncategorized')}</span>
    </>
  );
}
