import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useWords } from '../../ui/words.tsx';

export type PanelProps = {
  title: string;
  hint?: string | undefined;
  /** Saves what the panel shows; left out where there is nothing to save. */
  onCsv?: (() => void) | undefined;
  /** Stands beside the CSV button. */
  tools?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** One part of the dashboard with its heading. */
export function Panel({ title, hint, onCsv, tools, wide = false, children }: PanelProps) {
  const t = useWords(insightMessages);
  const id = useId();
  return (
    <section className="insight-panel" data-wide={wide || undefined} aria-labelledby={id}>
      <header className="insight-panel-head">
        <h3 id={id}>{title}</h3>
        <div className="insight-panel-tools">
          {tools}
          {onCsv && (
            <Tooltip label={t('csv')}>
              <ActionIcon aria-label={t('csvOf', { table: title })} onClick={onCsv}>
                <IconFileTypeCsv size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </header>
      {hint && (
        <Text className="insight-hint" size="xs">
          {hint}
        </Text>
      )}
      {children}
    </section>
  );
}

/** What a panel says when there is nothing to list. */
export function Nothing({ icon, words }: { icon: ReactNode; words: string }) {
  return (
    <div className="insight-nothing">
      {icon}
      <p>{words}</p>
    </div>
  );
}
