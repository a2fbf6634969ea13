/** Quicker than anybody lets a key go and presses it again. */
const lookEveryMs = 10;

/**
 * Lets a hotkey act once for each press: X11 and Windows call again and again while its key is held down.
 * @param heldKeys The keys that are down now, modifiers left out; empty where the system does not tell.
 */
export function oncePerPress(action: () => void, heldKeys: () => ReadonlySet<number>): () => void {
  let stillDown: ReadonlySet<number> = new Set();
  let looking: NodeJS.Timeout | undefined;

  function look(): void {
    stillDown = stillDown.intersection(heldKeys());
    if (stillDown.size === 0) clearInterval(looking);
  }

  return () => {
    if (stillDown.size > 0) return;
    stillDown = heldKeys();
    if (stillDown.size > 0) looking = setInterval(look, lookEveryMs).unref();
    action();
  };
}
