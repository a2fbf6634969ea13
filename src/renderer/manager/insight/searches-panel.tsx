import { Button, Switch } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconMoodSmile, IconPencilPlus, IconSearchOff } from '@tabler/icons-react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { dateWords } from './figures.ts';
import { Nothing, Panel } from './panel.tsx';
import { RowsTable } from './rows-table.tsx';

export type SearchesPanelProps = {
  insight: Insight;
  onNewReply: (title: string) => void;
  onCsv: () => void;
  /** Something was changed here: the figures are to be read anew. */
  onChanged: () => void;
};

/** Searches that found nothing: each is a reply that is missing. */
export function SearchesPanel({ insight, onNewReply, onCsv, onChanged }: SearchesPanelProps) {
  const t = useWords(insightMessages);
  const { locale } = useLanguage();
  const { failedSearches, keepsFailedSearches } = insight;
  const some = failedSearches.length > 0;

  const closeProps = { 'aria-label': t('close') };

  function change(done: Promise<void>, said: string | null): void {
    done.then(
      () => {
        if (said !== null) notifications.show({ color: 'teal', message: said, closeButtonProps: closeProps });
        onChanged();
      },
      () => notifications.show({ color: 'red', message: t('searches.failed'), closeButtonProps: closeProps }),
    );
  }

  function askToClear(): void {
    modals.openConfirmModal({
      title: t('searches.clearTitle'),
      children: t('searches.clearBody', { count: failedSearches.length }),
      labels: { confirm: t('searches.clearConfirm'), cancel: t('cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('close') },
      onConfirm: () => change(api.clearFailedSearches(), t('searches.cleared')),
    });
  }

  return (
    <Panel
      title={t('searches')}
      hint={some ? t('searches.hint') : undefined}
      onCsv={some ? onCsv : undefined}
      tools={
        some && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={askToClear}>
            {t('searches.clear')}
          </Button>
        )
      }
    >
      {some ? (
        <RowsTable
          rows={failedSearches}
          keyOf={({ query }) => query}
          columns={[
            {
              head: t('column.query'),
              cell: ({ query, lastAt }) => (
                <>
                  <span className="insight-query">{query}</span>
                  <span className="insight-path">{dateWords(lastAt, locale)}</span>
                </>
              ),
            },
            { head: t('column.count'), narrow: true, cell: ({ count }) => numberWords(count, locale) },
            {
              head: t('column.action'),
              narrow: true,
              cell: ({ query }) => (
                <Button
                  variant="light"
                  size="compact-sm"
                  leftSection={<IconPencilPlus size={14} />}
                  aria-label={t('searches.writeFor', { query })}
                  onClick={() => onNewReply(query)}
                >
                  {t('searches.write')}
                </Button>
              ),
            },
          ]}
        />
      ) : (
        <Nothing
          icon={keepsFailedSearches ? <IconMoodSmile aria-hidden /> : <IconSearchOff aria-hidden />}
          words={keepsFailedSearches ? t('searches.empty') : t('searches.off')}
        />
      )}
      <Switch
        className="insight-keep"
        size="sm"
        checked={keepsFailedSearches}
        label={t('searches.keep')}
        description={t('searches.keepHint')}
        onChange={(event) => change(api.setKeepFailedSearches(event.currentTarget.checked), null)}
      />
    </Panel>
  );
}
