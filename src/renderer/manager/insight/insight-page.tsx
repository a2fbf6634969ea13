import './insight.css';
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconShieldLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ManagerView } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { acceleratorText } from '../../ui/accelerator-text.ts';
import { useWords } from '../../ui/words.tsx';
import { FigureCards } from './figure-cards.tsx';
import { LintPanel } from './lint-panel.tsx';
import { PastesPanel } from './pastes-panel.tsx';
import { ExpiringPanel, NeverUsedPanel, TopPanel } from './reply-panels.tsx';
import { SearchesPanel } from './searches-panel.tsx';
import { useCsvExport } from './use-csv-export.tsx';
import { type Period, useInsight } from './use-insight.ts';

export type InsightPageProps = {
  view: ManagerView;
  /** Shows a reply in list and editor. */
  onOpenReply: (id: Id) => void;
  /** Starts a new reply with this title, from a search without an answer. */
  onNewReply: (title: string) => void;
  onClose: () => void;
};

const periods: readonly Period[] = [7, 30, 90, 365];

/** The dashboard of the own library. It takes the place of list and editor. */
export function InsightPage({ view, onOpenReply, onNewReply, onClose }: InsightPageProps) {
  const t = useWords(insightMessages);
  const [days, setDays] = useState<Period>(30);
  const { insight, failed, refresh } = useInsight(days);
  const saveCsv = useCsvExport(days);
  const heading = useRef<HTMLHeadingElement>(null);

  // The page replaces what had the focus: a screen reader starts at its heading, Tab goes on from there.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className="insight" aria-labelledby="insight-title">
      <header className="insight-head">
        <Tooltip label={t('back')}>
          <ActionIcon aria-label={t('back')} onClick={onClose}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <h2 id="insight-title" ref={heading} tabIndex={-1}>
          {t('title')}
        </h2>
        <span className="insight-local">
          <IconShieldLock size={14} aria-hidden />
          {t('local')}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('range')}
          value={String(days)}
          onChange={(value) => setDays(Number(value) as Period)}
          data={periods.map((period) => ({ value: String(period), label: t(`range.${period}`) }))}
        />
      </header>
      <div className="insight-body" aria-busy={insight === null}>
        {failed && (
          <div className="insight-failed" role="alert">
            <p>{t('failed')}</p>
            <Button size="xs" onClick={refresh}>
              {t('retry')}
            </Button>
          </div>
        )}
        {insight === null && !failed && (
          <p className="insight-loading" role="status">
            {t('loading')}
          </p>
        )}
        {insight !== null && (
          <>
            <FigureCards insight={insight} onCsv={() => saveCsv('saved-time')} />
            <div className="insight-panels">
              <PastesPanel
                insight={insight}
                hotkey={view.hotkey === null ? null : acceleratorText(view.hotkey, view.platform)}
                onCsv={() => saveCsv('pastes')}
              />
              <div className="insight-column">
                <TopPanel insight={insight} onOpen={onOpenReply} onCsv={() => saveCsv('top')} />
                <NeverUsedPanel insight={insight} onOpen={onOpenReply} onCsv={() => saveCsv('never-used')} />
              </div>
              <div className="insight-column">
                <SearchesPanel
                  insight={insight}
                  onNewReply={onNewReply}
                  onCsv={() => saveCsv('searches')}
                  onChanged={refresh}
                />
                <ExpiringPanel insight={insight} onOpen={onOpenReply} onCsv={() => saveCsv('expiring')} />
                <LintPanel insight={insight} onCsv={() => saveCsv('lint')} />
              </div>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
