import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { useWords } from '../../ui/words.tsx';

type ErrorBoundaryProps = { children: ReactNode };

/**
 * Keeps a fault in one part from taking the window with it. A class, since React offers this to classes only. React itself
 * writes the fault to the page's console.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Failed onRetry={() => this.setState({ failed: false })} />;
  }
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useWords(managerMessages);
  return (
    <div className="empty" role="alert">
      <span className="empty-icon" aria-hidden="true">
        <IconMoodSad size={26} stroke={1.5} />
      </span>
      <h3>{t('error.title')}</h3>
      <p>{t('error.detail')}</p>
      <div className="empty-actions">
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      </div>
    </div>
  );
}
