import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarTime,
  IconCopy,
  IconFileExport,
  IconFolderSymlink,
  IconPencil,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import type { Id } from '../../../shared/domain/reply.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import { ContextMenu, type MenuPoint } from '../ui/context-menu.tsx';
import type { ReplyCommands } from './reply-commands.ts';

type ListMenuProps = {
  at: MenuPoint | null;
  ids: readonly Id[];
  inTrash: boolean;
  commands: ReplyCommands;
  onSelectAll: () => void;
  onClose: () => void;
};

const icon = { size: 15, stroke: 1.7 } as const;

/** Everything that can be done with the selected replies. */
export function ListMenu({ at, ids, inTrash, commands, onSelectAll, onClose }: ListMenuProps) {
  const t = useWords(listMessages);
  const key = (name: string) => <span className="menu-key">{name}</span>;
  return (
    <ContextMenu at={at} label={t('menu.label')} onClose={onClose}>
      {inTrash ? (
        <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => commands.restore(ids)}>
          {t('menu.restore')}
        </Menu.Item>
      ) : (
        <>
          {ids.length === 1 && (
            <Menu.Item
              leftSection={<IconPencil {...icon} />}
              rightSection={key('Enter')}
              onClick={commands.edit}
            >
              {t('menu.edit')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconFolderSymlink {...icon} />}
            rightSection={key('Ctrl+Shift+M')}
            onClick={() => commands.move(ids)}
          >
            {t('menu.move')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTag {...icon} />} onClick={() => commands.tag(ids)}>
            {t('menu.tags')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarTime {...icon} />} onClick={() => commands.setValidity(ids)}>
            {t('menu.validity')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy {...icon} />}
            rightSection={key('Ctrl+D')}
            onClick={() => commands.duplicate(ids)}
          >
            {t('menu.duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileExport {...icon} />} onClick={commands.export}>
            {t('menu.export')}
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      <Menu.Item rightSection={key('Ctrl+A')} onClick={onSelectAll}>
        {t('menu.selectAll')}
      </Menu.Item>
      {!inTrash && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash {...icon} />}
          rightSection={key('Del')}
          onClick={() => commands.delete(ids)}
        >
          {t('menu.delete')}
        </Menu.Item>
      )}
    </ContextMenu>
  );
}
