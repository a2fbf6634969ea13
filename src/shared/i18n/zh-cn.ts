/** Simplified Chinese, the reference catalogue: its keys are the keys of all. Grouped by the window that shows them. */
export const zhCn = {
  // Everywhere
  'app.name': '妙答',

  // Palette

  // Settings

  // Tray, notifications and dialogs
} as const;

export type MessageKey = keyof typeof zhCn;
