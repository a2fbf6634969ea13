/** Quicker than anybody lets a key go and presses it again. */
const lookEveryMs = 10;

/**
 * Lets a hotkey act once for each press: X11 and Windows call again and again while its key is held down.
 * @param heldKeys The keys that are down now, modifiers left out; empty where the system does not tell.
 */
export function oncePerPress(action: () => void, heldKeys: () => ReadonlySet<number>): () => void {
  let isDown = false;

  return () => {
    if (isDown) return;
    // The key of the hotkey is one of these: it is up at the latest when they are not all down any more.
    const pressed = heldKeys();
    isDown = pressed.size > 0;
    if (isDown) {
      const looking = setInterval(() => {
        isDown = pressed.isSubsetOf(heldKeys());
        if (!isDown) clearInterval(looking);
      }, lookEveryMs).unref();
    }
    action();
  };
}
