import type { ClipboardDriver } from './clipboard.ts';
import { type ElectronClipboard, linuxFormatsOf, writeFormats } from './electron-clipboard.ts';

/**
 * On Wayland replies are copied and the agent pastes, so nothing is ever borrowed: what looks like a loan is the copy
 * itself and stays.
 */
export function createWaylandClipboardDriver(electron: ElectronClipboard): ClipboardDriver {
  const copy: ClipboardDriver['copy'] = (content) => writeFormats(electron, linuxFormatsOf(content));
  return {
    async save() {
      return { formats: new Map(), text: await electron.clipboard.readText(), complete: true };
    },
    async lend(content) {
      await copy(content);
      return {
        waitUntilRead: () => Promise.resolve('waited'),
        isOurs: () => false,
        end() {},
      };
    },
    restore: () => Promise.resolve('kept-newer'),
    copy,
    handOver: () => null,
    close() {},
  };
}
