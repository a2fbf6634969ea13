import { ActionIcon, Button, Popover, Text, Tooltip } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { durationWords } from './figures.ts';

/** The figures that are read first. */
export function FigureCards({ insight, onCsv }: { insight: Insight; onCsv: () => void }) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { days, total, replies, neverUsedCount, savedTime } = insight;
  return (
    <dl className="insight-cards">
      <Card
        title={t('total')}
        value={numberWords(total, locale)}
        hint={t('totalHint', { days, average: numberWords(total / days, locale) })}
      />
      <Card title={t('savedTime')} value={durationWords(savedTime.seconds, t)} hint={t('savedTimeHint')}>
        <Formula insight={insight} onCsv={onCsv} />
      </Card>
      <Card
        title={t('replies')}
        value={numberWords(replies, locale)}
        hint={t('repliesHint', { unused: numberWords(neverUsedCount, locale) })}
      />
    </dl>
  );
}

function Card({
  title,
  value,
  hint,
  children,
}: {
  title: string;
  value: string;
  hint: string;
  children?: ReactNode;
}) {
  return (
    <div className="insight-card">
      <dt>{title}</dt>
      <dd className="insight-value">{value}</dd>
      <dd className="insight-card-hint">
        <span>{hint}</span>
        {children}
      </dd>
    </div>
  );
}

/** The formula of the time saved, with its numbers and what they rest on. */
function Formula({ insight: { savedTime }, onCsv }: { insight: Insight; onCsv: () => void }) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { pastes, characters, charactersPerSecond, secondsPerPaste, seconds } = savedTime;
  return (
    <Popover width={340} position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs">
          {t('formula')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('formula')}>
        <Text size="sm">
          {t('formula.words', {
            pastes: numberWords(pastes, locale),
            characters: numberWords(characters, locale),
            speed: numberWords(charactersPerSecond, locale),
            typing: durationWords(characters / charactersPerSecond, t),
            find: numberWords(secondsPerPaste, locale),
            finding: durationWords(pastes * secondsPerPaste, t),
            result: durationWords(seconds, t),
          })}
        </Text>
        <Text size="xs" c="dimmed" mt="xs">
          {t('formula.note')}
        </Text>
        <Tooltip label={t('csv')}>
          <ActionIcon mt="xs" aria-label={t('csvOf', { table: t('savedTime') })} onClick={onCsv}>
            <IconFileTypeCsv size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Dropdown>
    </Popover>
  );
}
