import { Button } from '@mantine/core';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { useWords } from '../../ui/words.tsx';

/** What the window shows when not even the libraries could be read. */
export function LoadFailure({ onRetry }: { onRetry: () => void }) {
  const t = useWords(managerMessages);
  return (
    <div className="manager">
      <div className="empty" role="alert">
        <p>{t('error.load')}</p>
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      </div>
    </div>
  );
}
