import { Badge, Progress } from '@mantine/core';
import { IconCheckbox } from '@tabler/icons-react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import { lintRule } from '../../../shared/domain/lint/rules.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { Nothing, Panel } from './panel.tsx';
import { RowsTable } from './rows-table.tsx';

const colors = { info: 'blue', warn: 'orange', block: 'red' };

/** How many replies each rule of the wording check objects to. */
export function LintPanel({ insight, onCsv }: { insight: Insight; onCsv: () => void }) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { lint, checking } = insight;
  const some = lint.length > 0;
  const percent = Math.floor((checking ?? 0) * 100);
  return (
    <Panel title={t('lint')} hint={some ? t('lint.hint') : undefined} onCsv={some ? onCsv : undefined}>
      {checking !== null && (
        <div className="insight-checking">
          <span role="status">{t('lint.checking', { percent })}</span>
          <Progress value={percent} size="sm" aria-label={t('lint.checking', { percent })} />
        </div>
      )}
      {some ? (
        <RowsTable
          rows={lint}
          keyOf={({ ruleId, severity }) => `${ruleId} ${severity}`}
          columns={[
            {
              head: t('column.rule'),
              cell: ({ ruleId }) =>
                lintRule(ruleId)?.words[locale].message ?? t('lint.unknownRule', { id: ruleId }),
            },
            {
              head: t('column.severity'),
              narrow: true,
              cell: ({ severity }) => (
                <Badge variant="light" radius="sm" size="sm" color={colors[severity]}>
                  {t(`severity.${severity}`)}
                </Badge>
              ),
            },
            {
              head: t('column.replies'),
              narrow: true,
              cell: ({ count }) => numberWords(count, locale),
            },
          ]}
        />
      ) : (
        checking === null && <Nothing icon={<IconCheckbox aria-hidden />} words={t('lint.empty')} />
      )}
    </Panel>
  );
}
