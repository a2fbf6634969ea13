import type { MessageKey } from './zh-cn.ts';

/** Traditional Chinese as used in Taiwan. */
export const zhTw: Record<MessageKey, string> = {
  // Everywhere
  'app.name': '妙答',

  // Palette

  // Settings

  // Tray, notifications and dialogs
};
