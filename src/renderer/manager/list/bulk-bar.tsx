import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarTime,
  IconCopy,
  IconFileExport,
  IconFolderSymlink,
  IconTag,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Id } from '../../../shared/domain/reply.ts';
import { listMessages } from '../../../shared/i18n/areas/manager-list.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReplyCommands } from './reply-commands.ts';

type BulkBarProps = { ids: readonly Id[]; inTrash: boolean; commands: ReplyCommands };

/** What can be done with several selected replies, at the foot of the list. */
export function BulkBar({ ids, inTrash, commands }: BulkBarProps) {
  const t = useWords(listMessages);
  const count = ids.length.toLocaleString('en');
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')}>
      <span className="bulk-count">{t('count.selected', { count })}</span>
      {inTrash ? (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconArrowBackUp size={15} stroke={1.7} />}
          onClick={() => commands.restore(ids)}
        >
          {t('menu.restore')}
        </Button>
      ) : (
        <>
          <Tool icon={IconFolderSymlink} label={t('menu.move')} onClick={() => commands.move(ids)} />
          <Tool icon={IconTag} label={t('menu.tags')} onClick={() => commands.tag(ids)} />
          <Tool
            icon={IconCalendarTime}
            label={t('menu.validity')}
            onClick={() => commands.setValidity(ids)}
          />
          <Tool icon={IconCopy} label={t('menu.duplicate')} onClick={() => commands.duplicate(ids)} />
          <Tool icon={IconFileExport} label={t('menu.export')} onClick={commands.export} />
          <Tool icon={IconTrash} label={t('menu.delete')} red onClick={() => commands.delete(ids)} />
        </>
      )}
    </div>
  );
}

type ToolProps = { icon: TablerIcon; label: string; red?: boolean; onClick: () => void };

function Tool({ icon: Icon, label, red = false, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} color={red ? 'red' : 'gray'} onClick={onClick}>
        <Icon size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
