import type { Argument, DesktopCall } from '../desktop/contract.ts';
import { post } from '../desktop/desktop.ts';

type WindowCall = {
  [Name in DesktopCall]: Argument<Name> extends { window: number } ? Name : never;
}[DesktopCall];

/** An X window that is made after the app has begun to use it: what it is told before then, it hears when it is there. */
export class NativeWindow {
  #state: 'awaited' | 'open' | 'closed' = 'awaited';
  #window = 0;
  #queue: ((window: number) => void)[] = [];

  open(window: number): void {
    this.#state = 'open';
    this.#window = window;
    for (const action of this.#queue.splice(0)) {
      action(window);
    }
  }

  close(): void {
    this.#state = 'closed';
    this.#queue = [];
  }

  /** Tells the desktop thread something about this window. */
  post<Name extends WindowCall>(name: Name, argument: Omit<Argument<Name>, 'window'>): void {
    const action = (window: number) => post(name, { window, ...argument } as Argument<Name>);
    if (this.#state === 'open') {
      action(this.#window);
    } else if (this.#state === 'awaited') {
      this.#queue.push(action);
    }
  }
}
