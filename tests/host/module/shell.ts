import { rmSync } from 'node:fs';
import type * as Electron from 'electron';
import { records } from './records.ts';

export const shell: Pick<
  Electron.Shell,
  'openExternal' | 'openPath' | 'showItemInFolder' | 'beep' | 'trashItem'
> = {
  async openExternal(url) {
    records.openedExternally.push(url);
  },
  async openPath(path) {
    records.openedPaths.push(path);
    return '';
  },
  showItemInFolder(path) {
    records.openedPaths.push(path);
  },
  beep() {},
  async trashItem(path) {
    rmSync(path, { recursive: true });
  },
};
