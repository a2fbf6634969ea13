import { useEffect, useRef } from 'react';

/** While replies are still being checked the list is asked for again after so many milliseconds. */
const pauseMs = 1_000;

/** Opens a list again as long as it is incomplete: `checking` is a share from 0 to 1, null when it is complete. */
export function useRecheck(checking: number | null, open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  const incomplete = checking !== null;

  useEffect(() => {
    if (!incomplete) return;
    const timer = setInterval(() => latest.current(), pauseMs);
    return () => clearInterval(timer);
  }, [incomplete]);
}
