import type * as Electron from 'electron';
import type { Selection } from '../desktop/contract.ts';
import { call, desktopEvents, post } from '../desktop/desktop.ts';
import { records } from './records.ts';

type Payload = string | Blob | Promise<string | Blob> | (() => Promise<string | Blob>);

const textTargets = ['UTF8_STRING', 'text/plain;charset=utf-8', 'STRING', 'TEXT', 'text/plain'];

/** Targets that are about the conversation itself. */
const protocolTargets = new Set(['TARGETS', 'MULTIPLE', 'TIMESTAMP', 'SAVE_TARGETS', 'DELETE', 'INCR']);

const standardTypes = new Set([
  'text/html',
  'text/rtf',
  'text/uri-list',
  'image/png',
  'image/jpeg',
  'image/svg+xml',
]);

const rawFormat = /^electron application\/osclipboard;format="(.*)"$/;

/** The X target of a type of the clipboard API. */
function targetOf(type: string): string {
  return rawFormat.exec(type)?.[1] ?? type;
}

/** The type under which the clipboard API shows an X target; `null` for those it hides. */
function typeOf(target: string): string | null {
  if (textTargets.includes(target)) {
    return 'text/plain';
  }
  if (protocolTargets.has(target)) {
    return null;
  }
  return standardTypes.has(target) ? target : `electron application/osclipboard;format="${target}"`;
}

/** A clipboard entry. One that was read fetches a payload when it is asked for, from whoever owns the clipboard then. */
export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly #payloads: Record<string, Payload>;

  constructor(items: Record<string, Payload>) {
    this.#payloads = items;
  }

  get types(): string[] {
    return Object.keys(this.#payloads);
  }

  async getType(type: string): Promise<Blob> {
    const payload = this.#payloads[type];
    if (payload === undefined) {
      throw new Error(`The type '${type}' was not found`);
    }
    const value = await (typeof payload === 'function' ? payload() : payload);
    return value instanceof Blob ? value : new Blob([value], { type });
  }
}

class Clipboard implements Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'> {
  readonly #name: Selection;

  constructor(name: Selection) {
    this.#name = name;
  }

  clear(): void {
    post('clearSelection', { selection: this.#name });
  }

  async has(type: string): Promise<boolean> {
    return (await this.#types()).has(type);
  }

  async read(): Promise<ClipboardItem[]> {
    const types = await this.#types();
    if (types.size === 0) {
      return [];
    }
    const fetchers = [...types].map((type) => [type, () => this.#fetch(type)] as const);
    return [new ClipboardItem(Object.fromEntries(fetchers))];
  }

  async readText(): Promise<string> {
    const bytes = await call('readSelection', { selection: this.#name, targets: textTargets });
    return bytes ? Buffer.from(bytes).toString('utf8') : '';
  }

  async write(items: ClipboardItem[]): Promise<void> {
    const payloads: Record<string, Uint8Array> = {};
    for (const item of items) {
      for (const type of item.types) {
        payloads[targetOf(type)] = new Uint8Array(await (await item.getType(type)).arrayBuffer());
      }
    }
    await call('ownSelection', { selection: this.#name, payloads });
  }

  writeText(text: string): Promise<void> {
    return this.write([new ClipboardItem({ 'text/plain': text })]);
  }

  async #types(): Promise<Set<string>> {
    const targets = await call('selectionTargets', { selection: this.#name });
    return new Set(targets.map(typeOf).filter((type) => type !== null));
  }

  async #fetch(type: string): Promise<Blob> {
    const targets = type === 'text/plain' ? textTargets : [targetOf(type)];
    const bytes = await call('readSelection', { selection: this.#name, targets });
    if (!bytes) {
      throw new Error(`The type '${type}' is not on the clipboard any more`);
    }
    return new Blob([new Uint8Array(bytes)], { type });
  }
}

export const clipboard = Object.assign(new Clipboard('CLIPBOARD'), { selection: new Clipboard('PRIMARY') });

desktopEvents.on('selectionRead', ({ target }) => records.selectionReads.push(target));
