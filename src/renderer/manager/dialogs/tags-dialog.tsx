import { Button, Modal, MultiSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import { cleanTags, maxTags } from '../../../shared/domain/tags.ts';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { dialogMessages } from '../../../shared/i18n/areas/manager-dialogs.ts';
import { useWords } from '../../ui/words.tsx';
import './dialogs.css';

type TagsDialogProps = {
  count: number;
  tags: LibraryTree['tags'];
  onApply: (add: string[], remove: string[]) => void;
  onClose: () => void;
};

/** Adds tags to replies and takes others away. */
export function TagsDialog({ count, tags, onApply, onClose }: TagsDialogProps) {
  const t = useWords(dialogMessages);
  const tManager = useWords(managerMessages);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const names = tags.map(({ tag }) => tag);

  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={count === 1 ? t('tags.title.one') : t('tags.title', { count })}
      closeButtonProps={{ 'aria-label': tManager('close') }}
    >
      <TagsInput
        data-autofocus
        label={t('tags.add')}
        {...(add.length === 0 ? { placeholder: t('tags.add.placeholder') } : {})}
        data={names.filter((tag) => !remove.includes(tag))}
        limit={50}
        maxTags={maxTags}
        value={add}
        onChange={(next) => setAdd(cleanTags(next))}
        openOnFocus={false}
        splitChars={[',', '，', '、', ';', '；']}
        acceptValueOnBlur
      />
      <MultiSelect
        mt="sm"
        label={t('tags.remove')}
        {...(remove.length === 0 ? { placeholder: t('tags.remove.placeholder') } : {})}
        data={names.filter((tag) => !add.includes(tag))}
        limit={50}
        searchable
        nothingFoundMessage={t('tags.none')}
        value={remove}
        onChange={setRemove}
      />
      <div className="dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {tManager('cancel')}
        </Button>
        <Button disabled={add.length + remove.length === 0} onClick={() => onApply(add, remove)}>
          {t('tags.apply')}
        </Button>
      </div>
    </Modal>
  );
}
