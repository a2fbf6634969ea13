import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where a menu opens, in CSS pixels of the window. */
export type MenuPoint = { x: number; y: number };

type ContextMenuProps = { at: MenuPoint | null; label: string; onClose: () => void; children: ReactNode };

/** A menu at the pointer or beside the line that the keyboard is on. Where the focus goes when it closes, `onClose` says. */
export function ContextMenu({ at, label, onClose, children }: ContextMenuProps) {
  return (
    <Menu
      opened={at !== null}
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom-start"
      offset={0}
      width={220}
      returnFocus={false}
      keepMounted={false}
    >
      <Menu.Target>
        <span className="menu-point" aria-hidden="true" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** Where a menu opens for an element that was reached by keyboard. */
export function pointBeside(element: Element | null): MenuPoint {
  const box = element?.getBoundingClientRect();
  return box ? { x: box.left + 24, y: box.bottom - 4 } : { x: 40, y: 40 };
}
