import type { CdpSession } from '../browser/cdp.ts';
import { nodeCodec } from '../page/codec.ts';
import { type FromPage, receiveFunction, type ToPage } from '../page/wire.ts';
import type { InvocationOutcome } from './ipc-main.ts';

/** The answer of `Runtime.evaluate`. */
export type Evaluation = {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

/** The way from main to the preload of the current document; messages wait until it is there. */
export class PageChannel {
  readonly #session: () => CdpSession;
  #world: number | null = null;
  #waiting: ToPage[] = [];

  constructor(session: () => CdpSession) {
    this.#session = session;
  }

  /** The preload listens, in this execution context. */
  open(world: number): void {
    this.#world = world;
    for (const waiting of this.#waiting.splice(0)) {
      this.tell(waiting);
    }
  }

  /** The document is about to be left. */
  close(): void {
    this.#world = null;
  }

  tell(message: ToPage): void {
    if (this.#world === null) {
      this.#waiting.push(message);
      return;
    }
    const text = JSON.stringify(JSON.stringify(message));
    this.#session()
      .send<Evaluation>('Runtime.evaluate', {
        expression: `${receiveFunction}(${text})`,
        contextId: this.#world,
      })
      .then(({ exceptionDetails }) => {
        if (exceptionDetails) {
          console.error('stand-in: a preload listener threw:', exceptionDetails.exception?.description);
        }
      })
      // The document was left before the message arrived; Electron drops it too.
      .catch(() => {});
  }

  /** Answers an invocation; a value that cannot be carried is a failure of the invocation. */
  answer({ id, channel }: Extract<FromPage, { kind: 'invoke' }>, outcome: InvocationOutcome): void {
    if (!outcome.ok) {
      this.tell({ kind: 'failure', id, error: outcome.error });
      return;
    }
    try {
      this.tell({ kind: 'answer', id, value: nodeCodec.encode(outcome.value) });
    } catch (error) {
      this.tell({
        kind: 'failure',
        id,
        error: `Error invoking remote method '${channel}': ${String(error)}`,
      });
    }
  }
}
