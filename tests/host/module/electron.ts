/** The module that the app gets as `electron`. */
import { EventEmitter } from 'node:events';
import { browserPid } from './host.ts';
import { nativeTheme } from './native-theme.ts';
import { records } from './records.ts';
import { askPermission, checkPermission } from './session.ts';
import './stand-in.ts';
import { WebContents } from './web-contents.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ClipboardItem, clipboard } from './clipboard.ts';
export { dialog } from './dialog.ts';
export { globalShortcut } from './global-shortcut.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, MenuItem } from './menu.ts';
export { nativeImage } from './native-image.ts';
export { nativeTheme } from './native-theme.ts';
export { Notification } from './notification.ts';
export { protocol } from './protocol.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { Tray } from './tray.ts';
export { utilityProcess } from './utility-process.ts';
export { WebContents as webContents } from './web-contents.ts';

export const systemPreferences = Object.assign(new EventEmitter(), {
  isTrustedAccessibilityClient: () => true,
});

const anyContents = () => WebContents.getAllWebContents()[0];

globalThis.standIn = {
  records,
  browserPid,
  setSystemDark: (dark) => nativeTheme.setSystemDark(dark),
  askPermission: (permission) => askPermission(anyContents(), permission),
  checkPermission: (permission, origin) => checkPermission(anyContents(), permission, origin),
};
