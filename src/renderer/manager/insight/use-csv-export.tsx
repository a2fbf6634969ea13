import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { insightMessages } from '../../../shared/i18n/areas/insight.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { saveProblemWords } from './save-problem.ts';
import type { Period } from './use-insight.ts';

export type InsightTable = Parameters<typeof api.exportInsight>[0];

/** Saves a table as CSV where the person says, and tells how that ended. */
export function useCsvExport(days: Period): (table: InsightTable) => void {
  const t = useWords(insightMessages);
  return useCallback(
    (table) => {
      const closeButtonProps = { 'aria-label': t('close') };
      void api.exportInsight(table, days).then(
        (saved) => {
          if (saved === null) return;
          if (!saved.ok) {
            notifications.show({
              color: 'red',
              message: saveProblemWords(saved.error, t),
              autoClose: false,
              closeButtonProps,
            });
            return;
          }
          const { path, count } = saved.value;
          notifications.show({
            color: 'teal',
            closeButtonProps,
            message: (
              <Group gap="sm" justify="space-between">
                <Text size="sm">{t('saved', { count })}</Text>
                <Button variant="subtle" size="compact-sm" onClick={() => void api.showInFolder(path)}>
                  {t('showInFolder')}
                </Button>
              </Group>
            ),
          });
        },
        () => {
          const message = t('searches.failed');
          notifications.show({ color: 'red', message, autoClose: false, closeButtonProps });
        },
      );
    },
    [days, t],
  );
}
