/** What the other side of the wire answers: a value for each call, or a list of which each call takes the next and keeps the last. */
export type Answers = Record<string, { value: unknown } | { values: unknown[] } | { fails: true }>;

export type FakeControls = {
  /** Every call the page made, in order. */
  calls: { name: string; args: unknown[] }[];
  emit: (name: string, payload: unknown) => void;
  /** Keeps the answers of this call back until `release`. */
  hold: (name: string) => void;
  release: (name: string) => void;
  answers: Answers;
  /** What the scene shows, for the page's own script. */
  scene: unknown;
};

declare global {
  interface Window {
    dialogs: FakeControls;
  }
}

/** Runs in the page before its scripts: puts a wire in place. Self-contained, as it is sent as text. */
export function installFakeWire({ answers, scene }: { answers: Answers; scene: unknown }): void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const held = new Map<string, (() => void)[]>();

  function answer(name: string, resolve: (value: unknown) => void, reject: (error: Error) => void): void {
    const given = window.dialogs.answers[name];
    if (given === undefined) resolve(undefined);
    else if ('fails' in given) reject(new Error(`${name} fails in this scene`));
    else if ('value' in given) resolve(given.value);
    else resolve(given.values.length > 1 ? given.values.shift() : given.values[0]);
  }

  window.dialogs = {
    calls: [],
    answers,
    scene,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
    hold: (name) => {
      held.set(name, held.get(name) ?? []);
    },
    release: (name) => {
      const waiting = held.get(name) ?? [];
      held.delete(name);
      for (const go of waiting) go();
    },
  };

  Object.defineProperty(window, 'repartee', {
    value: {
      call: (name: string, ...args: unknown[]) => {
        window.dialogs.calls.push({ name, args });
        return new Promise((resolve, reject) => {
          const go = () => answer(name, resolve, reject);
          const waiting = held.get(name);
          if (waiting) waiting.push(go);
          else queueMicrotask(go);
        });
      },
      on: (name: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all.add(listener));
        return () => all.delete(listener);
      },
    },
  });
}
