import { EventEmitter } from 'node:events';
import type { Menu } from './menu.ts';
import { records } from './records.ts';

/** A tray icon that is never drawn: tests find it in the records. */
export class Tray extends EventEmitter {
  readonly #record: (typeof records.trays)[number];

  constructor(_image: unknown) {
    super();
    this.#record = { toolTip: '', menu: null, destroyed: false, click: () => this.emit('click', {}) };
    records.trays.push(this.#record);
  }

  setContextMenu(menu: Menu | null): void {
    this.#record.menu = menu;
  }

  setToolTip(text: string): void {
    this.#record.toolTip = text;
  }

  setImage(): void {}

  setTitle(): void {}

  setIgnoreDoubleClickEvents(): void {}

  destroy(): void {
    this.#record.destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#record.destroyed;
  }
}
