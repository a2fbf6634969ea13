import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

type Params = Record<string, unknown>;
type Listener<Payload> = (params: Payload) => void;

type Incoming = {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: { message: string };
};

type Pending = { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void };

/** One conversation of the Chrome DevTools Protocol: with the browser itself, or with one of its pages. */
export type CdpSession = {
  send: <Result = unknown>(method: string, params?: Params) => Promise<Result>;
  on: <Payload>(method: string, listener: Listener<Payload>) => void;
};

/** The protocol over the pipe of `--remote-debugging-pipe`: JSON messages, each ended by a NUL. */
export class CdpConnection implements CdpSession {
  readonly #output: Writable;
  readonly #root = new EventEmitter();
  readonly #sessions = new Map<string, EventEmitter>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #partial = '';

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    // The browser ending first is told by its process, not by its pipes.
    output.on('error', () => {});
    input.on('error', () => {});
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => this.#receive(chunk));
  }

  send<Result>(method: string, params: Params = {}): Promise<Result> {
    return this.#send(method, params);
  }

  on<Payload>(method: string, listener: Listener<Payload>): void {
    this.#root.on(method, listener);
  }

  /** Opens a session with a page. */
  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const events = new EventEmitter();
    this.#sessions.set(sessionId, events);
    return {
      send: (method, params = {}) => this.#send(method, params, sessionId),
      on: (method, listener) => events.on(method, listener),
    };
  }

  /** Rejects everything that still waits for an answer. */
  close(): void {
    for (const { method, reject } of this.#pending.values()) {
      reject(new Error(`${method}: the browser has ended`));
    }
    this.#pending.clear();
  }

  #send<Result>(method: string, params: Params, sessionId?: string): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve: (result) => resolve(result as Result), reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: string): void {
    const messages = (this.#partial + chunk).split('\0');
    this.#partial = messages.pop() ?? '';
    for (const message of messages) {
      this.#dispatch(JSON.parse(message) as Incoming);
    }
  }

  #dispatch({ id, sessionId, method, params, result, error }: Incoming): void {
    if (id === undefined) {
      const events = sessionId === undefined ? this.#root : this.#sessions.get(sessionId);
      events?.emit(method ?? '', params);
      return;
    }
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) {
      waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    } else {
      waiting?.resolve(result);
    }
  }
}
