import type { MessageKey } from './zh-cn.ts';

export const en: Record<MessageKey, string> = {
  // Everywhere
  'app.name': 'Repartee',

  // Palette

  // Settings

  // Tray, notifications and dialogs
};
