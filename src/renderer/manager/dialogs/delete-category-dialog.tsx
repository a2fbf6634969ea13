import { Button, Modal } from '@mantine/core';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { treeMessages } from '../../../shared/i18n/areas/manager-tree.ts';
import { useWords } from '../../ui/words.tsx';
import type { TreeCategory } from '../tree/tree-model.ts';
import './dialogs.css';

type DeleteCategoryDialogProps = { category: TreeCategory; onDelete: () => void; onClose: () => void };

/** Asks before a category with many replies goes. */
export function DeleteCategoryDialog({ category, onDelete, onClose }: DeleteCategoryDialogProps) {
  const t = useWords(treeMessages);
  const tManager = useWords(managerMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      size={420}
      title={t('delete.title', { name: category.name })}
      closeButtonProps={{ 'aria-label': tManager('close') }}
    >
      <p className="dialog-text">{t('delete.text', { count: category.count.toLocaleString('en') })}</p>
      <div className="dialog-buttons">
        <Button variant="default" data-autofocus onClick={onClose}>
          {tManager('cancel')}
        </Button>
        <Button color="red" onClick={onDelete}>
          {t('delete.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
