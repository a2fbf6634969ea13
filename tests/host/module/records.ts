import type { MenuItemConstructorOptions } from 'electron';

/** What an app shows outside its windows, kept for tests in place of a real display. */
export const records = {
  openedExternally: [] as string[],
  openedPaths: [] as string[],
  dialogs: [] as { kind: 'message' | 'open' | 'save' | 'error'; options: unknown }[],
  /** Answers for the next dialogs, first in first out; without one a dialog is cancelled. */
  dialogAnswers: [] as unknown[],
  notifications: [] as { title: string; body: string; click: () => void }[],
  trays: [] as { toolTip: string; menu: MenuRecord | null; destroyed: boolean; click: () => void }[],
  loginItem: { openAtLogin: false } as { openAtLogin: boolean; args?: string[] },
  /** Targets under which other programs have read our clipboard. */
  selectionReads: [] as string[],
  relaunched: false,
};

export type MenuRecord = { items: MenuItemRecord[] };
export type MenuItemRecord = {
  label: string;
  type: NonNullable<MenuItemConstructorOptions['type']>;
  enabled: boolean;
  checked: boolean;
  click: () => void;
};
