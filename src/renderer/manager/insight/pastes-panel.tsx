import { BarChart } from '@mantine/charts';
import { IconKeyboard } from '@tabler/icons-react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { barsOf, busiestDay, evenly } from './chart-data.ts';
import { dayWords } from './figures.ts';
import { Nothing, Panel } from './panel.tsx';

export type PastesPanelProps = {
  insight: Insight;
  /** The palette's hotkey as keys are written here; null when it is not registered. */
  hotkey: string | null;
  onCsv: () => void;
};

/** So many dates stand beside each other in the narrowest window. */
const mostTicks = 8;

/** Pastes of each day as bars, of each week for a whole year. */
export function PastesPanel({ insight, hotkey, onCsv }: PastesPanelProps) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { pastes, total, days } = insight;
  const busiest = busiestDay(pastes);
  if (busiest === null) {
    return (
      <Panel title={t('pastes')} wide>
        <Nothing
          icon={<IconKeyboard aria-hidden />}
          words={`${t('pastes.empty')}\n${
            hotkey === null ? t('pastes.emptyHintNoHotkey') : t('pastes.emptyHint', { hotkey })
          }`}
        />
      </Panel>
    );
  }

  const today = new Date();
  const inWords = (day: string) => dayWords(day, locale, today);
  const data = barsOf(pastes).map(({ from, to, count }) => ({
    label: from === to ? inWords(from) : t('weekOf', { from: inWords(from), to: inWords(to) }),
    axis: inWords(from),
    count,
  }));
  const axisOf = new Map(data.map(({ label, axis }) => [label, axis]));
  const summary = t('pastes.summary', {
    days,
    total: numberWords(total, locale),
    day: inWords(busiest.day),
    most: numberWords(busiest.count, locale),
  });
  return (
    <Panel title={t('pastes')} onCsv={onCsv} hint={summary} wide>
      <div className="insight-chart" role="img" aria-label={summary}>
        <BarChart
          h={200}
          data={data}
          dataKey="label"
          series={[{ name: 'count', label: t('pasteUnit'), color: 'var(--accent)' }]}
          valueFormatter={(value) => numberWords(value, locale)}
          maxBarWidth={36}
          barProps={{ isAnimationActive: false, radius: [2, 2, 0, 0] }}
          accessibilityLayer={false}
          textColor="var(--text-muted)"
          gridColor="var(--border)"
          xAxisProps={{
            tickFormatter: (label: string) => axisOf.get(label) ?? label,
            ticks: evenly(data, mostTicks).map(({ label }) => label),
            interval: 0,
          }}
          yAxisProps={{ width: 44, allowDecimals: false }}
        />
      </div>
    </Panel>
  );
}
