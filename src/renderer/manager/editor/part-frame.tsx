import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import type { HTMLAttributes, ReactNode } from 'react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import type { EditPart } from './edit-form.ts';
import { useEditorTools } from './editor-tools.tsx';

type Props = {
  edit: EditPart;
  index: number;
  count: number;
  handleProps: HTMLAttributes<HTMLElement>;
  onMove: (to: number) => void;
  onRemove: () => void;
  children: ReactNode;
};

/** What stands around every part: the handle to drag it by and its menu. */
export function PartFrame({ edit, index, count, handleProps, onMove, onRemove, children }: Props) {
  const t = useWords(editorMessages);
  const { readOnly } = useEditorTools();
  // The only text of a wording has no place to go to, and nothing is left without it.
  const isAlone = count === 1 && edit.part.kind === 'text';
  if (readOnly || isAlone) return <div className="part-body">{children}</div>;
  return (
    <>
      <span className="part-handle" title={t('part.drag')} {...handleProps} data-single={count === 1}>
        <IconGripVertical size={14} aria-hidden />
      </span>
      <div className="part-body">{children}</div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            className="part-menu"
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('part.menu', { number: index + 1 })}
          >
            <IconDotsVertical size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={14} />}
            rightSection={<span className="shortcut">Alt+↑</span>}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            {t('part.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={14} />}
            rightSection={<span className="shortcut">Alt+↓</span>}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            {t('part.down')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={onRemove}>
            {t('part.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
