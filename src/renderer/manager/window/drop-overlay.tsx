import { IconFileImport } from '@tabler/icons-react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { useWords } from '../../ui/words.tsx';

/** Says what dropping will do while files are held over the window. */
export function DropOverlay() {
  const t = useWords(managerMessages);
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-card">
        <IconFileImport size={34} stroke={1.4} aria-hidden="true" />
        <strong>{t('drop.title')}</strong>
        <span>{t('drop.hint')}</span>
      </div>
    </div>
  );
}
