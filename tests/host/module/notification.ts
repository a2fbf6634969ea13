import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { records } from './records.ts';

/** A notification that is never drawn: tests find it in the records. */
export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    const { title, body } = this;
    records.notifications.push({ title, body, click: () => this.emit('click', {}) });
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
