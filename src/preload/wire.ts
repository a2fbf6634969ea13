import { contextBridge, ipcRenderer } from 'electron';
import type { Wire } from '../shared/ipc.ts';

/**
 * Exposes `window.repartee`, a wire to the channels of one window. It holds no logic: main checks who asks
 * and validates what is asked.
 */
export function exposeWire(windowName: 'palette' | 'settings' | 'manager'): void {
  const wire: Wire = {
    call: (name, ...args) => ipcRenderer.invoke(`${windowName}:${name}`, ...args),
    on: (name, listener) => {
      const channel = `${windowName}:${name}`;
      const forward = (_event: unknown, payload: unknown) => listener(payload);
      ipcRenderer.on(channel, forward);
      return () => {
        ipcRenderer.removeListener(channel, forward);
      };
    },
  };
  contextBridge.exposeInMainWorld('repartee', wire);
}
