import { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import { useWords } from '../ui/words.tsx';
import { Dialog } from './dialog.tsx';

type RestoreDialogProps = { title: string; confirm: string; onClose: () => void; onConfirm: () => void };

/** Says what a restore does before it is done. */
export function RestoreDialog({ title, confirm, onClose, onConfirm }: RestoreDialogProps) {
  const t = useWords(settingsBackups);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </button>
        </>
      }
    >
      <ul className="points">
        <li>{t('restore.replaces')}</li>
        <li>{t('restore.kept')}</li>
        <li>{t('restore.media')}</li>
        <li>{t('restore.restart')}</li>
      </ul>
    </Dialog>
  );
}
