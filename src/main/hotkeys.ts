import type { HotkeyState } from '../shared/ipc.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { HotkeyName } from '../shared/settings.ts';

/** The part of Electron's `globalShortcut` that is used. `register` is false when another program has the keys. */
export type ShortcutRegistry = {
  register: (accelerator: string, callback: () => void) => boolean;
  unregister: (accelerator: string) => void;
};

/** The global hotkeys and whether the system gave them to us. */
export type Hotkeys = {
  /**
   * Registers a hotkey at start. When it is taken, the first free alternative is used for now, so that the app can
   * be reached; the setting stays as it is.
   */
  begin: (name: HotkeyName, accelerator: string) => HotkeyState;
  /** Changes a hotkey. The old one stays registered until the new one is; the error carries a free alternative. */
  change: (name: HotkeyName, accelerator: string) => Result<HotkeyState, { suggestion: string | null }>;
  states: () => Record<HotkeyName, HotkeyState>;
  /**
   * Gives all hotkeys back to the system for as long as another one is being recorded: pressed then, they are to be
   * recorded and not to open a window.
   */
  suspend: () => void;
  /** Takes them again. One that another program took meanwhile is `taken` from then on. */
  resume: () => void;
  /** The accelerator that works now, or null. */
  active: (name: HotkeyName) => string | null;
};

/**
 * Makes the hotkeys. `alternatives` lists other combinations for a taken one, best first; none is offered that one of ours is
 * `set` to, even where that one is still to be registered or taken itself.
 * An invalid accelerator counts as taken: Electron throws for it.
 */
export function createHotkeys(
  registry: ShortcutRegistry,
  actions: Record<HotkeyName, () => void>,
  alternatives: (taken: string) => readonly string[],
  set: () => readonly string[],
): Hotkeys {
  const active: Record<HotkeyName, string | null> = { palette: null, holding: null, manager: null };
  let suspended = false;
  const states: Record<HotkeyName, HotkeyState> = {
    palette: { accelerator: '', state: 'off', suggestion: null },
    holding: { accelerator: '', state: 'off', suggestion: null },
    manager: { accelerator: '', state: 'off', suggestion: null },
  };

  function register(name: HotkeyName, accelerator: string): boolean {
    if (Object.values(active).includes(accelerator)) return active[name] === accelerator;
    try {
      return registry.register(accelerator, actions[name]);
    } catch {
      return false;
    }
  }

  /** The first alternative that the system gives us; it is left unregistered. */
  function freeAlternative(name: HotkeyName, taken: string): string | null {
    const ours = [...set(), ...Object.values(active)];
    for (const candidate of alternatives(taken)) {
      if (ours.includes(candidate) || !register(name, candidate)) continue;
      registry.unregister(candidate);
      return candidate;
    }
    return null;
  }

  function release(name: HotkeyName): void {
    if (active[name] !== null) registry.unregister(active[name]);
    active[name] = null;
  }

  function resume(): void {
    if (!suspended) return;
    suspended = false;
    for (const name of Object.keys(active) as HotkeyName[]) {
      const accelerator = active[name];
      if (accelerator === null) continue;
      active[name] = null;
      if (register(name, accelerator)) active[name] = accelerator;
      else states[name] = { ...states[name], state: 'taken' };
    }
  }

  return {
    resume,
    suspend() {
      if (suspended) return;
      suspended = true;
      for (const accelerator of Object.values(active)) {
        if (accelerator !== null) registry.unregister(accelerator);
      }
    },
    states: () => structuredClone(states),
    active: (name) => active[name],

    begin(name, accelerator) {
      if (accelerator === '') {
        states[name] = { accelerator, state: 'off', suggestion: null };
      } else if (register(name, accelerator)) {
        active[name] = accelerator;
        states[name] = { accelerator, state: 'registered', suggestion: null };
      } else {
        const suggestion = freeAlternative(name, accelerator);
        if (suggestion !== null && register(name, suggestion)) active[name] = suggestion;
        states[name] = { accelerator, state: 'taken', suggestion };
      }
      return states[name];
    },

    change(name, accelerator) {
      resume();
      if (accelerator === '') {
        release(name);
      } else if (active[name] !== accelerator) {
        if (!register(name, accelerator)) {
          return err({ suggestion: freeAlternative(name, accelerator) });
        }
        release(name);
        active[name] = accelerator;
      }
      states[name] = { accelerator, state: accelerator === '' ? 'off' : 'registered', suggestion: null };
      return ok(states[name]);
    },
  };
}
