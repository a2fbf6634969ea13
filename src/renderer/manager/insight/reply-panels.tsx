import { IconCalendarCheck, IconChartBar, IconMoodSmile } from '@tabler/icons-react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { dateWords } from './figures.ts';
import { Nothing, Panel } from './panel.tsx';
import { ReplyName } from './reply-name.tsx';
import { RowsTable } from './rows-table.tsx';

type ReplyPanelProps = { insight: Insight; onOpen: (id: Id) => void; onCsv: () => void };

/** What is pasted most. */
export function TopPanel({ insight, onOpen, onCsv }: ReplyPanelProps) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const most = Math.max(1, ...insight.top.map(({ count }) => count));
  return (
    <Panel title={t('top')} onCsv={insight.top.length > 0 ? onCsv : undefined}>
      {insight.top.length === 0 ? (
        <Nothing icon={<IconChartBar aria-hidden />} words={t('top.empty')} />
      ) : (
        <RowsTable
          rows={insight.top}
          keyOf={({ id }) => id}
          columns={[
            { head: t('column.title'), cell: (row) => <ReplyName reply={row} onOpen={onOpen} /> },
            {
              head: t('column.count'),
              narrow: true,
              cell: ({ count }) => (
                <>
                  <meter className="insight-meter" min={0} max={most} value={count} aria-hidden />
                  <span className="insight-count">{numberWords(count, locale)}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** What nobody has ever pasted. */
export function NeverUsedPanel({ insight, onOpen, onCsv }: ReplyPanelProps) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { neverUsed, neverUsedCount, replies } = insight;
  const partly = neverUsedCount > neverUsed.length;
  const hint = partly
    ? t('neverUsed.hint', { count: numberWords(neverUsedCount, locale), shown: neverUsed.length })
    : t('neverUsed.hintAll');
  const some = neverUsed.length > 0;
  return (
    <Panel title={t('neverUsed')} hint={some ? hint : undefined} onCsv={some ? onCsv : undefined}>
      {some ? (
        <RowsTable
          rows={neverUsed}
          keyOf={({ id }) => id}
          columns={[
            { head: t('column.title'), cell: (row) => <ReplyName reply={row} onOpen={onOpen} /> },
            {
              head: t('column.created'),
              narrow: true,
              cell: ({ createdAt }) => dateWords(createdAt, locale),
            },
          ]}
        />
      ) : (
        <Nothing
          icon={<IconMoodSmile aria-hidden />}
          words={replies === 0 ? t('neverUsed.noReplies') : t('neverUsed.empty')}
        />
      )}
    </Panel>
  );
}

/** What cannot be pasted any more before long. */
export function ExpiringPanel({ insight, onOpen, onCsv }: ReplyPanelProps) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { expiring, expiringCount } = insight;
  const some = expiring.length > 0;
  const partly = expiringCount > expiring.length;
  const hint = partly
    ? t('expiring.hintPartly', { count: numberWords(expiringCount, locale), shown: expiring.length })
    : t('expiring.hint');
  return (
    <Panel title={t('expiring')} hint={some ? hint : undefined} onCsv={some ? onCsv : undefined}>
      {some ? (
        <RowsTable
          rows={expiring}
          keyOf={({ id }) => id}
          columns={[
            { head: t('column.title'), cell: (row) => <ReplyName reply={row} onOpen={onOpen} /> },
            {
              head: t('column.validUntil'),
              narrow: true,
              cell: ({ validUntil }) => dateWords(validUntil, locale),
            },
          ]}
        />
      ) : (
        <Nothing icon={<IconCalendarCheck aria-hidden />} words={t('expiring.empty')} />
      )}
    </Panel>
  );
}
